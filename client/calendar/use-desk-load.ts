import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../domain/language/format.ts'
import { type LoadStep, loadStep } from '../../domain/reading/desk-load.ts'
import type { Day } from '../../domain/time.ts'
import type { AppRouter } from '../../server/router.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import type { Days } from './days.ts'

type LoadAnswer = inferRouterOutputs<AppRouter>['reading']['deskLoad']

/** The questions to expect in an hour, the agents on duty for them, and how dark that is drawn. */
export type LoadHour = LoadAnswer['hours'][number] & { step: LoadStep }

export type DeskLoad = { on(day: Day): readonly LoadHour[]; all: readonly LoadHour[]; basedOn: number }

/** What the desk can expect on these days; without hours while posts alike have told nothing. */
export function useDeskLoad(days: Days, isAsked = true): DeskLoad {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.reading.deskLoad.queryOptions(days, { enabled: isAsked, placeholderData: keepPreviousData }),
  )
  const data = isAsked ? query.data : undefined
  return useMemo(() => {
    const all = (data?.hours ?? []).flatMap((hour) => {
      const step = loadStep(hour.questions, hour.agents)
      return step === null ? [] : [{ ...hour, step }]
    })
    return {
      on: (day) => all.filter((hour) => hour.day === day),
      all,
      basedOn: data?.basedOn ?? 0,
    }
  }, [data])
}

/** The hour with the most questions for one agent; the earlier of two alike. */
export function busiestOf(hours: readonly LoadHour[]): LoadHour | null {
  const each = ({ questions, agents }: LoadHour) => questions / agents
  return hours.reduce<LoadHour | null>(
    (most, hour) => (most === null || each(hour) > each(most) ? hour : most),
    null,
  )
}

/** "13.00 sampai 14.00: sekitar 12 pertanyaan, 2 petugas piket". */
export function useLoadWords(): (hour: LoadHour) => string {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  return useCallback(
    ({ at, until, questions, agents, isRostered }) =>
      t('load.hour', {
        from: clock(at, reader),
        to: clock(until, reader),
        questions: t('load.questions', { count: questions }),
        agents: t(isRostered ? 'load.onDuty' : 'load.holders', { count: agents }),
      }),
    [t, reader],
  )
}

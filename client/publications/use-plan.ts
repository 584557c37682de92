import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { holds } from '../../domain/permissions.ts'
import type { Objective } from '../../domain/publications/objectives.ts'
import type { DayOrder } from '../../domain/publications/plan-dates.ts'
import type { PlanColumns } from '../../domain/publications/plan-headings.ts'
import { PLAN_LIMIT_BYTES, PLAN_LIMIT_MEGABYTES } from '../../domain/publications/plan-limits.ts'
import { type Failure, failureOf } from '../shell/failure.ts'
import { useMe } from '../shell/me.ts'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'

export type Preview = inferOutput<typeof doors.publications.previewPlan>

type Question = {
  content: string
  unitId: string
  columns: PlanColumns | null
  sheets: number[] | null
  dayOrder: DayOrder | null
  objective: Objective | null
}

/** Whether a row of the preview would come in: it can, and did not before. */
export function isComing({ row, earlier }: Preview['rows'][number]): boolean {
  return row !== null && (earlier === null || earlier.kind === 'changed')
}

/** Whether a row of the preview has to be corrected before any comes in; one that is there already has not. */
export function isRefused({ row, earlier }: Preview['rows'][number]): boolean {
  return row === null && earlier === null
}

export type Plan = ReturnType<typeof usePlan>

/** The chosen file, what was asked of it, and what the server reads in it. A changed choice reads it anew. */
export function usePlan() {
  const trpc = useTRPC()
  const me = useMe()
  const queryClient = useQueryClient()
  const choicesOptions = trpc.publications.choices.queryOptions({ unitId: null })
  const choices = useQuery(choicesOptions)
  const mayImportInto = (unit: { id: string }) => holds(me.grants, 'publication.import', unit.id)
  const units = (choices.data?.units ?? []).filter(mayImportInto)
  const [name, setName] = useState<string | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [tooLarge, setTooLarge] = useState<Failure | null>(null)
  const read = useMutation(trpc.publications.previewPlan.mutationOptions({ onSuccess: setPreview }))
  const unitId = question?.unitId ?? units[0]?.id ?? ''

  function ask(next: Question) {
    setQuestion(next)
    read.mutate(next)
  }

  return {
    units,
    name,
    unitId,
    objective: question?.objective ?? null,
    preview,
    isReading: read.isPending,
    failure: tooLarge ?? (read.error === null ? null : failureOf(read.error)),

    async choose(file: File) {
      setName(file.name)
      setPreview(null)
      read.reset()
      const isTooLarge = file.size > PLAN_LIMIT_BYTES
      setTooLarge(isTooLarge ? tooLargeFailure() : null)
      if (isTooLarge) return
      const content = base64Of(new Uint8Array(await file.arrayBuffer()))
      // A file may be chosen before the units are there; the plan then waits for them.
      const { units: all } = await queryClient.ensureQueryData(choicesOptions)
      const own = question?.unitId ?? all.find(mayImportInto)?.id ?? ''
      ask({
        content,
        unitId: own,
        columns: null,
        sheets: null,
        dayOrder: null,
        objective: question?.objective ?? null,
      })
    },
    change(changes: Partial<Omit<Question, 'content'>>) {
      if (question !== null) ask({ ...question, columns: preview?.columns ?? null, ...changes })
    },
    /** Other sheets may have other columns, so these are guessed anew. */
    takeSheets(sheets: number[]) {
      if (question !== null) ask({ ...question, sheets, columns: null, dayOrder: null })
    },
    clear() {
      setName(null)
      setQuestion(null)
      setPreview(null)
      setTooLarge(null)
      read.reset()
    },
  }
}

function tooLargeFailure(): Failure {
  const data = { limitMegabytes: PLAN_LIMIT_MEGABYTES }
  return failureOf({ data: { refusal: { code: 'plan_too_large', data } } })
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let first = 0; first < bytes.length; first += 30_000) {
    text += String.fromCharCode(...bytes.subarray(first, first + 30_000))
  }
  return btoa(text)
}

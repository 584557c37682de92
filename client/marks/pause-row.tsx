import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { list } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'

type Pause = inferOutput<typeof doors.marks.list>['pauses'][number]

export function PauseRow({ pause, mayManage }: { pause: Pause; mayManage: boolean }) {
  const { t } = useTranslation('marks')
  const trpc = useTRPC()
  const end = useCommand(trpc.marks.endPause, { refresh: [trpc.marks.pathFilter()] })
  const span = useSpan(pause)
  const scope = useScope(pause)
  const { name, when } = pause
  return (
    <div className="sel-settings-row">
      <div>
        <b>{name}</b>
        <span className="sel-second">, {t(`when.${when}`)}</span>
        <div>{span}</div>
        <div className="sel-second">
          {t(`pauseKinds.${pause.kind}`)}. {t(`stops.${pause.stops}`)}. {scope}.{' '}
          {t('addedBy', { name: pause.addedBy })}.
        </div>
        {pause.endedAt !== null && (
          <div className="sel-second">{t('endedEarly', { at: pause.endedAt })}.</div>
        )}
        <RefusalSentence failure={end.failure} />
      </div>
      {mayManage && when !== 'over' && (
        <ActionButton
          size="small"
          isPending={end.isPending}
          onClick={() => void end.run({ pauseId: pause.id })}
        >
          {t(when === 'running' ? 'endPause' : 'takeBack')}
          <span className="sel-hidden">, {name}</span>
        </ActionButton>
      )}
    </div>
  )
}

function useSpan({ firstDay, lastDay, startsAt, endsAt }: Pause): string {
  const { t } = useTranslation('marks')
  if (firstDay !== null) {
    if (lastDay === null) return t('openSpan', { from: firstDay })
    return firstDay === lastDay
      ? t('oneDay', { from: firstDay })
      : t('span', { from: firstDay, until: lastDay })
  }
  return endsAt === null
    ? t('openSpanTime', { from: startsAt })
    : t('spanTime', { from: startsAt, until: endsAt })
}

/** The units or accounts by name; the kind of scope while the names are not there. */
function useScope({ scope, unitIds, accountIds }: Pause): string {
  const { t } = useTranslation('marks')
  const { language } = useReader()
  const trpc = useTRPC()
  const accounts = useQuery({
    ...trpc.accounts.list.queryOptions({ withEnded: true }),
    enabled: scope === 'accounts',
  })
  const units = useQuery({ ...trpc.agency.units.queryOptions({}), enabled: scope === 'units' })
  const names =
    scope === 'accounts'
      ? accounts.data?.accounts.filter(({ id }) => accountIds.includes(id)).map(({ handle }) => handle)
      : units.data?.units.filter(({ id }) => unitIds.includes(id)).map(({ name }) => name)
  return names === undefined || names.length === 0 ? t(`scopes.${scope}`) : list(names, language)
}

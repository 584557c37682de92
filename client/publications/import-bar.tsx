import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { isComing, isRefused, type Plan, type Preview } from './use-plan.ts'

type Props = {
  plan: Plan
  preview: Preview
  /** `day`: the first planned day that came in, where the calendar opens. */
  onDone: (done: { count: number; day: string | null }) => void
}

/** The one act of the page: all rows, or why not yet. */
export function ImportBar({ plan, preview, onDone }: Props) {
  const { t } = useTranslation('import')
  const trpc = useTRPC()
  const reasonId = useId()
  const rows = preview.rows.filter(isComing).flatMap(({ row }) => row ?? [])
  const refused = preview.rows.filter(isRefused).length
  const days = rows.flatMap(({ time }) => (time.kind === 'none' ? [] : [time.day])).sort()
  const bringIn = useCommand(trpc.publications.importPlan, {
    refresh: [trpc.publications.pathFilter(), trpc.campaigns.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ count }) => onDone({ count, day: days[0] ?? null }),
  })
  const isBlocked = refused > 0 || rows.length === 0
  return (
    <div className="sel-action-bar">
      <ActionButton
        weight="primary"
        isPending={bringIn.isPending}
        pendingText={t('bringingIn')}
        disabled={isBlocked || plan.isReading}
        reasonId={reasonId}
        onClick={() => void bringIn.run({ unitId: plan.unitId, rows })}
      >
        {t('bringIn', { count: rows.length })}
      </ActionButton>
      <span id={reasonId} className="sel-second">
        {refused > 0 && t('whyNot', { count: refused })}
        {refused === 0 && rows.length === 0 && t(preview.rows.length > 0 ? 'allInAlready' : 'nothingReady')}
      </span>
      <RefusalSentence failure={bringIn.failure} />
    </div>
  )
}

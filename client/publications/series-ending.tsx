import { useTranslation } from 'react-i18next'
import { list } from '../../domain/language/format.ts'
import { announce } from '../shell/announce.ts'
import { refusedWith } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { NotChangedList } from './not-changed.tsx'
import type { Member } from './series-change.ts'

/** Ends a series after this one: the later ones that are not out are cancelled, all or none, once the person said so. */
export function SeriesEnding({ later, onClose }: { later: readonly Member[]; onClose: () => void }) {
  const { t } = useTranslation(['series', 'calendar'])
  const trpc = useTRPC()
  const reader = useReader()
  const count = later.length
  const cancel = useCommand(trpc.publications.changeMany, {
    refresh: [trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: ({ changed }) => {
      announce(t('ending.done', { count: changed.length }))
      onClose()
    },
  })
  const ending = refusedWith(cancel.failure, 'many_end_approvals')
  const who = ending?.decidedBy.map((person) => person.name) ?? []
  const send = (confirmsEndOfApproval: boolean) =>
    cancel.run({
      items: later.map(({ id, version, timeVersion }) => ({ publicationId: id, version, timeVersion })),
      change: { kind: 'cancel' },
      confirmsEndOfApproval,
    })
  return (
    <section className="sel-series-panel" aria-label={t('ending.title', { count })}>
      <h2>{t('ending.title', { count })}</h2>
      {ending === null ? (
        <p>{t('ending.body')}</p>
      ) : (
        <p role="alert">
          {who.length === 0
            ? t('calendar:marks.askSubmissions', { count: ending.count })
            : t('calendar:marks.askApprovals', { count: ending.count, who: list(who, reader.language) })}
        </p>
      )}
      {cancel.failure && ending === null && <NotChangedList failure={cancel.failure} />}
      <div className="sel-pub-actions">
        <ActionButton
          weight="primary"
          size="small"
          isPending={cancel.isPending}
          onClick={() => void send(ending !== null)}
        >
          {t('ending.confirm', { count })}
        </ActionButton>
        <ActionButton size="small" onClick={onClose}>
          {t('calendar:marks.leave')}
        </ActionButton>
      </div>
    </section>
  )
}

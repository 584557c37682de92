import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import '../publications/publications.css'

type Props = { event: { id: string; name: string }; onClose: () => void }

/** Asks once more before an event is cancelled, and says what becomes of its publications. */
export function CancelEvent({ event, onClose }: Props) {
  const { t } = useTranslation('agenda')
  const trpc = useTRPC()
  const cancel = useCommand(trpc.agenda.cancel, {
    refresh: [trpc.agenda.pathFilter(), trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: onClose,
  })
  return (
    <Sheet isOpen onClose={onClose} title={t('cancel.title', { name: event.name })}>
      <div className="sel-pub-form">
        <p>{t('cancel.text')}</p>
        <RefusalSentence failure={cancel.failure} />
        <div className="sel-pub-actions">
          <ActionButton
            weight="primary"
            isPending={cancel.isPending}
            onClick={() => void cancel.run({ id: event.id })}
          >
            {t('cancel.confirm')}
          </ActionButton>
          <ActionButton onClick={onClose}>{t('cancel.keep')}</ActionButton>
        </div>
      </div>
    </Sheet>
  )
}

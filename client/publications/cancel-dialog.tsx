import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Cancelling is for good, so it is asked first. */
export function CancelDialog({ publicationId, onClose }: { publicationId: string; onClose: () => void }) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const cancel = useCommand(trpc.publications.cancel, {
    refresh: [{ queryKey: trpc.publications.pathKey() }, { queryKey: trpc.reading.pathKey() }],
    onDone: onClose,
  })
  return (
    <Sheet isOpen onClose={onClose} title={t('editor.cancelTitle')}>
      <div className="sel-pub-form">
        <p>{t('editor.cancelBody')}</p>
        <RefusalSentence failure={cancel.failure} />
        <div className="sel-pub-actions">
          <ActionButton
            weight="primary"
            isPending={cancel.isPending}
            onClick={() => void cancel.run({ publicationId })}
          >
            {t('editor.cancelConfirm')}
          </ActionButton>
          <ActionButton onClick={onClose}>{ui('actions.cancel')}</ActionButton>
        </div>
      </div>
    </Sheet>
  )
}

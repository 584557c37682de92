import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../calendar/saved.ts'
import { CopyButton } from '../publishing/copy-button.tsx'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import './views.css'

type Props = { view: Pick<SavedView, 'id' | 'name'> | null; onClose: () => void }

/** Makes an address of a view, or of the whole calendar, and shows it this once. */
export function FeedDialog({ view, onClose }: Props) {
  const { t } = useTranslation(['views', 'ui'])
  const trpc = useTRPC()
  const id = useId()
  const make = useCommand(trpc.feeds.make, { refresh: [trpc.feeds.list.pathFilter()] })
  const address = make.result === undefined ? null : `${location.origin}${make.result.path}`
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('feeds.dialogTitle', { name: view?.name ?? t('feeds.whole').toLowerCase() })}
    >
      <div className="sel-view-form">
        <p>{t('feeds.dialogHelp')}</p>
        {address === null ? (
          <>
            <p className="sel-second">{t('feeds.intro')}</p>
            <RefusalSentence failure={make.failure} />
            <div className="sel-view-actions">
              <ActionButton
                weight="primary"
                isPending={make.isPending}
                pendingText={t('ui:actions.recording')}
                onClick={() => void make.run({ viewId: view?.id ?? null })}
              >
                {t('feeds.make')}
              </ActionButton>
            </div>
          </>
        ) : (
          <>
            <p id={id} role="status">
              <b>{t('feeds.made')}</b>
            </p>
            <TextInput
              label={t('feeds.address')}
              value={address}
              readOnly
              aria-describedby={id}
              onFocus={(event) => event.currentTarget.select()}
            />
            <p className="sel-second">{t('feeds.how')}</p>
            <div className="sel-view-actions">
              <CopyButton text={address}>{t('feeds.copy')}</CopyButton>
              <ActionButton weight="primary" onClick={onClose}>
                {t('feeds.close')}
              </ActionButton>
            </div>
          </>
        )}
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { WholeEntry } from './entry.ts'

/** What the reader may do with an entry as it stands: confirm the wording on the screen, edit it, take it back. */
export function EntryActs({ entry, onEdit }: { entry: WholeEntry; onEdit: () => void }) {
  const { t } = useTranslation(['answers', 'ui'])
  const trpc = useTRPC()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const refresh = [trpc.answers.pathFilter()]
  const confirm = useCommand(trpc.answers.confirm, { refresh })
  const withdraw = useCommand(trpc.answers.withdraw, { refresh, onDone: () => setWithdrawing(false) })
  const isWaiting = entry.validity === 'unverified' && !entry.mayConfirm && entry.verifier !== null
  return (
    <div className="sel-entry-decide">
      {entry.mayConfirm && <p className="sel-second">{t('entry.confirmLead')}</p>}
      {isWaiting && <p>{t('entry.waitsForVerifier', { name: entry.verifier?.name ?? '' })}</p>}
      {isWithdrawing ? (
        <>
          <p>{t('entry.withdrawLead')}</p>
          <div className="sel-entry-acts">
            <ActionButton
              weight="primary"
              isPending={withdraw.isPending}
              pendingText={t('entry.withdrawing')}
              onClick={() => void withdraw.run({ entryId: entry.id })}
            >
              {t('entry.withdraw')}
            </ActionButton>
            <ActionButton weight="quiet" onClick={() => setWithdrawing(false)}>
              {t('ui:actions.cancel')}
            </ActionButton>
          </div>
        </>
      ) : (
        <div className="sel-entry-acts">
          {entry.mayConfirm && (
            <ActionButton
              weight="primary"
              isPending={confirm.isPending}
              pendingText={t('entry.confirming')}
              onClick={() => void confirm.run({ entryId: entry.id, wordingSeen: entry.wordingHash })}
            >
              {t('entry.confirm')}
            </ActionButton>
          )}
          {entry.mayWrite && (
            <>
              <ActionButton onClick={onEdit}>{t('entry.change')}</ActionButton>
              <ActionButton weight="quiet" onClick={() => setWithdrawing(true)}>
                {t('entry.withdraw')}
              </ActionButton>
            </>
          )}
        </div>
      )}
      <RefusalSentence failure={confirm.failure ?? withdraw.failure} />
    </div>
  )
}

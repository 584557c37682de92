import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Account } from './account.ts'

/** Says what the end means, in its place, before it is done. */
export function EndAccount({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useTranslation(['accounts', 'ui'])
  const trpc = useTRPC()
  const [isAsked, setAsked] = useState(false)
  const end = useCommand(trpc.accounts.end, { refresh: [trpc.accounts.pathFilter()], onDone })
  const { handle } = account
  if (!isAsked) {
    return (
      <div className="sel-end-account">
        <button
          type="button"
          className="sel-link"
          aria-label={t('endOf', { handle })}
          onClick={() => setAsked(true)}
        >
          {t('end')}
        </button>
      </div>
    )
  }
  return (
    <section className="sel-end-account" aria-label={t('endOf', { handle })}>
      <p>{t('endWarning', { handle })}</p>
      <RefusalSentence failure={end.failure} />
      <div className="sel-form-actions">
        <ActionButton isPending={end.isPending} onClick={() => void end.run({ id: account.id })}>
          {t('endConfirm', { handle })}
        </ActionButton>
        <ActionButton weight="quiet" onClick={() => setAsked(false)}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import type { Account } from './account.ts'
import { ChangeAccount } from './change-account.tsx'
import { Circle } from './circle.tsx'
import { EndAccount } from './end-account.tsx'
import './accounts.css'

/** One account opened in the list: what can change, its circle, its end. */
export function OpenAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <section className="sel-account-open" aria-label={t('changeTitle', { handle: account.handle })}>
      <ChangeAccount account={account} onClose={onClose} />
      {account.kind === 'executive' && <Circle accountId={account.id} handle={account.handle} />}
      <EndAccount account={account} onDone={onClose} />
    </section>
  )
}

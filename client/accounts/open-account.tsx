import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from './account.ts'
import { ChangeAccount } from './change-account.tsx'
import { Circle } from './circle.tsx'
import { EndAccount } from './end-account.tsx'
import './accounts.css'

type Props = {
  account: Account
  /** Its limits, from the room of what is planned there. */
  limits: ReactNode
  onClose: () => void
}

/** One account opened in the list: what can change, its limits, its circle, its end. */
export function OpenAccount({ account, limits, onClose }: Props) {
  const { t } = useTranslation('accounts')
  return (
    <section className="sel-account-open" aria-label={t('changeTitle', { handle: account.handle })}>
      <ChangeAccount account={account} onClose={onClose} />
      {limits}
      {account.kind === 'executive' && <Circle accountId={account.id} handle={account.handle} />}
      <EndAccount account={account} onDone={onClose} />
    </section>
  )
}

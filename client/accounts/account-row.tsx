import { useTranslation } from 'react-i18next'
import { AccountName } from '../ui/account-name.tsx'
import type { Account } from './account.ts'

export function AccountRow({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const { t } = useTranslation('accounts')
  const { handle, platform, kind, office, officeHolder, displayName, minimumMinutes, endedAt } = account
  const who =
    officeHolder === null ? displayName : t('held', { office: office ?? '', name: officeHolder.name })
  return (
    <div className="sel-settings-row">
      <div>
        <AccountName handle={handle} platform={platform} kind={kind} />
        <div className="sel-second">
          {who}, {t('minutesApart', { count: minimumMinutes })}
        </div>
        {endedAt !== null && <div className="sel-second">{t('ended', { at: endedAt })}</div>}
      </div>
      {endedAt === null && (
        <button type="button" className="sel-link" aria-label={t('changeOf', { handle })} onClick={onOpen}>
          {t('change')}
        </button>
      )}
    </div>
  )
}

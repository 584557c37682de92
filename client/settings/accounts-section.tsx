import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountRow } from '../accounts/account-row.tsx'
import { AddAccount } from '../accounts/add-account.tsx'
import { OpenAccount } from '../accounts/open-account.tsx'
import { AccountLimits } from '../publications/account-limits.tsx'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'

/** Every account by unit; one opens in its place, with its fields and, for an executive one, its circle. */
export function AccountsSection() {
  const { t } = useTranslation('accounts')
  const trpc = useTRPC()
  const [withEnded, setWithEnded] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const list = useQuery({
    ...trpc.accounts.list.queryOptions({ withEnded }),
    placeholderData: (before) => before,
  })
  if (list.isPending) return <LoadingLines />
  if (!list.data) return <RefusalSentence failure={failureOf(list.error)} of="load" />
  const rows = list.data.accounts
  const units = [...new Map(rows.map((row) => [row.unitId, row.unitName]))]
  return (
    <>
      <p className="sel-second">{t('intro')}</p>
      {isAdding ? (
        <AddAccount onClose={() => setAdding(false)} />
      ) : (
        <div>
          <ActionButton
            weight="primary"
            onClick={() => {
              setOpenId(null)
              setAdding(true)
            }}
          >
            {t('add')}
          </ActionButton>
        </div>
      )}
      {rows.length === 0 && <Empty inline>{t('empty')}</Empty>}
      {units.map(([unitId, unit]) => (
        <Section key={unitId} title={t('ofUnit', { unit })}>
          <ul>
            {rows
              .filter((row) => row.unitId === unitId)
              .map((account) => (
                <li key={account.id}>
                  {account.id === openId ? (
                    <OpenAccount
                      account={account}
                      limits={<AccountLimits account={account} />}
                      onClose={() => setOpenId(null)}
                    />
                  ) : (
                    <AccountRow
                      account={account}
                      onOpen={() => {
                        setAdding(false)
                        setOpenId(account.id)
                      }}
                    />
                  )}
                </li>
              ))}
          </ul>
        </Section>
      ))}
      {list.data.isCut && <p className="sel-second">{t('isCut')}</p>}
      <Checkbox
        label={t('showEnded')}
        checked={withEnded}
        onChange={(event) => setWithEnded(event.currentTarget.checked)}
      />
    </>
  )
}

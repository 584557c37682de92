import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { AccountName } from '../ui/account-name.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import type { Template } from './template.ts'
import { useHeld, useLeftOut } from './use-template-words.ts'
import './templates.css'

/** One template: what it is, what it holds, and its end or return. */
export function TemplateRow({ template, onOpen }: { template: Template; onOpen: () => void }) {
  const { t } = useTranslation(['templates', 'ui'])
  const trpc = useTRPC()
  const held = useHeld()(template)
  const leftOut = useLeftOut()(template.leftOut)
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const refresh = [trpc.templates.pathFilter()]
  const retire = useCommand(trpc.templates.retire, { refresh })
  const putBack = useCommand(trpc.templates.putBack, { refresh })
  const { id, name, objective, subjectClass, accountIds, retiredAt } = template
  const accounts = accountIds.flatMap(
    (accountId) => choices.data?.accounts.find((account) => account.id === accountId) ?? [],
  )
  return (
    <div className="sel-settings-row">
      <div>
        <b>{name}</b>
        <div className="sel-template-kind">
          <ObjectiveMark objective={objective} />
          {subjectClass !== null && (
            <span className="sel-second">{t(`ui:subjectClass.${subjectClass}`)}</span>
          )}
        </div>
        {accounts.length > 0 && (
          <div className="sel-template-accounts">
            {accounts.map((account) => (
              <AccountName
                key={account.id}
                handle={account.handle}
                platform={account.platform}
                kind={account.kind}
              />
            ))}
          </div>
        )}
        {accountIds.length === 0 && <div className="sel-second">{t('holds.noAccounts')}</div>}
        <div className="sel-second">
          {held.length === 0 ? t('holds.nothing') : t('holds.comesAlong', { what: held })}
        </div>
        {leftOut.map((sentence) => (
          <div key={sentence} className="sel-second">
            {sentence}
          </div>
        ))}
        {retiredAt !== null && <div className="sel-second">{t('retired', { at: retiredAt })}</div>}
        <RefusalSentence failure={retire.failure ?? putBack.failure} />
      </div>
      <div className="sel-settings-row-end">
        {retiredAt === null ? (
          <>
            <button type="button" className="sel-link" aria-label={t('changeOf', { name })} onClick={onOpen}>
              {t('change')}
            </button>
            <button
              type="button"
              className="sel-link"
              aria-label={t('retireOf', { name })}
              onClick={() => void retire.run({ templateId: id })}
            >
              {t('retire')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="sel-link"
            aria-label={t('putBackOf', { name })}
            onClick={() => void putBack.run({ templateId: id })}
          >
            {t('putBack')}
          </button>
        )}
      </div>
    </div>
  )
}

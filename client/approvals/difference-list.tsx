import { useTranslation } from 'react-i18next'
import { full } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { Difference } from '../ui/difference.tsx'
import type { RequestData } from './request-data.ts'

type Change = NonNullable<RequestData['difference']>['changes'][number]

/** Every change between two contents, field by field, both wordings in one. */
export function DifferenceList({ request }: { request: RequestData }) {
  const { t } = useTranslation('approvals')
  const { difference, posts } = request
  if (difference === null) return null
  const handleOf = (accountId: string) =>
    posts.find((post) => post.account.id === accountId)?.account.handle ?? t('difference.fields.variant')
  return (
    <div className="sel-difference-list">
      <p className="sel-second">{t(`difference.since.${difference.since}`, { at: difference.at })}</p>
      <dl>
        {difference.changes.map((change) => {
          const field = t(`difference.fields.${change.field}`)
          const name =
            change.accountId === null
              ? field
              : t('difference.of', { field, account: handleOf(change.accountId) })
          return (
            <div key={`${change.accountId} ${change.field}`}>
              <dt>{name}</dt>
              <dd>
                <OneChange change={change} handle={handleOf(change.accountId ?? '')} />
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

function OneChange({ change, handle }: { change: Change; handle: string }) {
  const { t } = useTranslation(['approvals', 'ui', 'publications'])
  const reader = useReader()
  if (change.field === 'media') return t('difference.mediaChanged')
  if (change.field === 'variant') {
    return change.before === null
      ? t('difference.variantAdded', { account: handle })
      : t('difference.variantRemoved', { account: handle })
  }
  const word = (value: string | null): string => {
    if (value === null || value === '') return t('difference.none2')
    if (change.field === 'objective') return t(`ui:objective.${value as 'promote'}`)
    if (change.field === 'subjectClass') return t(`ui:subjectClass.${value as 'event'}`)
    if (change.field === 'language') return t(`publications:languages.${value as 'id'}`)
    return change.field === 'plannedAt' ? full(value, reader) : value
  }
  return <Difference before={word(change.before)} after={word(change.after)} />
}

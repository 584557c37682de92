import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { timeWords } from '../publications/time-words.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks, platformOf } from '../ui/platform-mark.tsx'
import { Section } from '../ui/section.tsx'
import { StatusWord } from '../ui/status-word.tsx'

/** What hangs on an event, of that which this person may know of; a row opens one. */
export function EventPublications({ eventId }: { eventId: string }) {
  const { t } = useTranslation('agenda')
  const { t: words } = useTranslation('publications')
  const trpc = useTRPC()
  const list = useQuery(trpc.publications.onEvent.queryOptions({ id: eventId }))
  const accounts = useQuery(trpc.accounts.list.queryOptions({ withEnded: true }))
  const rows = list.data?.publications ?? []
  const platformsOf = (ids: readonly string[]) =>
    (accounts.data?.accounts ?? [])
      .filter((account) => ids.includes(account.id))
      .map((account) => platformOf(account.platform))
  return (
    <Section title={t('publications')}>
      {list.isPending && <LoadingLines />}
      {list.isError && <RefusalSentence failure={failureOf(list.error)} of="load" />}
      {list.isSuccess && rows.length === 0 && <Empty inline>{t('empty')}</Empty>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/publications/$id" params={{ id: row.id }} className="sel-row sel-campaign-row">
              <span className="sel-campaign-row-title">
                <b>{row.title}</b>
                <span className="sel-second">
                  {timeWords(words, row)}, {t('owner', { name: row.owner })}
                </span>
              </span>
              <ObjectiveMark objective={row.objective} />
              <PlatformMarks platforms={platformsOf(row.accountIds)} isExecutive={row.isExecutive} />
              <StatusWord status={row.status} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { timeWords } from '../publications/time-words.ts'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC, useTRPCClient } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { PlatformMarks, platformOf } from '../ui/platform-mark.tsx'
import { Section } from '../ui/section.tsx'
import { StatusWord } from '../ui/status-word.tsx'

/** The campaign's publications that this person may know of; a row opens one. */
export function CampaignPublications({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation('campaigns')
  const { t: words } = useTranslation('publications')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const list = useInfiniteQuery({
    queryKey: [...trpc.publications.inCampaign.pathKey(), campaignId],
    queryFn: ({ pageParam }) => client.publications.inCampaign.query({ campaignId, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const accounts = useQuery(trpc.accounts.list.queryOptions({ withEnded: true }))
  const rows = list.data?.pages.flatMap((page) => page.publications) ?? []
  const platformsOf = (ids: readonly string[]) =>
    (accounts.data?.accounts ?? [])
      .filter((account) => ids.includes(account.id))
      .map((account) => platformOf(account.platform))
  const isExecutive = (ids: readonly string[]) =>
    (accounts.data?.accounts ?? []).some((one) => one.kind === 'executive' && ids.includes(one.id))
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
              <PlatformMarks
                platforms={platformsOf(row.accountIds)}
                isExecutive={isExecutive(row.accountIds)}
              />
              <StatusWord status={row.status} />
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <ActionButton isPending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </ActionButton>
      )}
    </Section>
  )
}

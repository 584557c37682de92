import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { FeedDialog } from './feed-dialog.tsx'

/** One's own addresses for other calendars: what each gives, when it was last read, and its end. */
export function FeedsSection() {
  const { t } = useTranslation('views')
  const trpc = useTRPC()
  const feeds = useQuery(trpc.feeds.list.queryOptions({}))
  const revoke = useCommand(trpc.feeds.revoke, { refresh: [trpc.feeds.list.pathFilter()] })
  const [isMaking, setIsMaking] = useState(false)
  const [revoked, setRevoked] = useState<string | null>(null)
  const nameOf = ({ viewId, name }: { viewId: string | null; name: string | null }) =>
    viewId === null ? t('feeds.whole') : (name ?? t('feeds.viewGone'))
  return (
    <Section title={t('feeds.title')}>
      <p className="sel-second">{t('feeds.intro')}</p>
      {feeds.isPending && <LoadingLines count={2} />}
      {feeds.isError && <RefusalSentence failure={failureOf(feeds.error)} of="load" />}
      <RefusalSentence failure={revoke.failure} />
      {feeds.data?.length === 0 && <p className="sel-second">{t('feeds.none')}</p>}
      <ul>
        {feeds.data?.map((feed) => (
          <li key={feed.id} className="sel-settings-row">
            <div>
              <b>{nameOf(feed)}</b>
              <div className="sel-second">
                {t('feeds.madeAt', { at: feed.madeAt })}{' '}
                {feed.lastReadAt === null
                  ? t('feeds.neverRead')
                  : t('feeds.lastReadAt', { at: feed.lastReadAt })}
                {feed.isGone && ` ${t('feeds.viewGoneHelp')}`}
              </div>
            </div>
            <button
              type="button"
              className="sel-link"
              aria-label={t('feeds.revokeOf', { name: nameOf(feed) })}
              onClick={async () => {
                const outcome = await revoke.run({ feedId: feed.id })
                if (outcome.ok) setRevoked(nameOf(feed))
              }}
            >
              {t('feeds.revoke')}
            </button>
          </li>
        ))}
      </ul>
      <ActionButton onClick={() => setIsMaking(true)}>{t('feeds.makeAll')}</ActionButton>
      <p role="status">{revoked === null ? '' : t('feeds.revoked', { name: revoked })}</p>
      {isMaking && <FeedDialog view={null} onClose={() => setIsMaking(false)} />}
    </Section>
  )
}

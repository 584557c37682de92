import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PostPreview } from '../publications/post-preview.tsx'
import { PlatformMark } from '../ui/platform-mark.tsx'
import { sentenceChange } from './changed-sentences.ts'
import { DifferenceList } from './difference-list.tsx'
import type { RequestData, RequestPost } from './request-data.ts'

type Props = {
  request: RequestData
  /** The account chosen in the address, where it names one of these. */
  accountId: string | undefined
  isComparing: boolean
}

/** Exactly what each account will post, one account at a time, with what is new in it marked and told in words. */
export function RequestPosts({ request, accountId, isComparing }: Props) {
  const { t } = useTranslation(['approvals', 'ui'])
  const id = useId()
  const { posts, difference } = request
  const shown = posts.find((post) => post.account.id === accountId) ?? posts[0]
  if (shown === undefined) return null
  const earlier = difference?.earlier.find((one) => one.accountId === shown.account.id) ?? null
  const executive = posts.filter((post) => post.account.kind === 'executive').length
  return (
    <section aria-label={t('accounts')} className="sel-request-posts">
      <div className="sel-request-accounts">
        <AccountTabs posts={posts} shown={shown} panelId={id} />
        <span className="sel-second">
          {executive > 0
            ? t('executiveCount', { count: executive })
            : t('accountCount', { count: posts.length })}
        </span>
      </div>
      <div
        id={id}
        role="tabpanel"
        aria-label={shown.account.handle}
        className={isComparing ? 'sel-request-post' : 'sel-request-post sel-new-only'}
      >
        <PostPreview
          post={{
            account: shown.account,
            language: shown.language,
            headline: shown.headline,
            text: shown.pastedText,
            link: shown.pastedText.includes(shown.link ?? '\u0000') ? null : shown.link,
            media: shown.media,
          }}
          before={earlier === null ? null : { headline: earlier.headline, text: earlier.pastedText }}
        />
      </div>
      {difference !== null && (
        <div className="sel-request-difference">
          <DifferenceWords request={request} shown={shown} />
          {difference.changes.length > 0 && (
            <Link
              to="."
              search={(before) => ({ ...before, compare: isComparing ? undefined : '1' })}
              replace
              resetScroll={false}
              className="sel-link"
            >
              {isComparing ? t('difference.hide') : t('difference.compare')}
            </Link>
          )}
        </div>
      )}
      {isComparing && difference !== null && <DifferenceList request={request} />}
    </section>
  )
}

function AccountTabs({
  posts,
  shown,
  panelId,
}: {
  posts: readonly RequestPost[]
  shown: RequestPost
  panelId: string
}) {
  const { t } = useTranslation(['approvals', 'ui'])
  const navigate = useNavigate()
  const list = useRef<HTMLDivElement>(null)
  const choose = (accountId: string) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, account: accountId }),
      replace: true,
      resetScroll: false,
    })
  const step = (by: number) => {
    const index = posts.indexOf(shown)
    const next = posts[(index + by + posts.length) % posts.length]
    if (next === undefined) return
    choose(next.account.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[posts.indexOf(next)]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={t('accounts')} className="sel-request-tabs">
      {posts.map((post) => (
        <button
          key={post.account.id}
          type="button"
          role="tab"
          aria-selected={post === shown}
          aria-controls={panelId}
          tabIndex={post === shown ? 0 : -1}
          onClick={() => choose(post.account.id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            else if (event.key === 'ArrowLeft') step(-1)
            else return
            event.preventDefault()
          }}
        >
          <PlatformMark platform={post.account.platform} decorative size={18} />
          <span>{t(`ui:platform.${post.account.platform}`)}</span>
          {posts.filter((one) => one.account.platform === post.account.platform).length > 1 && (
            <span className="sel-second">{post.account.handle}</span>
          )}
        </button>
      ))}
    </div>
  )
}

/** What is new in the shown post, in words; for anything else that changed, how many things. */
function DifferenceWords({ request, shown }: { request: RequestData; shown: RequestPost }) {
  const { t } = useTranslation('approvals')
  const { difference } = request
  if (difference === null) return null
  const { at, changes, earlier } = difference
  if (changes.length === 0) return <span className="sel-second">{t('difference.none', { at })}</span>
  const before = earlier.find((one) => one.accountId === shown.account.id)
  const sentences = before === undefined ? null : sentenceChange(before.pastedText, shown.pastedText)
  const { kind, count } = sentences ?? { kind: 'other' as const, count: changes.length }
  return (
    <span className="sel-new-words">
      <IconPlus size={18} aria-hidden />
      {count === 1 ? t(`difference.one.${kind}`, { at }) : t(`difference.${kind}`, { count, at })}
    </span>
  )
}

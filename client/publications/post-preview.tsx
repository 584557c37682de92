import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { showsCover } from '../../domain/platforms/cover.ts'
import type { Platform } from '../../domain/platforms/platform.ts'
import { figure } from '../../domain/platforms/rules.ts'
import { AccountName } from '../ui/account-name.tsx'
import { Difference } from '../ui/difference.tsx'
import { platformOf } from '../ui/platform-mark.tsx'
import { ArrangedMedia, arrangedBy } from './arranged-media.tsx'
import { FeedText } from './feed-text.tsx'
import { FramedMedia } from './framed-media.tsx'
import { LinkCard } from './link-card.tsx'
import { PostMedia, type PreviewedMedium } from './post-media.tsx'
import './post-preview.css'

/** What one account will post; approvals and hand-over give it from the frozen content, the editor from what is typed. */
export type PreviewedPost = {
  account: {
    platform: string
    handle: string
    displayName: string
    kind: 'institutional' | 'executive'
  }
  language: string
  headline: string | null
  /** The text as it is pasted, the link in it where the platform has no field for it. */
  text: string
  /** Only where the link is a field of its own. */
  link: string | null
  media: readonly PreviewedMedium[]
}

type Props = {
  post: PreviewedPost
  /** The text and headline that were approved before: what is new since is marked. */
  before?: { headline: string | null; text: string } | null
  /** The platform's rules, where the post is to be seen as its feed shows it: folded, cut, with a card for its link. */
  rules?: Platform | null
}

/** The post exactly as the account will show it: who, headline, text with its links, media with what is read aloud. */
export function PostPreview({ post, before = null, rules = null }: Props) {
  const { t } = useTranslation('publications')
  const { account, headline, text, link, language } = post
  const media = rules === null ? post.media : withItsCovers(post.media, rules)
  const arranged = rules && arrangedBy(rules, media)
  const cardLink = link || (text.match(/https?:\/\/\S+/)?.[0] ?? null)
  return (
    <article className="sel-post">
      <AccountName
        look="post"
        handle={account.handle}
        platform={platformOf(account.platform)}
        kind={account.kind}
        holder={account.displayName}
      />
      {headline !== null && headline !== '' && (
        <h3 className="sel-post-headline" lang={language}>
          {before && before.headline !== headline ? (
            <Difference before={before.headline ?? ''} after={headline} />
          ) : (
            headline
          )}
        </h3>
      )}
      {text === '' ? (
        <p className="sel-second">{t('preview.empty')}</p>
      ) : before && before.text !== text ? (
        <Difference className="sel-post-text" before={before.text} after={text} lang={language} />
      ) : (
        <FeedText
          text={text}
          language={language}
          foldsAfter={rules?.foldsAfter ? figure(rules.foldsAfter) : null}
          draw={(shown) => <Linked text={shown} />}
        />
      )}
      {link !== null && link !== '' && (
        <p className="sel-post-link">
          <span className="sel-post-address">{link}</span>
        </p>
      )}
      {rules?.linksAreClickable && media.length === 0 && cardLink !== null && <LinkCard link={cardLink} />}
      {arranged === null ? (
        media.length > 0 && <PostMedia media={media} language={language} />
      ) : (
        <ArrangedMedia arranged={arranged} language={language} />
      )}
      {rules && <FramedMedia media={media} frames={rules.frames} />}
    </article>
  )
}

/** A cover is shown where the platform shows one. */
function withItsCovers(media: readonly PreviewedMedium[], rules: Platform): readonly PreviewedMedium[] {
  const hasImage = media.some((medium) => fileUse(medium.mimeType ?? 'image/') === 'image')
  return showsCover(rules, hasImage) ? media : media.map((medium) => ({ ...medium, posterFileId: null }))
}

const address =
  /((?:https?:\/\/|www\.)\S+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/[^\s]*[^\s.,;:!?)]|[@#][\p{L}\d_]+)/gu

/** Links, handles and hashtags as readers will see them: underlined, not to be followed from here. */
function Linked({ text }: { text: string }) {
  return text.split(address).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in their order
      <span key={index} className="sel-post-address">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

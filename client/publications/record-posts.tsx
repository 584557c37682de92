import { useTranslation } from 'react-i18next'
import { AccountName } from '../ui/account-name.tsx'
import type { RecordData } from './record-data.ts'

/** The exact content per account, as it was submitted last, with the digests of its files. */
export function RecordPosts({ record }: { record: RecordData }) {
  const { t } = useTranslation('record')
  return (
    <>
      <p className="sel-second">
        {record.submittedAt === null
          ? t('nothingSubmitted')
          : t('parts.contentSubmitted', { at: record.submittedAt })}
        {record.submittedHash !== null && (
          <>
            {' '}
            <code>{record.submittedHash.slice(0, 12)}</code>
          </>
        )}
      </p>
      {record.posts.map((post) => (
        <article key={post.account.id} className="sel-record-post">
          <h3>
            <AccountName
              handle={post.account.handle}
              platform={post.account.platform}
              kind={post.account.kind}
            />
          </h3>
          {post.headline !== null && (
            <p>
              <span className="sel-second">{t('headline')}: </span>
              <b lang={post.language}>{post.headline}</b>
            </p>
          )}
          <p className="sel-record-text" lang={post.language}>
            {post.pastedText}
          </p>
          {post.link !== null && !post.pastedText.includes(post.link) && (
            <p className="sel-record-link">
              <span className="sel-second">{t('link')}: </span>
              {post.link}
            </p>
          )}
          <ul>
            {post.media.map((medium, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice; its place names it
              <li key={`${medium.sha256} ${index}`}>
                {t('imageOf', { name: medium.name ?? '', hash: medium.sha256.slice(0, 12) })}
                {'. '}
                {medium.alternativeText === ''
                  ? t('noAlternativeText')
                  : t('alternativeText', { text: medium.alternativeText })}
                {medium.captionsSha256 !== null && (
                  <>
                    {' '}
                    {t('captionsOf', {
                      name: medium.captionsName ?? '',
                      hash: medium.captionsSha256.slice(0, 12),
                    })}
                  </>
                )}
                {medium.posterSha256 !== null && (
                  <>
                    {' '}
                    {t('posterOf', { name: medium.posterName ?? '', hash: medium.posterSha256.slice(0, 12) })}
                  </>
                )}
                {medium.transcript !== '' && (
                  <p lang={post.language}>{t('transcript', { text: medium.transcript })}</p>
                )}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { Difference } from '../ui/difference.tsx'
import { PlatformMark } from '../ui/platform-mark.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Publication, Variant } from './editor-data.ts'
import { resolvedOf } from './resolved.ts'
import type { WritingState } from './use-writing.ts'

type Props = { publication: Publication; writing: WritingState; onClose: () => void }

/** The main text on the left, beside it each account's own with the words that differ marked, as typed now. */
export function CompareTexts({ publication, writing, onClose }: Props) {
  const { t } = useTranslation('publications')
  const text = writing.value('head', 'mainText', publication.mainText)
  const language = writing.value('head', 'language', publication.language)
  return (
    <Sheet isOpen onClose={onClose} title={t('variants.compareTitle')} isWide>
      <ul className="sel-compare">
        {publication.variants.map((variant) => (
          <li key={variant.id}>
            <h3>
              <PlatformMark platform={variant.account.platform} /> {variant.account.handle}
            </h3>
            <section aria-label={t('variants.mainText')}>
              <h4>{t('variants.mainText')}</h4>
              <p className="sel-transcript" lang={language}>
                {text}
              </p>
            </section>
            <OwnText publication={publication} variant={variant} writing={writing} mainText={text} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type OwnProps = { publication: Publication; variant: Variant; writing: WritingState; mainText: string }

function OwnText({ publication, variant, writing, mainText }: OwnProps) {
  const { t } = useTranslation('publications')
  const key = `variant:${variant.id}` as const
  const own = writing.value(key, 'ownText', variant.ownText)
  const resolved = resolvedOf(publication, variant, writing)
  const isOwnLanguage = resolved.language !== writing.value('head', 'language', publication.language)
  const others = [
    isOwnLanguage ? t('variants.inLanguage', { language: t(`languages.${resolved.language}`) }) : null,
    resolved.headline === null ? null : t('variants.ownHeadline'),
    writing.value(key, 'ownLink', variant.ownLink) === null ? null : t('variants.ownLink'),
    writing.value(`media:${variant.id}`, 'media', variant.ownMedia) === null ? null : t('variants.ownImages'),
  ].filter((one) => one !== null)
  return (
    <section aria-label={variant.account.handle}>
      <h4>{t('fields.ownText')}</h4>
      {own === null ? (
        <p className="sel-second">{t('variants.followsMain')}</p>
      ) : (
        <Difference before={mainText} after={own} lang={resolved.language} className="sel-transcript" />
      )}
      {others.length > 0 && <p className="sel-second">{`${t('variants.differs')} ${others.join(', ')}`}</p>}
    </section>
  )
}

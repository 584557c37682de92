import { Select, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Publication } from './editor-data.ts'
import { Media } from './media.tsx'
import { Quotable } from './quotable.tsx'
import { TextArea } from './text-area.tsx'
import { useFieldProblem } from './use-field-problem.ts'
import type { WritingState } from './use-writing.ts'

type Props = { publication: Publication; writing: WritingState; isOpen: boolean }

/** What every variant follows that has nothing of its own: text, link, language, media. */
export function MainText({ publication, writing, isOpen }: Props) {
  const { t } = useTranslation('publications')
  const problem = useFieldProblem(writing)
  const id = useId()
  const text = writing.value('head', 'mainText', publication.mainText)
  const link = writing.value('head', 'mainLink', publication.mainLink)
  const language = writing.value('head', 'language', publication.language)
  const media = writing.value('media', 'media', publication.media)
  return (
    <section className="sel-main-text" aria-label={t('fields.mainText')}>
      <div className="sel-label-row">
        <label htmlFor={`${id}-text`} className="sel-field-label">
          {t('fields.mainText')}
        </label>
        <span className="sel-second">{t('editor.usedByAll')}</span>
      </div>
      <Quotable variantId={null} field="mainText" isCommentable={publication.may.comment.isAllowed}>
        {isOpen ? (
          <TextArea
            id={`${id}-text`}
            value={text}
            lang={language}
            error={problem('head', 'mainText')}
            onChange={(value) => writing.set('head', 'mainText', value)}
          />
        ) : (
          <p id={`${id}-text`} className="sel-shown-text" lang={language}>
            {text || <span className="sel-second">{t('preview.empty')}</span>}
          </p>
        )}
      </Quotable>
      <div className="sel-link-row">
        {isOpen ? (
          <>
            <TextInput
              label={t('fields.mainLink')}
              type="url"
              value={link ?? ''}
              placeholder="https://"
              error={problem('head', 'mainLink')}
              onChange={(event) => writing.set('head', 'mainLink', event.currentTarget.value || null)}
            />
            <Select
              label={t('fields.language')}
              data={[
                { value: 'id', label: t('languages.id') },
                { value: 'en', label: t('languages.en') },
              ]}
              value={language}
              allowDeselect={false}
              onChange={(value) => value !== null && writing.set('head', 'language', value)}
            />
          </>
        ) : (
          <p className="sel-second">
            {[link, t(`languages.${language}`)].filter((one) => one !== null).join(', ')}
          </p>
        )}
      </div>
      <Media
        media={media}
        isWritable={isOpen}
        language={language}
        onChange={(next) => writing.set('media', 'media', next)}
      />
    </section>
  )
}

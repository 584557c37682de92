import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldAt } from '../../domain/platforms/fold.ts'

type Props = {
  text: string
  language: string
  /** After how many characters the feed folds it; null: it is shown whole. */
  foldsAfter: number | null
  /** Draws a text with its links. */
  draw: (text: string) => ReactNode
}

/** A text as the feed shows it: folded where the platform folds it, and opened as readers open it. */
export function FeedText({ text, language, foldsAfter, draw }: Props) {
  const { t } = useTranslation('publications')
  const [isWhole, setIsWhole] = useState(false)
  const end = foldsAfter === null ? null : foldAt(text, foldsAfter)
  if (end === null) {
    return (
      <p className="sel-post-text" lang={language}>
        {draw(text)}
      </p>
    )
  }
  return (
    <div>
      <p className="sel-post-text" lang={language}>
        {draw(isWhole ? text : `${text.slice(0, end)}…`)}{' '}
        <button
          type="button"
          className="sel-link"
          aria-expanded={isWhole}
          onClick={() => setIsWhole((before) => !before)}
        >
          {t(isWhole ? 'preview.less' : 'preview.more')}
        </button>
      </p>
      {!isWhole && <p className="sel-second">{t('preview.folded', { count: foldsAfter ?? 0 })}</p>}
    </div>
  )
}

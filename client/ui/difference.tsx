import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './parts.css'

type Part = { value: string; added: boolean; removed: boolean }

const COMPARE_MILLISECONDS = 400

/**
 * What changed between two texts, word by word: added words on leaf green with a dotted underline, removed ones struck
 * through. Where there is too much to compare, both texts are shown whole.
 */
export function Difference(props: { before: string; after: string; className?: string; lang?: string }) {
  const { t } = useTranslation('ui')
  const { before, after } = props
  const [parts, setParts] = useState<{ of: string; list: Part[] | null }>({ of: '', list: [] })
  const pair = `${before}\u0000${after}`

  useEffect(() => {
    let isCurrent = true
    void compare(before, after).then((list) => {
      if (isCurrent) setParts({ of: `${before}\u0000${after}`, list })
    })
    return () => {
      isCurrent = false
    }
  }, [before, after])

  if (parts.of !== pair) return <p className={`sel-difference ${props.className ?? ''}`}>{after}</p>
  if (parts.list === null) {
    return (
      <div className={`sel-difference ${props.className ?? ''}`}>
        <p className="sel-second">{t('difference.tooLong')}</p>
        <h4>{t('difference.before')}</h4>
        <p>{before}</p>
        <h4>{t('difference.after')}</h4>
        <p>{after}</p>
      </div>
    )
  }
  if (before === after) return <p className="sel-second">{t('difference.unchanged')}</p>
  return (
    <p className={`sel-difference ${props.className ?? ''}`} lang={props.lang}>
      {parts.list.map((part, index) => {
        const key = `${index} ${part.value}`
        if (part.added) {
          return (
            <ins key={key}>
              <span className="sel-hidden">{`[${t('difference.added')}] `}</span>
              {part.value}
            </ins>
          )
        }
        if (part.removed) {
          return (
            <del key={key}>
              <span className="sel-hidden">{`[${t('difference.removed')}] `}</span>
              {part.value}
            </del>
          )
        }
        return <span key={key}>{part.value}</span>
      })}
    </p>
  )
}

/** Null where the comparison takes too long. */
async function compare(before: string, after: string): Promise<Part[] | null> {
  const { diffWordsWithSpace } = await import('diff')
  const parts = diffWordsWithSpace(before, after, { timeout: COMPARE_MILLISECONDS })
  return parts?.map(({ value, added, removed }) => ({ value, added, removed })) ?? null
}

import { useTranslation } from 'react-i18next'
import type { ShownEntry } from './briefing-data.ts'
import { shortened } from './paragraph.tsx'

/** The library says it in other words by now: one act takes them over. */
export function TakeOver({ entry, onTake }: { entry: ShownEntry; onTake: () => void }) {
  const { t } = useTranslation('briefings')
  if (entry.newWording === null) return null
  const { question, answer } = entry.newWording
  const words = question === entry.question ? answer : `${question} ${answer}`
  return (
    <p className="sel-brief-changed">
      {t('entries.changed', { answer: shortened(words) })}{' '}
      <button
        type="button"
        className="sel-link"
        aria-label={t('entries.takeOverOf', { question: entry.question })}
        onClick={onTake}
      >
        {t('entries.takeOver')}
      </button>
    </p>
  )
}

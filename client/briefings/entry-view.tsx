import { useTranslation } from 'react-i18next'
import type { ShownEntry } from './briefing-data.ts'
import { Paragraph } from './paragraph.tsx'

type Props = { entry: ShownEntry; isNew: boolean; onAsk?: (text: string) => void }

/** A question and its answer as this version holds them, with what the library says about it. */
export function EntryView({ entry, isNew, onAsk }: Props) {
  const { t } = useTranslation('briefings')
  const standing = standingOf()
  return (
    <li className="sel-brief-entry" data-new={isNew || undefined}>
      <Paragraph text={`${entry.question} ${entry.answer}`} isNew={isNew} onAsk={onAsk}>
        <b>{entry.question}</b>
      </Paragraph>
      <p className="sel-brief-answer">{entry.answer}</p>
      {standing !== null && <p className="sel-second sel-brief-small">{standing}</p>}
    </li>
  )

  function standingOf(): string | null {
    if (entry.validity !== 'approved') return t(`entries.validity.${entry.validity}`)
    if (entry.verifier === null) return null
    return entry.validUntil === null
      ? t('entries.verified', { name: entry.verifier })
      : t('entries.verifiedUntil', { name: entry.verifier, at: entry.validUntil })
  }
}

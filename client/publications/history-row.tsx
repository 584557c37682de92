import { useTranslation } from 'react-i18next'
import { capital, dayTime } from '../../domain/language/format.ts'
import { textFields } from '../../domain/publications/input.ts'
import type { PlannedTime } from '../../domain/publications/planned-time.ts'
import { reasonsAgainstTransition } from '../../domain/publications/transitions.ts'
import { useReader } from '../shell/reader.ts'
import { Difference } from '../ui/difference.tsx'
import { BringBack } from './bring-back.tsx'
import type { HistoryEntry, Publication } from './editor-data.ts'
import { timeWords } from './time-words.ts'
import { useFieldText } from './use-field-text.ts'

type Props = { publication: Publication; entry: HistoryEntry; names: Readonly<Record<string, string>> }

/** Who did what and when; what was written unfolds as a difference. */
export function HistoryRow({ publication, entry, names }: Props) {
  const { t, i18n } = useTranslation('publications')
  const { nameOf, textOf } = useFieldText()
  const reader = useReader()
  const { action, data, before, after } = entry
  const handle = typeof data.accountId === 'string' ? names[data.accountId] : undefined
  const fields = action === 'publications.edited' ? Object.keys(after ?? {}) : []

  return (
    <div className="sel-history-row">
      <p>
        <b>{entry.by ?? t('history.clock')}</b> {sentence()}
        {handle !== undefined && ` ${t('history.of', { handle })}`}
      </p>
      <time className="sel-second" dateTime={entry.at}>
        {capital(dayTime(entry.at, reader))}
      </time>
      {action === 'publications.moved' && before && after && (
        <p className="sel-second">
          {t('history.fromTo', {
            from: timeWords(t, before as PlannedTime),
            to: timeWords(t, after as PlannedTime),
          })}
        </p>
      )}
      {fields.length > 0 && (
        <details>
          <summary>{t('history.changes')}</summary>
          {fields.map((field) => (
            <div key={field} className="sel-history-field">
              <h4>{nameOf(field)}</h4>
              <Difference
                before={textOf(field, before?.[field], names)}
                after={textOf(field, after?.[field], names) || t('history.nothing')}
              />
              {bringBackOf(field)}
            </div>
          ))}
        </details>
      )}
    </div>
  )

  /** The way back to the text before this change, for who may write it, unless it stands there now. */
  function bringBackOf(name: string) {
    const field = textFields.find((one) => one === name)
    const revisionId = entry.sources[name]
    const earlier = before?.[name]
    if (field === undefined || revisionId === undefined || typeof earlier !== 'string') return null
    const isOfVariant = field === 'ownText' || field === 'headline'
    const variant = publication.variants.find((one) => one.id === entry.partId)
    const part = isOfVariant ? variant : publication
    const mayWrite = isOfVariant
      ? variant?.mayWrite === true && isChangeable('edit_content')
      : isChangeable('edit_details') && publication.may.editDetails.isAllowed
    if (part === undefined || !mayWrite) return null
    const present = isOfVariant ? variant?.[field] : publication[field]
    if (present === earlier) return null
    return (
      <BringBack
        publication={publication}
        revisionId={revisionId}
        field={field}
        version={part.version}
        isContent={isOfVariant || field === 'mainText'}
      />
    )
  }

  function isChangeable(command: 'edit_content' | 'edit_details'): boolean {
    return reasonsAgainstTransition(publication.phase, command).length === 0
  }

  /** What was done, as a verb after the person's name; an action no words are known for is told plainly. */
  function sentence(): string {
    if (typeof data.broughtBackFrom === 'string') {
      return t('history.broughtBack', {
        fields: fields.map((field) => nameOf(field).toLowerCase()),
        at: data.broughtBackFrom,
      })
    }
    const key = `history.actions.${action.replace('.', '_')}`
    if (!i18n.exists(`publications:${key}`)) return t('history.other')
    const wordOf = (group: 'kinds' | 'whys', value: unknown) =>
      i18n.exists(`publications:history.${group}.${String(value)}`)
        ? (t as (key: string) => string)(`history.${group}.${String(value)}`)
        : ''
    // The action is found at run time among those of the rooms, so its key cannot be typed.
    return (t as (key: string, data: object) => string)(key, {
      ...data,
      fields: fields.map((field) => nameOf(field).toLowerCase()),
      kind: wordOf('kinds', data.kind),
      why: wordOf('whys', data.why),
    })
  }
}

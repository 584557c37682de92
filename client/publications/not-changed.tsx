import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../domain/refusals.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { RefusalSentence, useRefusalSentence } from '../shell/refusal-sentence.tsx'
import './not-changed.css'

/** Why several were not changed: each that could not, by its title, with its own reason; any other failure as ever. */
export function NotChangedList({ failure }: { failure: Failure }) {
  const { t } = useTranslation('calendar')
  const say = useRefusalSentence()
  const many = refusedWith(failure, 'many_not_changed')
  if (many === null) return <RefusalSentence failure={failure} />
  return (
    <div role="alert">
      <p className="sel-not-changed-title">{t('marks.notChanged', { count: many.items.length })}</p>
      <ul className="sel-not-changed">
        {many.items.map(({ publicationId, title, code, data }) => (
          <li key={publicationId}>
            {title !== null && <b>{title}</b>} <span>{reasonOf({ code, data } as Refusal)}</span>
          </li>
        ))}
      </ul>
    </div>
  )

  function reasonOf(refusal: Refusal): string {
    if (refusal.code === 'conflict' && refusal.data.by !== null)
      return t('marks.reasons.conflict', { name: refusal.data.by })
    if (refusal.code === 'not_in_this_state') return t('marks.reasons.closed')
    if (refusal.code === 'not_found') return t('marks.reasons.missing')
    return say({ ...failure, refusal }) ?? ''
  }
}

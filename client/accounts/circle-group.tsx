import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Person = { id: string; name: string; why: string | null }

type Props = {
  title: string
  hint?: string
  people: readonly Person[]
  /** What it says where nobody is there. */
  empty?: string
  onRemove?: (personId: string) => void
}

/** People who belong to a circle for one reason; several roles of one person stand on one line. */
export function CircleGroup({ title, hint, people, empty, onRemove }: Props) {
  const { t } = useTranslation('accounts')
  const id = useId()
  const merged = new Map<string, { name: string; why: string[] }>()
  for (const person of people) {
    const known = merged.get(person.id) ?? { name: person.name, why: [] }
    if (person.why !== null) known.why.push(person.why)
    merged.set(person.id, known)
  }
  return (
    <section className="sel-circle-group" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {hint !== undefined && <p className="sel-second">{hint}</p>}
      {merged.size === 0 && empty !== undefined && <p className="sel-second">{empty}</p>}
      <ul>
        {[...merged].map(([personId, { name, why }]) => (
          <li key={personId}>
            <span>
              {name}
              {why.length > 0 && <span className="sel-second">, {why.join(', ')}</span>}
            </span>
            {onRemove !== undefined && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('circlePage.removeOf', { name })}
                onClick={() => onRemove(personId)}
              >
                {t('circlePage.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from './action-button.tsx'
import './parts.css'

export type ConflictField = { field: string; label: string; yours: string; theirs: string }
export type ConflictChoice = Record<string, 'yours' | 'theirs'>

type Props = {
  /** Who changed the same fields, and when. */
  by: string
  at: string
  fields: readonly ConflictField[]
  isPending?: boolean
  /** Called once every field is chosen. */
  onSettle: (choice: ConflictChoice) => void
}

/** The band over a form when two people changed the same: both texts side by side, nothing preselected. */
export function Conflict({ by, at, fields, isPending = false, onSettle }: Props) {
  const { t } = useTranslation('ui')
  const [choice, setChoice] = useState<ConflictChoice>({})
  const left = fields.filter((one) => choice[one.field] === undefined).length

  return (
    <section className="sel-conflict" role="alert">
      <h2>{t('conflict.title', { name: by, at })}</h2>
      {fields.map((one) => (
        <fieldset key={one.field} className="sel-conflict-field" style={{ border: 0, margin: 0, padding: 0 }}>
          <legend className="sel-field-label">{one.label}</legend>
          <div className="sel-conflict-sides">
            {(['yours', 'theirs'] as const).map((side) => (
              <div
                key={side}
                className="sel-conflict-side"
                data-chosen={choice[one.field] === side || undefined}
              >
                <b>{side === 'yours' ? t('conflict.yours') : t('conflict.theirs', { name: by })}</b>
                <span>
                  {one[side] === '' ? <span className="sel-second">{t('conflict.empty')}</span> : one[side]}
                </span>
                <button
                  type="button"
                  className="sel-link"
                  aria-pressed={choice[one.field] === side}
                  aria-label={
                    side === 'yours'
                      ? t('conflict.chooseYours', { field: one.label })
                      : t('conflict.chooseTheirs', { field: one.label, name: by })
                  }
                  onClick={() => setChoice((before) => ({ ...before, [one.field]: side }))}
                >
                  {choice[one.field] === side ? t('conflict.chosen') : t('conflict.choose')}
                </button>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="sel-mark">
        <ActionButton
          weight="primary"
          isPending={isPending}
          disabled={left > 0}
          reasonId="conflict-left"
          onClick={() => onSettle(choice)}
        >
          {t('conflict.apply')}
        </ActionButton>
        <span id="conflict-left" className="sel-second">
          {left > 0 ? t('conflict.left', { count: left }) : ''}
        </span>
      </div>
    </section>
  )
}

import { type ReactNode, useId } from 'react'
import './parts.css'

type Segment<T extends string> = {
  value: T
  label: string
  /** A number or glyph beside the word. */
  mark?: ReactNode
  tone?: 'promote' | 'protect'
  disabled?: boolean
}

type Props<T extends string> = {
  label: string
  /** Shows the label above; otherwise only screen readers hear it. */
  isLabelShown?: boolean
  segments: readonly Segment<T>[]
  value: T | null
  onChange: (value: T) => void
}

/** One choice of a few, side by side, the chosen one in ink: native radio buttons, so arrows move between them. */
export function Segments<T extends string>({
  label,
  isLabelShown = false,
  segments,
  value,
  onChange,
}: Props<T>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`}>
      <span id={`${name}-label`} className={isLabelShown ? 'sel-field-label' : 'sel-hidden'}>
        {label}
      </span>
      <div className="sel-segments">
        {segments.map((segment) => (
          <label key={segment.value} className="sel-segment" data-tone={segment.tone}>
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={value === segment.value}
              disabled={segment.disabled}
              onChange={() => onChange(segment.value)}
            />
            {segment.mark}
            {segment.label}
          </label>
        ))}
      </div>
    </div>
  )
}

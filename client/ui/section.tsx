import type { ReactNode } from 'react'
import { useId } from 'react'
import './parts.css'

type Props = {
  title: string
  /** In second ink behind the title: a date, a number. */
  detail?: ReactNode
  /** A quiet link or a small button at the right end. */
  action?: ReactNode
  children: ReactNode
  level?: 2 | 3
}

/** A part of a page: its heading over a hairline. */
export function Section({ title, detail, action, children, level = 2 }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id}>
      <div className="sel-section-head">
        <div>
          <Heading id={id}>{title}</Heading>
          {detail !== undefined && <span>{detail}</span>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}

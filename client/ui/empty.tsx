import type { ReactNode } from 'react'
import './parts.css'

/** What a page says when there is nothing: one sentence that teaches its one action, and that action. */
export function Empty(props: { children: ReactNode; action?: ReactNode; inline?: boolean }) {
  return (
    <div className="sel-empty" data-inline={props.inline || undefined}>
      <p>{props.children}</p>
      {props.action}
    </div>
  )
}

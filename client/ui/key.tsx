import './marks.css'

/** A key beside what it does: `<Key of="Ctrl Enter" />`. Decorative: names belong in aria-keyshortcuts of the control. */
export function Key({ of }: { of: string }) {
  return (
    <span className="sel-key" aria-hidden="true">
      {of}
    </span>
  )
}

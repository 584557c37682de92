import './parts.css'

/** The row of a page's title before it is known. */
export function PageTitleLines() {
  return (
    <div className="sel-page-title" aria-hidden="true">
      <span className="sel-line" style={{ width: 220, height: 22 }} />
    </div>
  )
}

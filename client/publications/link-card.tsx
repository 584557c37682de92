/** The card that platforms make of a link where a post has no media: where it leads, in words. */
export function LinkCard({ link }: { link: string }) {
  if (!URL.canParse(link)) return null
  const { host, pathname } = new URL(link)
  return (
    <div className="sel-link-card">
      <span className="sel-second">{host.replace(/^www\./, '')}</span>
      <span>{decoded(pathname)}</span>
    </div>
  )
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

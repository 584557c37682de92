export function BriefingTab(_props: { publicationId: string }) {
  return null
}

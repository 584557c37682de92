export function ApprovalTab(_props: { publicationId: string }) {
  return null
}

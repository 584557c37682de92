/** The refusals of this room: code -> data. */
export type AgendaRefusals = {
  /** Cancelled: it is neither changed nor postponed, and nothing is hung on it. */
  event_cancelled: { name: string }
  /** The event or what hangs on it is no longer as it was shown. */
  postponing_outdated: Record<string, never>
}

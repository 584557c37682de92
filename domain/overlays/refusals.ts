/** The refusals of this room: code -> data. */
export type OverlaysRefusals = {
  overlays_too_many: { limit: number }
  calendar_unreadable: { name: string }
  calendar_too_heavy: { name: string }
}

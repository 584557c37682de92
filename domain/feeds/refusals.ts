/** The refusals of this room: code -> data. */
export type FeedsRefusals = {
  feeds_too_many: { limit: number }
}

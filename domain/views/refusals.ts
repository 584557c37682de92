/** The refusals of this room: code -> data. */
export type ViewsRefusals = {
  /** The same person, or the same unit, keeps another view under this name. */
  view_name_taken: { name: string }
  views_too_many: { limit: number }
}

import type { NamedPerson } from '../people/person.ts'

/** The refusals of this room: code -> data. */
export type MarksRefusals = {
  /** The same day under the same name. */
  important_day_exists: { name: string }
  /** Somebody changed it since it was shown. */
  important_day_changed: { name: string }
  pause_ended: { name: string }
  /** The pause does not stop this publication at its planned time, so there is nothing to except it from. */
  pause_not_covering: { name: string }
  pause_excepted_already: { by: string }
  /** Who wrote any of the content grants it no exception; `others` can. */
  pause_exception_by_author: { others: NamedPerson[] }
}

import type { Instant } from '../time.ts'

/** The refusals of this room: code -> data. */
export type TemplatesRefusals = {
  /** The unit has another template in use under this name. */
  template_name_taken: { name: string }
  templates_too_many: { limit: number }
  /** All that is written in it is more than a template holds. */
  template_too_long: { length: number; limit: number }
  /** An account of an office-holder: what is planned for it is its circle's alone, a template is the whole unit's. */
  template_executive: { handle: string }
  /** The publication is on an office-holder's account. */
  template_of_circle: Record<string, never>
  /** What it says must not be known yet. */
  template_embargoed: { until: Instant }
}

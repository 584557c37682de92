import type { AccountsRefusals } from './accounts/refusals.ts'
import type { AgencyRefusals } from './agency/refusals.ts'
import type { AgendaRefusals } from './agenda/refusals.ts'
import type { AnswersRefusals } from './answers/refusals.ts'
import type { ApprovalsRefusals } from './approvals/refusals.ts'
import type { BriefingsRefusals } from './briefings/refusals.ts'
import type { FeedsRefusals } from './feeds/refusals.ts'
import type { FilesRefusals } from './files/refusals.ts'
import type { IssuesRefusals } from './issues/refusals.ts'
import type { MarksRefusals } from './marks/refusals.ts'
import type { NotificationsRefusals } from './notifications/refusals.ts'
import type { OverlaysRefusals } from './overlays/refusals.ts'
import type { PeopleRefusals } from './people/refusals.ts'
import type { Action } from './permissions.ts'
import type { ImportRefusals } from './publications/import-refusals.ts'
import type { PublicationsRefusals } from './publications/refusals.ts'
import type { PublishingRefusals } from './publishing/refusals.ts'
import type { TemplatesRefusals } from './templates/refusals.ts'
import type { ViewsRefusals } from './views/refusals.ts'

/** Refusals that belong to no single room. */
type SharedRefusals = {
  /** Missing, or not for this person to see: the same answer. */
  not_found: Record<string, never>
  /** The person holds no role that carries the action anywhere. */
  not_allowed: { action: Action }
  signed_out: Record<string, never>
  /** What was sent does not fit; one entry per field, `code` as in the room's input schema. */
  input_invalid: { fields: { path: string; code: string; params: Record<string, unknown> }[] }
  /** The same key came with another command or another input. */
  key_reused: Record<string, never>
  /** Somebody else changed the same fields first; `theirs` is what stands now. */
  conflict: {
    by: string | null
    at: string
    version: number
    fields: { field: string; yours: unknown; theirs: unknown }[]
  }
  /** The database was lost or overloaded; nothing was kept. Trying again with the same key is safe. */
  try_again: Record<string, never>
  /** More than the server takes in one request. */
  request_too_large: { limitMegabytes: number }
  too_many_tries: { retryAfterSeconds: number }
}

/** Every refusal there is: its code and the data that its sentence needs. Each room declares its own and joins here. */
export type Refusals = SharedRefusals &
  AgencyRefusals &
  AgendaRefusals &
  PeopleRefusals &
  PublicationsRefusals &
  ApprovalsRefusals &
  PublishingRefusals &
  AccountsRefusals &
  IssuesRefusals &
  AnswersRefusals &
  BriefingsRefusals &
  TemplatesRefusals &
  MarksRefusals &
  FilesRefusals &
  ImportRefusals &
  NotificationsRefusals &
  ViewsRefusals &
  FeedsRefusals &
  OverlaysRefusals

export type RefusalCode = keyof Refusals

export type Refusal = { [Code in RefusalCode]: { code: Code; data: Refusals[Code] } }[RefusalCode]

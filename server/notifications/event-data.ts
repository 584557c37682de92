import { z } from 'zod'

/** The small facts of an event, read leniently: what is missing or of another shape counts as not said. */
const schema = z.object({
  asked: z.array(z.string()).catch([]),
  nextAsked: z.array(z.string()).catch([]),
  decidedBy: z.array(z.string()).catch([]),
  mentions: z.array(z.string()).catch([]),
  codes: z.array(z.string()).catch([]),
  isComplete: z.boolean().catch(false),
  isLast: z.boolean().catch(false),
  isFirst: z.boolean().catch(false),
  kind: z.string().catch(''),
  why: z.string().catch(''),
  how: z.string().catch(''),
  role: z.string().catch(''),
  from: z.string().nullable().catch(null),
  to: z.string().nullable().catch(null),
  onBehalfOf: z.string().nullable().catch(null),
  ownerId: z.string().nullable().catch(null),
  personId: z.string().nullable().catch(null),
  signedBy: z.string().nullable().catch(null),
  askedBy: z.string().nullable().catch(null),
  loggedBy: z.string().nullable().catch(null),
  questionId: z.string().nullable().catch(null),
  issueId: z.string().nullable().catch(null),
  eventId: z.string().nullable().catch(null),
  entryId: z.string().nullable().catch(null),
  invitationId: z.string().nullable().catch(null),
  delegationId: z.string().nullable().catch(null),
  number: z.number().nullable().catch(null),
  dueAt: z.string().nullable().catch(null),
})

export type EventData = z.infer<typeof schema>

export function dataOf(event: { data: Record<string, unknown> }): EventData {
  return schema.parse(event.data)
}

import { z } from 'zod'

/** How far ahead the contact centre looks, today not counted. */
export const UPCOMING_DAYS = 14
export const UPCOMING_PAGE = 100

/** `unread`: a version the reader has not confirmed. `mine`: waits for the reader's signature or answer. */
export const upcomingViews = ['all', 'unread', 'mine'] as const

export const upcomingInput = z.strictObject({
  view: z.enum(upcomingViews).default('all'),
  cursor: z.string().max(300).nullable().default(null),
  /** Sent by the page's reader of long lists. */
  direction: z.literal('forward').optional(),
  size: z.int().min(1).max(UPCOMING_PAGE).default(UPCOMING_PAGE),
})

import { createHmac } from 'node:crypto'
import { secretOf } from '../infrastructure/secret-of.ts'
import type { World } from '../infrastructure/world.ts'

/**
 * The one-time token of an invitation, made from the secret and the invitation's id, so that it need not be kept: the
 * database has its hash only, and neither a command's kept answer nor a mail that waits holds the link.
 */
export function invitationToken(world: World, invitationId: string): string {
  return createHmac('sha256', secretOf(world)).update(`invitation ${invitationId}`).digest('base64url')
}

/** The path of the page that accepts it. The token stands behind `#`: no server log and no referrer sees it. */
export function invitationPath(world: World, invitationId: string): string {
  return `/invitation#${invitationToken(world, invitationId)}`
}

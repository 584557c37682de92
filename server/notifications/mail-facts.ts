import { eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { agency } from '../../db/schema/agency.ts'
import type { mails } from '../../db/schema/notifications.ts'
import { invitations, people } from '../../db/schema/people.ts'
import type { Cause } from '../../domain/notifications/facts.ts'
import { isMailKind, isNotificationKind } from '../../domain/notifications/kinds.ts'
import type { MailFacts } from './mail-text.ts'
import { resolveFacts } from './resolve-facts.ts'

export type Mail = typeof mails.$inferSelect

/** What a mail says, looked up now; null for a kind this version knows no words for. */
export async function mailFacts(db: Db, mail: Mail): Promise<(MailFacts & { zone: string }) | null> {
  if (!isMailKind(mail.kind)) return null
  const cause = mail.data as Cause & { line?: string }
  const [facts] = await resolveFacts(db, [cause])
  const [own] = await db.select({ name: agency.name, zone: agency.zone }).from(agency)
  if (facts === undefined || own === undefined) return null
  const { name, validUntil } = await receiverOf(db, mail, cause)
  return {
    kind: mail.kind,
    line: cause.line !== undefined && isNotificationKind(cause.line) ? cause.line : null,
    cause,
    facts,
    agencyName: own.name,
    receiverName: name,
    validUntil,
    zone: own.zone,
  }
}

async function receiverOf(
  db: Db,
  mail: Mail,
  cause: Cause,
): Promise<{ name: string | null; validUntil: string | null }> {
  if (cause.invitationId !== undefined) {
    const [row] = await db.select().from(invitations).where(eq(invitations.id, cause.invitationId))
    return { name: row?.name ?? null, validUntil: row?.expiresAt ?? null }
  }
  if (mail.personId === null) return { name: null, validUntil: null }
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, mail.personId))
  return { name: row?.name ?? null, validUntil: null }
}

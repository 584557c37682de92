import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { publications } from '../../db/schema/publications.ts'
import { audit } from '../../db/schema/records.ts'
import { alignmentDueAt } from '../../domain/briefings/signing.ts'
import { addWorkingDays } from '../../domain/marks/working-time.ts'
import { mustBeAligned } from '../../domain/publications/objectives.ts'
import { aheadStates } from '../../domain/publications/states.ts'
import type { Instant } from '../../domain/time.ts'
import type { Sweep } from '../infrastructure/clockwork.ts'
import { executeByClock, readAgency } from '../infrastructure/command.ts'
import { eachDue } from '../infrastructure/each-due.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { workingCalendar } from '../marks/calendar.ts'
import { lockPublicationForClock, type PublicationRow } from '../publications/lock.ts'

/** A planned time whose signature is due lies at most so many working days beyond the lead itself. */
const MARGIN_WORKING_DAYS = 2

/**
 * Asks for the signature that is due, once for each planned time: where it must be, while a briefing waits for it that
 * could be signed and its time is still ahead. Source: Selaras rules, Readiness 2; Briefing and desk.
 */
export const dueSignatures: Sweep = { name: 'signatures', everySeconds: 60, work: askDueSignatures }

export async function askDueSignatures(world: World): Promise<void> {
  const { db } = world.store
  const moment = await momentOf(world, db)
  const agency = await readAgency(db)
  const calendar = await workingCalendar(db, agency)
  const lead = agency.alignmentLeadWorkingDays
  const rows = await db
    .select({ id: publications.id, plannedAt: publications.plannedAt })
    .from(publications)
    .where(
      and(
        inArray(publications.state, [...aheadStates]),
        isNull(publications.handedOverAt),
        gt(publications.plannedAt, moment),
        lte(publications.plannedAt, addWorkingDays(moment, lead + MARGIN_WORKING_DAYS, calendar).at),
        eq(publications.openQuestions, 0),
        sql`${publications.briefingVersion} is distinct from ${publications.signedVersion}`,
        sql`not exists (select 1 from ${audit} told where told.room = 'briefings' and told.action = 'briefings.signature_due'
          and told.subject_id = ${publications.id}
          and (told.data ->> 'plannedAt')::timestamptz = ${publications.plannedAt})`,
      ),
    )
    .orderBy(asc(publications.plannedAt))
  const isDue = ({ plannedAt }: { plannedAt: Instant | null }) => {
    const due = alignmentDueAt(plannedAt, lead, calendar)
    return due !== null && due.at <= moment
  }
  const ids = rows.filter(isDue).map((row) => row.id)
  await eachDue(world, dueSignatures.name, ids, (publicationId) => askOne(world, publicationId))
}

async function askOne(world: World, publicationId: string): Promise<void> {
  await executeByClock(world, `clock signature ${publicationId}`, async ({ tx, moment, agency, record }) => {
    const publication = await lockPublicationForClock(tx, publicationId)
    if (publication === null || !waitsForSignature(publication, agency.alsoAlignedClasses, moment)) return
    const { plannedAt, briefingVersion } = publication
    const calendar = await workingCalendar(tx, agency)
    const due = alignmentDueAt(plannedAt, agency.alignmentLeadWorkingDays, calendar)
    if (plannedAt === null || due === null || due.at > moment) return
    if (await isAsked(tx, publicationId, plannedAt)) return
    await record({
      room: 'briefings',
      subjectId: publicationId,
      publicationId,
      action: 'briefings.signature_due',
      version: publication.version,
      data: { number: briefingVersion, dueAt: due.at, plannedAt },
    })
  })
}

function waitsForSignature(
  publication: PublicationRow,
  alsoAlignedClasses: readonly string[],
  moment: Instant,
): boolean {
  const { state, handedOverAt, plannedAt, briefingVersion, signedVersion, openQuestions } = publication
  const isAhead = aheadStates.some((one) => one === state) && handedOverAt === null
  const isSignable = briefingVersion !== null && briefingVersion !== signedVersion && openQuestions === 0
  return (
    isAhead &&
    isSignable &&
    plannedAt !== null &&
    plannedAt > moment &&
    mustBeAligned({
      objective: publication.objective,
      subjectClass: publication.subjectClass,
      hasExecutiveAccount: publication.isExecutive,
      alsoAlignedClasses,
    })
  )
}

async function isAsked(tx: Tx, publicationId: string, plannedAt: Instant): Promise<boolean> {
  const rows = await tx
    .select({ position: audit.position })
    .from(audit)
    .where(
      and(
        eq(audit.room, 'briefings'),
        eq(audit.subjectId, publicationId),
        eq(audit.action, 'briefings.signature_due'),
        sql`${audit.data} ->> 'plannedAt' = ${plannedAt}`,
      ),
    )
    .limit(1)
  return rows.length > 0
}

import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { publics, units } from '../../db/schema/agency.ts'
import { agendaEvents } from '../../db/schema/agenda.ts'
import { decisions } from '../../db/schema/approvals.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { comments, publications, submissions } from '../../db/schema/publications.ts'
import { onePublicationInput } from '../../domain/publications/input.ts'
import { standings } from '../../domain/publications/standing.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { mediaOf, variantsOf } from './editor-variants.ts'
import { visibleTo } from './visible.ts'

/** Everything the publication's page needs but readiness, briefing and approvals, which are windows of their own rooms. */
export const editor = read({
  name: 'publications.editor',
  right: 'institutional.read',
  input: onePublicationInput,
  async run({ db, person, input, moment, agency }) {
    const [found] = await db
      .select({
        publication: publications,
        unitName: units.name,
        ownerName: people.name,
        campaignName: campaigns.name,
        event: { name: agendaEvents.name, day: agendaEvents.day, cancelledAt: agendaEvents.cancelledAt },
        campaignEmbargo: campaigns.embargoUntil,
        publicName: publics.name,
      })
      .from(publications)
      .innerJoin(units, eq(units.id, publications.unitId))
      .innerJoin(people, eq(people.id, publications.ownerId))
      .leftJoin(agendaEvents, eq(agendaEvents.id, publications.agendaEventId))
      .leftJoin(campaigns, eq(campaigns.id, publications.campaignId))
      .leftJoin(publics, eq(publics.id, publications.publicId))
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    const { publication: row, ...names } = found ?? refuseMissing()
    const media = await mediaOf(db, row.id)
    const { graceMinutes, confirmMinutes } = agency
    return {
      id: row.id,
      unit: { id: row.unitId, name: names.unitName },
      title: row.title,
      objective: row.objective,
      subjectClass: row.subjectClass,
      campaign: row.campaignId === null ? null : { id: row.campaignId, name: names.campaignName ?? '' },
      campaignEmbargoUntil: names.campaignEmbargo,
      embargoUntil: row.embargoUntil,
      event:
        row.agendaEventId === null || names.event === null
          ? null
          : { id: row.agendaEventId, name: names.event.name, isCancelled: names.event.cancelledAt !== null },
      public: row.publicId === null ? null : { id: row.publicId, name: names.publicName ?? '' },
      mainText: row.mainText,
      mainLink: row.mainLink,
      language: row.language,
      notes: row.notes,
      owner: { id: row.ownerId, name: names.ownerName },
      timeKind: row.timeKind,
      plannedAt: row.plannedAt,
      plannedDay: row.plannedDay,
      isTimeBound: row.isTimeBound,
      isExecutive: row.isExecutive,
      isHeld: row.isHeld,
      state: row.state,
      phase: phaseOf(row),
      status: statusOf({ ...row, graceMinutes, confirmMinutes, isReady: false }, moment),
      version: row.version,
      timeVersion: row.timeVersion,
      contentHash: row.contentHash,
      changedAt: row.changedAt,
      handedOverAt: row.handedOverAt,
      corrects: row.correctsId === null ? null : await titleOf(db, row.correctsId, person, moment),
      media: media.filter((medium) => medium.variantId === null),
      variants: await variantsOf(db, row, media, person),
      submission: row.submissionId === null ? null : await submissionOf(db, row.submissionId),
      may: standings(row, person),
      openCommentCount: await openCommentsOf(db, row.id),
      moment,
    }
  },
})

async function titleOf(db: Db, id: string, person: { id: string }, moment: string) {
  const [row] = await db
    .select({ id: publications.id, title: publications.title })
    .from(publications)
    .where(and(eq(publications.id, id), visibleTo(person, moment)))
  return row ?? null
}

/** The live submission, and whose standing decisions an edit would end. */
async function submissionOf(db: Db, submissionId: string) {
  const [row] = await db
    .select({ id: submissions.id, at: submissions.submittedAt, by: people.name })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .where(eq(submissions.id, submissionId))
  if (!row) return null
  const standing = db
    .select({ id: decisions.personId })
    .from(decisions)
    .where(and(eq(decisions.submissionId, submissionId), isNull(decisions.revokedAt)))
  const decidedBy = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, standing))
    .orderBy(asc(people.name))
  return { ...row, decidedBy }
}

async function openCommentsOf(db: Db, publicationId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(comments)
    .where(and(eq(comments.publicationId, publicationId), isNull(comments.resolvedAt)))
  return row?.count ?? 0
}

import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { people } from '../../db/schema/people.ts'
import { publications, submissions } from '../../db/schema/publications.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { phaseOf } from '../../domain/publications/states.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { publicationToPublish } from '../../domain/publishing/input.ts'
import { postsOf } from '../approvals/posts.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { contentOf } from '../publications/content.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { visibleTo } from '../publications/visible.ts'
import { approvalEvents } from './record-approvals.ts'
import { briefingEvents } from './record-briefing.ts'
import { publishingEvents, type RecordEvent, writingEvents } from './record-events.ts'

const AT_MOST = 500

/**
 * The publication's file: who wrote, asked, signed, decided, handed over and confirmed, on which content, when, on whose
 * behalf; and the exact content per account, as it was submitted last. At most the 500 newest events.
 */
export const record = read({
  name: 'reading.record',
  right: 'institutional.read',
  input: publicationToPublish,
  async run({ db, person, input, moment, agency }) {
    const [found] = await db
      .select({
        publication: publications,
        unit: units.name,
        owner: people.name,
        campaign: campaigns.name,
      })
      .from(publications)
      .innerJoin(units, eq(units.id, publications.unitId))
      .innerJoin(people, eq(people.id, publications.ownerId))
      .leftJoin(campaigns, eq(campaigns.id, publications.campaignId))
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    const { publication, ...names } = found ?? refuseMissing()
    const events = await eventsOf(db, publication)
    const { graceMinutes, confirmMinutes } = agency
    return {
      agency: agency.name,
      zone: agency.zone,
      printedBy: person.name,
      moment,
      publication: {
        id: publication.id,
        title: publication.title,
        objective: publication.objective,
        subjectClass: publication.subjectClass,
        plannedAt: publication.plannedAt,
        plannedDay: publication.plannedDay,
        timeKind: publication.timeKind,
        phase: phaseOf(publication),
        status: statusOf({ ...publication, graceMinutes, confirmMinutes, isReady: false }, moment),
        contentHash: publication.contentHash,
        corrects: await titleOf(db, publication.correctsId, person, moment),
        ...names,
      },
      ...(await contentShown(db, publication)),
      events: events.slice(-AT_MOST),
      left: Math.max(0, events.length - AT_MOST),
    }
  },
})

/** In the order of time, the same moment in the order of the acts. */
async function eventsOf(db: Db, publication: PublicationRow): Promise<RecordEvent[]> {
  const all = [
    ...(await writingEvents(db, publication)),
    ...(await briefingEvents(db, publication.briefingId)),
    ...(await approvalEvents(db, publication.id)),
    ...(await publishingEvents(db, publication.id)),
  ]
  return all.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

async function contentShown(db: Db, publication: PublicationRow) {
  const [submission] = await db
    .select()
    .from(submissions)
    .where(eq(submissions.publicationId, publication.id))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(1)
  const content =
    submission === undefined ? await contentOf(db, publication.id) : (submission.content as CanonicalContent)
  return {
    posts: await postsOf(db, publication.id, content),
    submittedAt: submission?.submittedAt ?? null,
    submittedHash: submission?.contentHash ?? null,
  }
}

async function titleOf(db: Db, id: string | null, person: { id: string }, moment: string) {
  if (id === null) return null
  const [row] = await db
    .select({ id: publications.id, title: publications.title })
    .from(publications)
    .where(and(eq(publications.id, id), visibleTo(person, moment)))
  return row ?? null
}

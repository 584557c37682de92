import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { decisions } from '../../db/schema/approvals.ts'
import { publications, submissions, variants } from '../../db/schema/publications.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { contentHash } from '../../domain/publications/content-hash.ts'
import { changeableStates, phaseOf, submittedStates } from '../../domain/publications/states.ts'
import type { Instant } from '../../domain/time.ts'
import { momentOf } from '../infrastructure/world.ts'
import { contentOf } from '../publications/content.ts'
import type { Check } from './finding.ts'
import { disagreements } from './judge-afresh.ts'

const BATCH = 200

type Publication = typeof publications.$inferSelect

/** The facts that lists judge by, against the rows they were made from. */
export const publicationFacts: Check = {
  name: 'facts of publications',
  invariant: 1,
  async find(world) {
    const { store } = world
    const moment = await momentOf(world, store.db)
    const findings: { subject: string; says: string }[] = []
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const batch = await store.transaction(
        async (tx) => {
          const rows = await tx
            .select()
            .from(publications)
            .where(gt(publications.id, after))
            .orderBy(asc(publications.id))
            .limit(BATCH)
          for (const row of rows) {
            for (const says of await wrongWith(tx, row, moment))
              findings.push({ subject: `publications ${row.id}`, says })
          }
          return rows
        },
        { isolation: 'repeatable read' },
      )
      const last = batch.at(-1)
      if (last === undefined) return findings
      after = last.id
    }
  },
}

async function wrongWith(tx: Tx, publication: Publication, moment: Instant): Promise<string[]> {
  const own = await tx
    .select({
      outcome: variants.outcome,
      plannedAt: variants.plannedAt,
      id: accounts.id,
      kind: accounts.kind,
    })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
  const counted = (outcome: string) => own.filter((variant) => variant.outcome === outcome).length
  const wasPosted = counted('posted') + counted('withdrawn') > 0
  const executive = own.filter((variant) => variant.kind === 'executive').map((variant) => variant.id)
  const hash = own.length === 0 ? null : contentHash(await contentOf(tx, publication.id))
  const wrong = (isRight: boolean, says: string) => (isRight ? [] : [says])
  return [
    ...wrong(publication.contentHash === hash, 'the content hash is not that of the content'),
    ...wrong(
      isSame(
        publication.accountIds,
        own.map((variant) => variant.id),
      ),
      'accounts differ from the variants',
    ),
    ...wrong(
      isSame(publication.restrictedAccountIds, wasPosted ? [] : executive),
      'the circle is not the right one',
    ),
    ...wrong(publication.isExecutive === executive.length > 0, 'executive or not: the row says otherwise'),
    ...wrong(publication.variantCount === own.length, 'the number of variants is wrong'),
    ...wrong(publication.postedCount === counted('posted'), 'the number of posted variants is wrong'),
    ...wrong(
      publication.notPostedCount === counted('not_posted'),
      'the number of variants not posted is wrong',
    ),
    ...wrong(publication.withdrawnCount === counted('withdrawn'), 'the number of withdrawn posts is wrong'),
    ...wrong(
      own.every((variant) => variant.plannedAt === publication.plannedAt),
      'a variant has another time',
    ),
    ...(await wrongWithSubmission(tx, publication)),
    ...(isStillToGoOut(publication) ? await disagreements(tx, publication, moment) : []),
  ]
}

function isStillToGoOut({ state, handedOverAt }: Publication): boolean {
  return handedOverAt === null && changeableStates.some((one) => one === state)
}

async function wrongWithSubmission(tx: Tx, publication: Publication): Promise<string[]> {
  const [live] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.publicationId, publication.id), isNull(submissions.endedAt)))
  const phase = phaseOf(publication)
  const isSubmitted = (submittedStates as readonly string[]).includes(publication.state)
  const mustBeLive = isSubmitted || phase === 'handed_over' || phase === 'published'
  if (!live) return mustBeLive ? [`it is ${phase} without a live submission`] : []
  const wrong: string[] = []
  if (!mustBeLive) wrong.push(`it is ${phase} with a live submission`)
  if (live.contentHash !== publication.contentHash)
    wrong.push('the submission has another content than the publication')
  if (live.contentHash !== contentHash(live.content as CanonicalContent)) {
    wrong.push('the hash of the submission is not that of its content')
  }
  const strange = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.submissionId, live.id), sql`${decisions.contentHash} <> ${live.contentHash}`))
  if (strange.length > 0) wrong.push('a decision names another content than its submission')
  return wrong
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join() === [...other].sort().join()
}

/** What stands on more than one live submission, which the database itself should refuse. */
export const oneLiveSubmission: Check = {
  name: 'one live submission',
  invariant: 10,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string }>(sql`
      select publication_id as id from submissions where ended_at is null group by 1 having count(*) > 1`)
    return rows.map(({ id }) => ({ subject: `publications ${id}`, says: 'has several live submissions' }))
  },
}

/** Briefing facts on publications against the briefing they use. */
export const briefingFacts: Check = {
  name: 'facts of briefings',
  invariant: 13,
  async find({ store }) {
    const rows = await store.db
      .select({ id: publications.id })
      .from(publications)
      .where(
        sql`${publications.briefingId} is not null and (
          ${publications.briefingVersion} is distinct from (select present_number from briefings b where b.id = ${publications.briefingId})
          or (${publications.signedVersion} is not null and not exists (
            select 1 from alignments a where a.briefing_id = ${publications.briefingId}
              and a.version_number = ${publications.signedVersion} and a.withdrawn_at is null))
          or ${publications.openQuestions} is distinct from (
            select count(*)::int from briefing_questions q where q.briefing_id = ${publications.briefingId} and q.state = 'open'))`,
      )
    return rows.map(({ id }) => ({ subject: `publications ${id}`, says: 'its briefing says otherwise' }))
  },
}

/** A signature or acknowledgement whose version or hash does not exist. */
export const signedVersions: Check = {
  name: 'signatures name what they signed',
  invariant: 13,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string }>(sql`
      select a.id from alignments a where not exists (
        select 1 from briefing_versions v where v.briefing_id = a.briefing_id and v.number = a.version_number
          and v.hash = a.hash)`)
    return rows.map(({ id }) => ({
      subject: `alignments ${id}`,
      says: 'signs a version or wording that is not there',
    }))
  },
}

import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { people } from '../../db/schema/people.ts'
import { publications, submissions, variants } from '../../db/schema/publications.ts'
import { outcomes } from '../../db/schema/publishing.ts'
import { holds } from '../../domain/permissions.ts'
import { platformFacts } from '../../domain/platforms/facts.ts'
import type { CanonicalContent } from '../../domain/publications/content.ts'
import { nextOutcomes, phaseOf } from '../../domain/publications/states.ts'
import { statusOf } from '../../domain/publications/status.ts'
import { reasonsAgainstHandingOver } from '../../domain/publishing/due.ts'
import { publicationToPublish } from '../../domain/publishing/input.ts'
import { addMinutes, type Instant } from '../../domain/time.ts'
import { postsOf } from '../approvals/posts.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import type { Person } from '../infrastructure/right.ts'
import { contentOf } from '../publications/content.ts'
import type { PublicationRow } from '../publications/lock.ts'
import { visibleTo } from '../publications/visible.ts'
import { gateFacts, handOverFacts } from './facts.ts'
import { latestHandover } from './handover-row.ts'

/**
 * Everything for publishing by hand: before the hand-over why it may not go yet, judged afresh; after it, of each variant
 * what to paste, where, and what became of it.
 */
export const handover = read({
  name: 'publishing.handover',
  right: 'institutional.read',
  input: publicationToPublish,
  async run({ db, person, input, moment, agency }) {
    const [found] = await db
      .select({ publication: publications, owner: people.name })
      .from(publications)
      .innerJoin(people, eq(people.id, publications.ownerId))
      .where(and(eq(publications.id, input.publicationId), visibleTo(person, moment)))
    const { publication, owner } = found ?? refuseMissing()
    const phase = phaseOf(publication)
    const gate = handOverFacts(await gateFacts(db, publication.id, moment, agency), moment)
    const given = await latestHandover(db, publication.id)
    const isOut = publication.handedOverAt !== null
    const { graceMinutes, confirmMinutes } = agency
    const facts = { ...publication, graceMinutes, confirmMinutes, isReady: gate.blockers.every(onlyWarns) }
    return {
      id: publication.id,
      title: publication.title,
      objective: publication.objective,
      owner: { id: publication.ownerId, name: owner },
      phase,
      status: statusOf(facts, moment),
      plannedAt: publication.plannedAt,
      timeKind: publication.timeKind,
      goesUntil: publication.plannedAt === null ? null : addMinutes(publication.plannedAt, graceMinutes),
      confirmUntil:
        publication.handedOverAt === null ? null : addMinutes(publication.handedOverAt, confirmMinutes),
      handedOverAt: publication.handedOverAt,
      handedOverBy: isOut && given?.handedOverBy ? await nameOf(db, given.handedOverBy) : null,
      contentHash: isOut ? (given?.contentHash ?? null) : publication.contentHash,
      may: holds(person.grants, 'publication.handOver', publication.unitId),
      reasons: reasonsAgainstHandingOver(gate, 'owner', moment),
      blockers: gate.blockers,
      corrections: await known(db, person, moment, eq(publications.correctsId, publication.id)),
      variants: await variantsToPaste(db, publication, isOut ? (given?.submissionId ?? null) : null, (ids) =>
        known(db, person, moment, inArray(publications.id, ids)),
      ),
      moment,
    }
  },
})

function onlyWarns(found: { severity: string }): boolean {
  return found.severity === 'warning'
}

async function nameOf(db: Db, personId: string): Promise<string | null> {
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
  return row?.name ?? null
}

type Named = { id: string; title: string }
const MOST_CORRECTIONS = 20

/** Those of the publications that this person may know of, newest first. */
function known(db: Db, person: Person, moment: Instant, which: SQL): Promise<Named[]> {
  return db
    .select({ id: publications.id, title: publications.title })
    .from(publications)
    .where(and(which, visibleTo(person, moment)))
    .orderBy(desc(publications.createdAt), desc(publications.id))
    .limit(MOST_CORRECTIONS)
}

/** The variants in their order, with the content handed over or, before that, as it stands. */
async function variantsToPaste(
  db: Db,
  publication: PublicationRow,
  submissionId: string | null,
  knownAmong: (publicationIds: string[]) => Promise<Named[]>,
) {
  const rows = await db
    .select({ variant: variants, account: accounts })
    .from(variants)
    .innerJoin(accounts, eq(accounts.id, variants.accountId))
    .where(eq(variants.publicationId, publication.id))
    .orderBy(asc(variants.id))
  const posts = await postsOf(db, publication.id, await contentGiven(db, publication.id, submissionId))
  const recorded = await db
    .select({ outcome: outcomes, by: people.name })
    .from(outcomes)
    .innerJoin(people, eq(people.id, outcomes.recordedBy))
    .where(eq(outcomes.publicationId, publication.id))
    .orderBy(asc(outcomes.recordedAt), asc(outcomes.id))
  const replacing = recorded.flatMap(({ outcome }) => outcome.replacementId ?? [])
  const replacements = replacing.length === 0 ? [] : await knownAmong(replacing)
  return rows.flatMap(({ variant, account }) => {
    const post = posts.find((one) => one.account.id === account.id)
    if (post === undefined) return []
    const { givesLink, composeUrl, linkIsOwnField } = platformFacts[post.account.platform]
    return [
      {
        id: variant.id,
        ...post,
        givesLink,
        composeUrl,
        linkIsOwnField,
        outcome: variant.outcome,
        next: [...nextOutcomes[variant.outcome]],
        outcomes: recorded
          .filter((row) => row.outcome.variantId === variant.id)
          .map(({ outcome, by }) => ({
            id: outcome.id,
            kind: outcome.kind,
            link: outcome.link,
            reason: outcome.reason,
            replacement: replacements.find((one) => one.id === outcome.replacementId) ?? null,
            happenedAt: outcome.happenedAt,
            recordedAt: outcome.recordedAt,
            by,
          })),
      },
    ]
  })
}

async function contentGiven(
  db: Db,
  publicationId: string,
  submissionId: string | null,
): Promise<CanonicalContent> {
  if (submissionId === null) return contentOf(db, publicationId)
  const [row] = await db
    .select({ content: submissions.content })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  return row ? (row.content as CanonicalContent) : contentOf(db, publicationId)
}

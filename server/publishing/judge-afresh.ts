import { eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { publications, variants } from '../../db/schema/publications.ts'
import type { Instant } from '../../domain/time.ts'
import type { Agency } from '../infrastructure/command.ts'
import { gateFacts } from './facts.ts'

export type Disagreement = { fact: string; kept: unknown; fresh: unknown }

/**
 * Where the columns that lists judge by differ from a fresh look at the rows they stand for; empty means they agree.
 * For the doctor. Throws where there is no such publication.
 */
export async function disagreements(
  db: Db,
  publicationId: string,
  moment: Instant,
  agency: Agency,
): Promise<Disagreement[]> {
  const { publication: kept, readiness, presentHash } = await gateFacts(db, publicationId, moment, agency)
  const outcomes = await db
    .select({ outcome: variants.outcome, accountId: variants.accountId })
    .from(variants)
    .where(eq(variants.publicationId, publicationId))
  const [row] = await db.select().from(publications).where(eq(publications.id, publicationId))
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length
  const isLive = kept.submissionId !== null
  const fresh: Record<string, unknown> = {
    contentHash: presentHash,
    stepsRequired: readiness.stepsRequired,
    stepsDecided: readiness.stepsDecided,
    briefingVersion: readiness.briefingVersion,
    signedVersion: readiness.signedVersion,
    openQuestions: readiness.openQuestions,
    questionsAfterSignature: readiness.questionsAfterSignature,
    blockingFindings: readiness.findings.reduce((sum, finding) => sum + finding.count, 0),
    isHeld: readiness.holds.length > 0,
    variantCount: outcomes.length,
    postedCount: count('posted'),
    notPostedCount: count('not_posted'),
    withdrawnCount: count('withdrawn'),
    accountIds: outcomes
      .map((one) => one.accountId)
      .sort()
      .join(' '),
  }
  const keptFacts: Record<string, unknown> = {
    ...row,
    accountIds: [...(row?.accountIds ?? [])].sort().join(' '),
  }
  return Object.entries(fresh)
    .filter(([fact, value]) => keptFacts[fact] !== value && (isLive || !fact.startsWith('steps')))
    .map(([fact, value]) => ({ fact, kept: keptFacts[fact], fresh: value }))
}

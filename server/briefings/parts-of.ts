import { asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import {
  acknowledgements,
  alignments,
  briefingQuestions,
  briefingVersions,
} from '../../db/schema/briefings.ts'
import { people } from '../../db/schema/people.ts'
import { QUESTIONS_LIMIT, READERS_LIMIT, VERSIONS_LIMIT } from '../../domain/briefings/input.ts'

/** What was asked on a briefing, open ones first, then the newest. */
export function questionsOf(db: Db, briefingId: string) {
  const settler = alias(people, 'settler')
  return db
    .select({
      id: briefingQuestions.id,
      number: briefingQuestions.versionNumber,
      body: briefingQuestions.body,
      aboutText: briefingQuestions.aboutText,
      by: people.name,
      byId: people.id,
      at: briefingQuestions.askedAt,
      isAfterSignature: briefingQuestions.isAfterSignature,
      state: briefingQuestions.state,
      answer: briefingQuestions.answer,
      settledBy: settler.name,
      settledAt: briefingQuestions.settledAt,
      entryId: briefingQuestions.entryId,
    })
    .from(briefingQuestions)
    .innerJoin(people, eq(people.id, briefingQuestions.askedBy))
    .leftJoin(settler, eq(settler.id, briefingQuestions.settledBy))
    .where(eq(briefingQuestions.briefingId, briefingId))
    .orderBy(
      sql`${briefingQuestions.state} <> 'open'`,
      desc(briefingQuestions.askedAt),
      asc(briefingQuestions.id),
    )
    .limit(QUESTIONS_LIMIT)
}

/** The versions of a briefing, newest first, each with who opened and who signed it. */
export function versionsOf(db: Db, briefingId: string) {
  const signer = alias(people, 'signer')
  return db
    .select({
      number: briefingVersions.number,
      openedBy: people.name,
      openedAt: briefingVersions.openedAt,
      changedAt: briefingVersions.changedAt,
      signedBy: signer.name,
      signedById: alignments.signedBy,
      signedAt: alignments.signedAt,
    })
    .from(briefingVersions)
    .innerJoin(people, eq(people.id, briefingVersions.openedBy))
    .leftJoin(
      alignments,
      sql`${alignments.briefingId} = ${briefingVersions.briefingId}
        and ${alignments.versionNumber} = ${briefingVersions.number} and ${alignments.withdrawnAt} is null`,
    )
    .leftJoin(signer, eq(signer.id, alignments.signedBy))
    .where(eq(briefingVersions.briefingId, briefingId))
    .orderBy(desc(briefingVersions.number))
    .limit(VERSIONS_LIMIT)
}

/** Who has read one version, first to last. */
export function readersOf(db: Db, briefingId: string, number: number) {
  return db
    .select({ id: people.id, name: people.name, at: acknowledgements.at })
    .from(acknowledgements)
    .innerJoin(people, eq(people.id, acknowledgements.personId))
    .where(
      sql`${acknowledgements.briefingId} = ${briefingId} and ${acknowledgements.versionNumber} = ${number}`,
    )
    .orderBy(asc(acknowledgements.at), asc(people.name))
    .limit(READERS_LIMIT)
}

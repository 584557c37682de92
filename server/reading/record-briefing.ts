import { asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/open.ts'
import {
  acknowledgements,
  alignments,
  briefingQuestions,
  briefingVersions,
} from '../../db/schema/briefings.ts'
import { people } from '../../db/schema/people.ts'
import { type RecordEvent, recordEvent } from './record-events.ts'

const AT_MOST = 300

/** Versions, questions with what became of them, signatures and who has read: each on the version it was done on. */
export async function briefingEvents(db: Db, briefingId: string | null): Promise<RecordEvent[]> {
  if (briefingId === null) return []
  const versions = await db
    .select({ version: briefingVersions, who: people.name })
    .from(briefingVersions)
    .innerJoin(people, eq(people.id, briefingVersions.openedBy))
    .where(eq(briefingVersions.briefingId, briefingId))
    .orderBy(desc(briefingVersions.number))
    .limit(AT_MOST)
  const hashOf = (number: number) =>
    versions.find((row) => row.version.number === number)?.version.hash ?? null
  const settlers = alias(people, 'settlers')
  const asked = await db
    .select({ question: briefingQuestions, who: people.name, settledBy: settlers.name })
    .from(briefingQuestions)
    .innerJoin(people, eq(people.id, briefingQuestions.askedBy))
    .leftJoin(settlers, eq(settlers.id, briefingQuestions.settledBy))
    .where(eq(briefingQuestions.briefingId, briefingId))
    .orderBy(desc(briefingQuestions.askedAt))
    .limit(AT_MOST)
  const withdrawers = alias(people, 'withdrawers')
  const signed = await db
    .select({ alignment: alignments, who: people.name, withdrawnBy: withdrawers.name })
    .from(alignments)
    .innerJoin(people, eq(people.id, alignments.signedBy))
    .leftJoin(withdrawers, eq(withdrawers.id, alignments.withdrawnBy))
    .where(eq(alignments.briefingId, briefingId))
    .orderBy(desc(alignments.signedAt))
    .limit(AT_MOST)
  const read = await db
    .select({ acknowledgement: acknowledgements, who: people.name })
    .from(acknowledgements)
    .innerJoin(people, eq(people.id, acknowledgements.personId))
    .where(eq(acknowledgements.briefingId, briefingId))
    .orderBy(asc(acknowledgements.at))
    .limit(AT_MOST)
  return [
    ...versions.map(({ version, who }) =>
      recordEvent({
        at: version.openedAt,
        who,
        act: 'briefing_opened',
        version: version.number,
        hash: version.hash,
      }),
    ),
    ...asked.flatMap(({ question, who, settledBy }) => {
      const on = { version: question.versionNumber, hash: hashOf(question.versionNumber) }
      return [
        recordEvent({ ...on, at: question.askedAt, who, act: 'asked', text: question.body }),
        ...(question.settledAt === null
          ? []
          : [
              recordEvent({
                ...on,
                at: question.settledAt,
                who: settledBy,
                act: `question_${question.state}`,
                text: question.answer,
              }),
            ]),
      ]
    }),
    ...signed.flatMap(({ alignment, who, withdrawnBy }) => {
      const on = { version: alignment.versionNumber, hash: alignment.hash }
      return [
        recordEvent({ ...on, at: alignment.signedAt, who, act: 'signed' }),
        ...(alignment.withdrawnAt === null
          ? []
          : [
              recordEvent({
                ...on,
                at: alignment.withdrawnAt,
                who: withdrawnBy,
                act: 'signature_withdrawn',
                text: alignment.withdrawnWhy,
              }),
            ]),
      ]
    }),
    ...read.map(({ acknowledgement, who }) =>
      recordEvent({
        at: acknowledgement.at,
        who,
        act: 'acknowledged',
        version: acknowledgement.versionNumber,
        hash: hashOf(acknowledgement.versionNumber),
      }),
    ),
  ]
}

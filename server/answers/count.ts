import { and, eq, count as rowCount } from 'drizzle-orm'
import { asked } from '../../db/schema/answers.ts'
import { countInput } from '../../domain/answers/input.ts'
import { dayOf } from '../../domain/time.ts'
import { command } from '../infrastructure/command.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockEntry } from './lock-entry.ts'

/** One caller asked this. Keeps the day and who counted, nothing of the caller. Refusals: not_found. */
export const count = command({
  name: 'answers.count',
  right: 'answers.count',
  input: countInput,
  async run({ input, tx, person, moment, agency, record }) {
    const entry = await lockEntry(tx, input.entryId, person, moment)
    proveRight(person, 'answers.count', entry.unitId)
    const day = dayOf(moment, agency.zone)
    await tx.insert(asked).values({ entryId: entry.id, day, personId: person.id, at: moment })
    const [today] = await tx
      .select({ times: rowCount() })
      .from(asked)
      .where(and(eq(asked.entryId, entry.id), eq(asked.day, day)))
    await record({
      room: 'answers',
      subjectId: entry.id,
      publicationId: entry.publicationId,
      action: 'answers.asked',
      version: entry.version,
    })
    return { askedToday: today?.times ?? 1 }
  },
})

import { and, eq, isNull, sql } from 'drizzle-orm'
import { publics } from '../../db/schema/agency.ts'
import { endPublicInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/** Takes a public off the list: nothing new is planned for it, what has chosen it keeps it. Refuses `not_found`. */
export const endPublic = command({
  name: 'agency.endPublic',
  right: 'agency.manage',
  input: endPublicInput,
  async run({ tx, person, input, moment, record }) {
    proveRight(person, 'agency.manage', null)
    const [ended] = await tx
      .update(publics)
      .set({ endedAt: moment, version: sql`${publics.version} + 1` })
      .where(and(eq(publics.id, input.id), isNull(publics.endedAt)))
      .returning({ version: publics.version })
    if (!ended) return refuseMissing()
    await record({
      room: 'agency',
      subjectId: input.id,
      action: 'agency.changed',
      version: ended.version,
      data: { publicId: input.id, ended: true },
    })
    return { version: ended.version }
  },
})

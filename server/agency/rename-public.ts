import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { publics } from '../../db/schema/agency.ts'
import { renamePublicInput } from '../../domain/agency/input.ts'
import { command } from '../infrastructure/command.ts'
import { mergeOrRefuse } from '../infrastructure/merge.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'
import { lockPublics } from './lock-publics.ts'

/**
 * Gives a public another name; what has chosen it keeps it and says the new one. No content, so no decision ends. Refuses
 * `not_found` (also one that has ended), `conflict`, `public_name_taken` whatever the name's case.
 */
export const renamePublic = command({
  name: 'agency.renamePublic',
  right: 'agency.manage',
  input: renamePublicInput,
  async run({ tx, person, input, record }) {
    proveRight(person, 'agency.manage', null)
    await lockPublics(tx)
    const [present] = await tx
      .select()
      .from(publics)
      .where(and(eq(publics.id, input.id), isNull(publics.endedAt)))
      .for('update')
    if (!present) return refuseMissing()
    const part = { room: 'agency', subjectId: present.id, version: present.version } as const
    await mergeOrRefuse(tx, part, input.version, { name: input.name }, { name: present.name })
    if (input.name === present.name) return { version: present.version }
    const [taken] = await tx
      .select({ id: publics.id })
      .from(publics)
      .where(
        and(
          sql`lower(${publics.name}) = lower(${input.name})`,
          isNull(publics.endedAt),
          ne(publics.id, present.id),
        ),
      )
    if (taken) refuse('public_name_taken', { name: input.name })
    const version = present.version + 1
    await tx.update(publics).set({ name: input.name, version }).where(eq(publics.id, present.id))
    await record({
      room: 'agency',
      subjectId: present.id,
      action: 'agency.changed',
      version,
      before: { name: present.name },
      after: { name: input.name },
      data: { publicId: present.id },
    })
    return { version }
  },
})

import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'

export type PersonRow = typeof people.$inferSelect

/** The person's row, locked until the transaction ends; `not_found` for an unknown one. */
export async function lockPerson(tx: Tx, personId: string): Promise<PersonRow> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update')
  return person ?? refuseMissing()
}

/** As `lockPerson`, and refuses with `person_inactive` who was deactivated. */
export async function lockActivePerson(tx: Tx, personId: string): Promise<PersonRow> {
  const person = await lockPerson(tx, personId)
  if (person.deactivatedAt !== null)
    refuse('person_inactive', { person: { id: person.id, name: person.name } })
  return person
}

/** Counts the person's row one version up, as every change of somebody does; gives the new version. */
export async function nextVersion(tx: Tx, person: PersonRow): Promise<number> {
  const version = person.version + 1
  await tx.update(people).set({ version }).where(eq(people.id, person.id))
  return version
}

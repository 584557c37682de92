import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../../db/open.ts'
import { people } from '../../db/schema/people.ts'
import type { officeHolderSchema } from '../../domain/accounts/input.ts'
import type { Instant } from '../../domain/time.ts'
import type { RecordChange } from '../infrastructure/record.ts'
import { refuse } from '../infrastructure/refuse.ts'
import type { Right } from '../infrastructure/right.ts'

/**
 * The person who holds the office: one known already and active, else entered now by name alone, without a sign-in.
 * Refuses `office_holder_missing`.
 */
export async function officeHolderId(
  tx: Tx,
  _right: Right<'accounts.manage'>,
  officeHolder: z.output<typeof officeHolderSchema>,
  office: string | null,
  { moment, record }: { moment: Instant; record: RecordChange },
): Promise<string> {
  if ('personId' in officeHolder) {
    const [known] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, officeHolder.personId), isNull(people.deactivatedAt)))
    return known?.id ?? refuse('office_holder_missing', {})
  }
  const person = { name: officeHolder.name, position: office }
  const [added] = await tx
    .insert(people)
    .values({ ...person, locale: 'id', theme: 'auto', singleKeysOff: false, createdAt: moment, version: 1 })
    .returning({ id: people.id })
  if (!added) throw new Error('no person was written')
  await record({
    room: 'people',
    subjectId: added.id,
    action: 'people.office_holder_added',
    version: 1,
    before: {},
    after: person,
  })
  return added.id
}

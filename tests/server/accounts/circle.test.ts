import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, circleMembers } from '../../../db/schema/accounts.ts'
import { delegations, people, roleGrants } from '../../../db/schema/people.ts'
import { type CircleFacts, isInCircle } from '../../../domain/accounts/circle.ts'
import { type Grant, roles } from '../../../domain/permissions.ts'
import { addHours } from '../../../domain/time.ts'
import { circleAccountIds } from '../../../server/accounts/circle.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'

let scene: TestAgency
beforeAll(async () => {
  scene = await anAgency()
})
afterAll(() => scene.drop())

const hours = fc.constantFrom(-2, -1, 0, 1, 2)
const circumstances = fc.record({
  grants: fc.uniqueArray(
    fc.record({
      role: fc.constantFrom(...roles),
      where: fc.constantFrom('unit' as const, 'other' as const, 'agency' as const),
      hasEnded: fc.boolean(),
    }),
    { maxLength: 3, selector: ({ role, where }) => `${role} ${where}` },
  ),
  isOfficeHolder: fc.boolean(),
  isActive: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
  kind: fc.constantFrom('executive' as const, 'institutional' as const),
  delegations: fc.array(
    fc.record({
      fromThisLeader: fc.boolean(),
      startHours: hours,
      endHours: hours,
      revokedHours: fc.option(hours),
    }),
    { maxLength: 2 },
  ),
  member: fc.constantFrom('none' as const, 'named' as const, 'removed' as const),
})

test('the circle in a read holds exactly whom the rule holds, for generated people', async () => {
  await fc.assert(
    fc.asyncProperty(circumstances, async (given) => {
      const outcome = await scene.database.store.transaction(async (tx) => {
        const newPerson = { locale: 'id' as const, theme: 'auto' as const, singleKeysOff: false, version: 1 }
        const [person] = await tx
          .insert(people)
          .values({
            ...newPerson,
            name: 'Seseorang',
            createdAt: STORY_MOMENT,
            deactivatedAt: given.isActive ? null : STORY_MOMENT,
          })
          .returning({ id: people.id })
        if (!person) throw new Error('no person')
        const leaderId = given.isOfficeHolder ? person.id : scene.people.leader.id
        const [account] = await tx
          .insert(accounts)
          .values({
            unitId: scene.unit,
            platform: 'x',
            handle: '@uji',
            displayName: 'Uji',
            kind: given.kind,
            officeHolderId: given.kind === 'executive' ? leaderId : null,
            minimumMinutes: 0,
            createdAt: STORY_MOMENT,
            version: 1,
          })
          .returning({ id: accounts.id })
        if (!account) throw new Error('no account')
        const unitOf = { unit: scene.unit, other: scene.otherUnit, agency: null }
        for (const { role, where, hasEnded } of given.grants) {
          await tx.insert(roleGrants).values({
            personId: person.id,
            role,
            unitId: unitOf[where],
            grantedAt: STORY_MOMENT,
            endedAt: hasEnded ? STORY_MOMENT : null,
          })
        }
        const facts: CircleFacts = {
          kind: given.kind,
          unitId: scene.unit,
          officeHolderId: given.kind === 'executive' ? leaderId : null,
          delegations: given.delegations
            .filter(({ fromThisLeader }) => fromThisLeader)
            .map((delegation) => ({ ...times(delegation), delegateId: person.id })),
          stepHolderIds: [],
          memberIds: given.member === 'named' ? [person.id] : [],
        }
        for (const delegation of given.delegations) {
          await tx.insert(delegations).values({
            ...times(delegation),
            leaderId: delegation.fromThisLeader ? leaderId : scene.people.secondApprover.id,
            delegateId: person.id,
            letterNumber: 'ST-1',
            enteredBy: scene.people.privateOffice.id,
            enteredAt: STORY_MOMENT,
          })
        }
        if (given.member !== 'none') {
          await tx.insert(circleMembers).values({
            accountId: account.id,
            personId: person.id,
            addedBy: scene.people.administrator.id,
            addedAt: STORY_MOMENT,
            removedAt: given.member === 'removed' ? STORY_MOMENT : null,
          })
        }
        const rows = await tx
          .select({ id: accounts.id })
          .from(accounts)
          .where(
            sql`${accounts.id} = ${account.id} and ${accounts.id} in ${circleAccountIds(person.id, STORY_MOMENT)}`,
          )
        const grants: Grant[] = given.grants
          .filter(({ hasEnded }) => !hasEnded)
          .map(({ role, where }) => ({ role, unitId: unitOf[where] }))
        const byRule = isInCircle({ id: person.id, grants, isActive: given.isActive }, facts, STORY_MOMENT)
        return { inRead: rows.length === 1, byRule: given.kind === 'executive' && byRule }
      })
      expect(outcome.inRead).toBe(outcome.byRule)
    }),
    { numRuns: 150 },
  )
})

function times(delegation: { startHours: number; endHours: number; revokedHours: number | null }) {
  return {
    startsAt: addHours(STORY_MOMENT, delegation.startHours),
    endsAt: addHours(STORY_MOMENT, delegation.endHours),
    revokedAt: delegation.revokedHours === null ? null : addHours(STORY_MOMENT, delegation.revokedHours),
  }
}

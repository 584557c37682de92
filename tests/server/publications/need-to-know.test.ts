import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, circleMembers } from '../../../db/schema/accounts.ts'
import { steps } from '../../../db/schema/approvals.ts'
import { delegations, roleGrants } from '../../../db/schema/people.ts'
import { publications, submissions } from '../../../db/schema/publications.ts'
import { agencyRoles, roles } from '../../../domain/permissions.ts'
import { isVisibleTo } from '../../../domain/publications/visible.ts'
import { circleAccountIds } from '../../../server/accounts/circle.ts'
import { addAccount } from '../../../server/publications/add-account.ts'
import { cancel } from '../../../server/publications/cancel.ts'
import { comment } from '../../../server/publications/comment.ts'
import { commentList } from '../../../server/publications/comment-list.ts'
import { duplicate } from '../../../server/publications/duplicate.ts'
import { edit } from '../../../server/publications/edit.ts'
import { editVariant } from '../../../server/publications/edit-variant.ts'
import { editor } from '../../../server/publications/editor.ts'
import { history } from '../../../server/publications/history.ts'
import { move } from '../../../server/publications/move.ts'
import { removeAccount } from '../../../server/publications/remove-account.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { visibleTo } from '../../../server/publications/visible.ts'
import { withdrawSubmission } from '../../../server/publications/withdraw-submission.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { aPublication, refusalOf, variantsOf } from './support.ts'

let agency: TestAgency
beforeAll(async () => {
  agency = await anAgency()
})
afterAll(() => agency.drop())

function everyDoor(
  by: ActingPerson,
  publicationId: string,
  variantId: string,
): Record<string, () => Promise<unknown>> {
  const version = 1
  return {
    editor: () => by.look(editor, { publicationId }),
    history: () => by.look(history, { publicationId, cursor: null }),
    comments: () => by.look(commentList, { publicationId, cursor: null }),
    edit: () => by.call(edit, { publicationId, version, changes: { title: 'x' } }),
    editVariant: () => by.call(editVariant, { publicationId, variantId, version, changes: { ownText: 'x' } }),
    addAccount: () => by.call(addAccount, { publicationId, accountId: agency.accounts.otherFacebook }),
    removeAccount: () => by.call(removeAccount, { publicationId, variantId }),
    setMedia: () => by.call(setMedia, { publicationId, variantId: null, version, images: [] }),
    move: () =>
      by.call(move, {
        publicationId,
        timeVersion: version,
        time: { kind: 'none' },
        confirmsEndOfApproval: true,
      }),
    cancel: () => by.call(cancel, { publicationId }),
    duplicate: () => by.call(duplicate, { publicationId, isCorrection: false }),
    comment: () => by.call(comment, { publicationId, body: 'x', mentions: [] }),
    withdrawSubmission: () => by.call(withdrawSubmission, { publicationId }),
  }
}

describe('what is planned for an executive account', () => {
  test('is for a planner of another unit word for word what is not there, through every door', async () => {
    const { otherPlanner } = agency.people
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const [variant] = await variantsOf(agency, secret.id)
    const nothing = everyDoor(otherPlanner, randomUUID(), randomUUID())
    for (const [name, call] of Object.entries(everyDoor(otherPlanner, secret.id, variant?.id ?? ''))) {
      const refusal = await refusalOf(call())
      expect([name, refusal]).toEqual([name, await refusalOf(nothing[name]?.() ?? Promise.resolve())])
      expect(refusal).toEqual({ code: 'not_found', data: {} })
    }
  })

  test.each(['reader', 'administrator', 'otherPlanner'] as const)('%s reads nothing of it', async (who) => {
    const secret = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const person = agency.people[who]
    for (const look of [
      () => person.look(editor, { publicationId: secret.id }),
      () => person.look(history, { publicationId: secret.id, cursor: null }),
      () => person.look(commentList, { publicationId: secret.id, cursor: null }),
    ]) {
      expect((await refusalOf(look())).code).toBe('not_found')
    }
  })

  test.each(['planner', 'contributor', 'approver', 'privateOffice', 'agent', 'leadAgent'] as const)(
    '%s of its circle sees it',
    async (who) => {
      const { id } = await aPublication(agency, { accountIds: [agency.accounts.executive] })
      expect(await agency.people[who].look(editor, { publicationId: id })).toMatchObject({ id })
    },
  )

  test('mentions nobody who may not see it', async () => {
    const { id } = await aPublication(agency, { accountIds: [agency.accounts.executive] })
    const { planner, approver, reader } = agency.people
    await planner.call(comment, { publicationId: id, body: 'Tolong', mentions: [approver.id, reader.id] })
    const { entries } = await planner.look(history, { publicationId: id, cursor: null })
    expect(entries[0]?.data).toMatchObject({ mentions: [approver.id] })
  })
})

describe('the condition in SQL says what the rule says', () => {
  test('for generated people, accounts, delegations and steps', async () => {
    const own = await anAgency()
    const { store } = own.database
    const moment = own.now()
    const hour = (hours: number) => new Date(Date.parse(moment) + hours * 3_600_000).toISOString()
    const givenRole = fc.constantFrom(null, ...roles)
    const world = fc.record({
      role: givenRole,
      isForAgency: fc.boolean(),
      inOtherUnit: fc.boolean(),
      isEnded: fc.boolean(),
      isMember: fc.constantFrom('no', 'yes', 'removed'),
      delegation: fc.constantFrom('none', 'running', 'over', 'revoked'),
      restricted: fc.constantFrom('none', 'first', 'second', 'both'),
      asked: fc.constantFrom('no', 'live', 'ended'),
    })
    const [second] = await store.transaction((tx) =>
      tx
        .insert(accounts)
        .values({
          unitId: own.otherUnit,
          platform: 'x',
          handle: '@lain',
          displayName: 'Lain',
          kind: 'executive',
          office: 'Dirjen',
          minimumMinutes: 60,
          createdAt: moment,
          version: 1,
        })
        .returning({ id: accounts.id }),
    )
    const secondId = second?.id ?? ''
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const person = await own.addPerson('Seseorang', null, null)
        const restrictedIds = {
          none: [],
          first: [own.accounts.executive],
          second: [secondId],
          both: [own.accounts.executive, secondId],
        }[given.restricted]
        const publication = await aPublication(own)
        await store.transaction(async (tx) => {
          await tx
            .update(publications)
            .set({ restrictedAccountIds: restrictedIds })
            .where(sql`id = ${publication.id}`)
          if (given.role !== null) {
            const isAgency = given.isForAgency || (agencyRoles as readonly string[]).includes(given.role)
            await tx.insert(roleGrants).values({
              personId: person.id,
              role: given.role,
              unitId: isAgency ? null : given.inOtherUnit ? own.otherUnit : own.unit,
              grantedAt: moment,
              endedAt: given.isEnded ? moment : null,
            })
          }
          if (given.isMember !== 'no') {
            await tx.insert(circleMembers).values({
              accountId: secondId,
              personId: person.id,
              addedBy: own.people.planner.id,
              addedAt: moment,
              removedAt: given.isMember === 'removed' ? moment : null,
            })
          }
          if (given.delegation !== 'none') {
            await tx.insert(delegations).values({
              leaderId: own.people.leader.id,
              delegateId: person.id,
              startsAt: hour(-3),
              endsAt: given.delegation === 'over' ? hour(-1) : hour(1),
              letterNumber: '1',
              enteredBy: own.people.privateOffice.id,
              enteredAt: moment,
              revokedAt: given.delegation === 'revoked' ? hour(-1) : null,
            })
          }
          if (given.asked !== 'no') {
            const [submission] = await tx
              .insert(submissions)
              .values({
                publicationId: publication.id,
                contentHash: 'x',
                content: {},
                accounts: [],
                submittedBy: own.people.planner.id,
                submittedAt: moment,
                endedAt: given.asked === 'ended' ? moment : null,
              })
              .returning({ id: submissions.id })
            await tx.insert(steps).values({
              submissionId: submission?.id ?? '',
              position: 1,
              approver: 'unit_approver',
              needs: 'any',
              policies: [],
              asked: [person.id],
              dueAt: moment,
            })
          }
        })
        const circle = await store.db
          .select({ id: accounts.id })
          .from(accounts)
          .where(sql`${accounts.id} in ${circleAccountIds(person.id, moment)}`)
        const facts = {
          restrictedAccountIds: restrictedIds,
          askedIds: given.asked === 'live' ? [person.id] : [],
        }
        const expected = isVisibleTo(facts, {
          id: person.id,
          circleAccountIds: circle.map((row) => row.id),
        })
        const found = await store.db
          .select({ id: publications.id })
          .from(publications)
          .where(sql`${publications.id} = ${publication.id} and ${visibleTo(person, moment)}`)
        expect(found.length === 1).toBe(expected)
      }),
      { numRuns: 60 },
    )
    await own.drop()
  })
})

test('a posted copy of a hidden plan does not name it to who may not see it', async () => {
  const { planner, reader } = agency.people
  const { id: sourceId } = await aPublication(agency, { accountIds: [agency.accounts.executive] })
  const { id: publicationId } = await planner.call(duplicate, {
    publicationId: sourceId,
    isCorrection: false,
  })
  await agency.database.store.transaction(async (tx) => {
    await tx
      .update(publications)
      .set({ state: 'published', restrictedAccountIds: [] })
      .where(eq(publications.id, publicationId))
  })
  const told = async (by: ActingPerson) =>
    JSON.stringify(await by.look(history, { publicationId, cursor: null }))
  expect(await told(planner)).toContain(sourceId)
  expect(await told(reader)).toContain('publications.duplicated')
  expect(await told(reader)).not.toContain(sourceId)
})

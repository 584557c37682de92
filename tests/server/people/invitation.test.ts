import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitations, people, roleGrants } from '../../../db/schema/people.ts'
import { audit, idempotencyKeys, outbox, revisions } from '../../../db/schema/records.ts'
import { acceptInput } from '../../../domain/people/input.ts'
import { addHours } from '../../../domain/time.ts'
import type { World } from '../../../server/infrastructure/world.ts'
import { accept } from '../../../server/people/accept.ts'
import { invitation } from '../../../server/people/invitation.ts'
import { invitationToken } from '../../../server/people/invitation-token.ts'
import { invite } from '../../../server/people/invite.ts'
import { revokeInvitation } from '../../../server/people/revoke-invitation.ts'
import { anAgency, STORY_MOMENT, type TestAgency } from '../../support/agency.ts'
import { outcomesOf, refusalOf } from '../../support/refusals.ts'
import { ask, GOOD_PASSWORD, signInOver } from '../../support/visitors.ts'

let here: TestAgency
let addresses = 0
beforeAll(async () => {
  here = await anAgency()
})
afterAll(() => here.drop())

const invited = (email: string, key?: string) =>
  here.people.administrator.call(
    invite,
    { name: 'Wayan Suteja', email, grants: [{ role: 'planner', unitId: here.unit }] },
    key,
  )
const visitor = (world: World = here.world) => ({
  world,
  ipAddress: `198.51.100.${++addresses}`,
  requestId: 'test',
})
const take = (token: string, world?: World) =>
  accept(visitor(world), acceptInput.parse({ token, password: GOOD_PASSWORD, locale: 'id' }))

describe('an invitation', () => {
  it('shows who holds its link what they are invited to', async () => {
    const { invitationId } = await invited('satu@contoh.example')
    const shown = await invitation(visitor(), { token: invitationToken(here.world, invitationId) })
    expect(shown).toMatchObject({
      name: 'Wayan Suteja',
      agency: 'Kementerian Contoh',
      invitedBy: 'Andi Tenri',
      grants: [{ role: 'planner', unitName: 'Biro Komunikasi' }],
    })
  })

  it('becomes a person with their roles and their sign-in', async () => {
    const { invitationId } = await invited('dua@contoh.example')
    const { personId } = await take(invitationToken(here.world, invitationId))
    const grants = await here.world.store.db
      .select()
      .from(roleGrants)
      .where(eq(roleGrants.personId, personId))
    expect(grants).toMatchObject([
      { role: 'planner', unitId: here.unit, grantedBy: here.people.administrator.id, endedAt: null },
    ])
    const signIn = await signInOver(here.world, here.database.url)
    const answer = await ask(signIn, 'sign-in/email', {
      email: 'dua@contoh.example',
      password: GOOD_PASSWORD,
    })
    expect((await signIn.whoIs(answer.cookie))?.person.id).toBe(personId)
    await signIn.close()
  })

  it('is used once, also by two at the same moment on two servers', async () => {
    const { invitationId } = await invited('tiga@contoh.example')
    const token = invitationToken(here.world, invitationId)
    const works = [take(token), take(token, here.second), take(token), take(token, here.second)]
    expect(await outcomesOf(works)).toEqual({ done: 1, refused: ['link_spent', 'link_spent', 'link_spent'] })
    const made = await here.world.store.db
      .select()
      .from(people)
      .where(eq(people.email, 'tiga@contoh.example'))
    expect(made).toHaveLength(1)
  })

  it('lasts seven days', async () => {
    const { invitationId, expiresAt } = await invited('empat@contoh.example')
    expect(expiresAt).toBe(addHours(STORY_MOMENT, 7 * 24))
    const token = invitationToken(here.world, invitationId)
    here.at(addHours(STORY_MOMENT, 7 * 24))
    await refusalOf(take(token), 'link_spent')
    await refusalOf(invitation(visitor(), { token }), 'link_spent')
    here.at(STORY_MOMENT)
    await take(token)
  })

  it('answers alike when it is unknown, used, revoked or replaced by a newer one', async () => {
    const first = await invited('lima@contoh.example')
    const second = await invited('lima@contoh.example')
    const third = await invited('enam@contoh.example')
    await here.people.administrator.call(revokeInvitation, { invitationId: third.invitationId })
    const used = await invited('tujuh@contoh.example')
    await take(invitationToken(here.world, used.invitationId))
    for (const { invitationId } of [first, third, used]) {
      const token = invitationToken(here.world, invitationId)
      expect(await refusalOf(invitation(visitor(), { token }), 'link_spent')).toEqual({})
      expect(await refusalOf(take(token), 'link_spent')).toEqual({})
    }
    expect(await refusalOf(take('tidak ada tautan seperti ini'), 'link_spent')).toEqual({})
    await take(invitationToken(here.world, second.invitationId))
  })

  it('leaves its token nowhere in the database', async () => {
    const { invitationId } = await invited('delapan@contoh.example')
    const token = invitationToken(here.world, invitationId)
    const { db } = here.world.store
    for (const table of [invitations, audit, outbox, revisions, idempotencyKeys]) {
      expect(JSON.stringify(await db.select().from(table))).not.toContain(token)
    }
  })

  it('is made once for one key, and for one person once', async () => {
    const key = randomUUID()
    const first = await invited('sembilan@contoh.example', key)
    expect(await invited('sembilan@contoh.example', key)).toEqual(first)
    const taken = await refusalOf(invited('SEKAR@contoh.example'), 'email_taken')
    expect(taken).toEqual({ email: 'SEKAR@contoh.example' })
  })

  it('is sent by nobody but an administrator', async () => {
    const asked = {
      name: 'X',
      email: 'x@contoh.example',
      grants: [{ role: 'reader' as const, unitId: null }],
    }
    for (const person of [
      here.people.planner,
      here.people.leadAgent,
      here.people.approver,
      here.people.reader,
    ])
      await refusalOf(person.call(invite, asked), 'not_allowed')
  })

  it('gives no role in a unit that only makes sense for the agency', () => {
    const grants = [{ role: 'agent', unitId: here.unit }]
    expect(invite.input.safeParse({ name: 'X', email: 'x@contoh.example', grants }).success).toBe(false)
  })

  it('stops who guesses links, on every server', async () => {
    const guess = (world: World) => invitation({ world, ipAddress: '203.0.113.77' }, { token: randomUUID() })
    for (let n = 0; n < 30; n++) await refusalOf(guess(n % 2 ? here.world : here.second), 'link_spent')
    await refusalOf(guess(here.world), 'too_many_tries')
    await refusalOf(guess(here.second), 'too_many_tries')
  })
})

import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountLimits, accounts } from '../../../db/schema/accounts.ts'
import { audit, revisions } from '../../../db/schema/records.ts'
import type { LimitChanges } from '../../../domain/platforms/own-limits.ts'
import { limits } from '../../../server/accounts/limits.ts'
import { readAgency } from '../../../server/infrastructure/command.ts'
import { changeLimits } from '../../../server/publications/change-limits.ts'
import { edit } from '../../../server/publications/edit.ts'
import { limitEffects } from '../../../server/publications/limit-effects.ts'
import { setMedia } from '../../../server/publications/set-media.ts'
import { gateFacts, handOverFacts } from '../../../server/publishing/facts.ts'
import { readiness } from '../../../server/reading/readiness.ts'
import { type ActingPerson, anAgency, type TestAgency } from '../../support/agency.ts'
import { anApproved } from '../approvals/support.ts'
import { aFile, aPublication, bring, refusalOf, rowOf, variantsOf } from './support.ts'

let scene: TestAgency
let administrator: ActingPerson

beforeEach(async () => {
  scene = await anAgency()
  administrator = scene.people.administrator
})
afterEach(() => scene.drop())

async function accountRow(id: string) {
  const [row] = await scene.world.store.db.select().from(accounts).where(eq(accounts.id, id))
  if (!row) throw new Error('no account')
  return row
}

async function set(id: string, changes: LimitChanges, reason = 'Server kami lain') {
  const { version } = await accountRow(id)
  return administrator.call(changeLimits, { id, version, limits: changes, reason })
}

const blockersOf = async (publicationId: string) => {
  const { blockers } = await scene.people.planner.look(readiness, { publicationId })
  return blockers.filter(({ code }) => code === 'variant_invalid').length
}

async function gateOf(publicationId: string) {
  const { db } = scene.world.store
  const facts = await gateFacts(db, publicationId, scene.now(), await readAgency(db))
  return { facts, judged: handOverFacts(facts, scene.now()) }
}

describe('a stricter limit', () => {
  test('holds what is planned at once, in readiness and in lists, and a looser one frees it again', async () => {
    const { x } = scene.accounts
    const draft = await aPublication(scene)
    expect(await blockersOf(draft.id)).toBe(0)
    await set(x, { maxCharacters: 20 })
    expect(await rowOf(scene, draft.id)).toMatchObject({ blockingFindings: 1, state: 'draft' })
    expect(await blockersOf(draft.id)).toBe(1)
    await set(x, { maxCharacters: null })
    expect(await rowOf(scene, draft.id)).toMatchObject({ blockingFindings: 0 })
    expect(await blockersOf(draft.id)).toBe(0)
    expect((await accountRow(x)).ownLimits).toBeNull()
  })

  test('changes no hash and ends no decision, and the gate holds by it and opens again', async () => {
    const { x } = scene.accounts
    const { publicationId } = await anApproved(scene)
    const before = await rowOf(scene, publicationId)
    await set(x, { maxCharacters: 20 })
    const held = await rowOf(scene, publicationId)
    expect(held).toMatchObject({
      contentHash: before.contentHash,
      state: 'approved',
      version: before.version,
    })
    expect((await gateOf(publicationId)).judged.blockers.map(({ code }) => code)).toContain('variant_invalid')
    scene.at('2026-12-09T03:40:00.000Z')
    await set(x, { maxCharacters: 200 })
    const { facts, judged } = await gateOf(publicationId)
    expect(judged.blockers.map(({ code }) => code)).not.toContain('variant_invalid')
    expect(facts.readySince).toBe('2026-12-09T03:40:00.000Z')
    expect((await rowOf(scene, publicationId)).contentHash).toBe(before.contentHash)
  })

  test('leaves alone what was handed over, cancelled, or is planned elsewhere', async () => {
    const handedOver = await bring(scene, await aPublication(scene), 'handed_over')
    const cancelled = await bring(scene, await aPublication(scene), 'cancelled')
    const elsewhere = await aPublication(
      scene,
      { accountIds: [scene.accounts.otherFacebook] },
      scene.people.otherPlanner,
    )
    await set(scene.accounts.x, { maxCharacters: 20 })
    for (const row of [handedOver, cancelled, elsewhere]) expect(await rowOf(scene, row.id)).toEqual(row)
  })

  test('counts a publication’s other variants as they were', async () => {
    const both = await aPublication(scene, { accountIds: [scene.accounts.x, scene.accounts.instagram] })
    expect(both).toMatchObject({ blockingFindings: 1 })
    await set(scene.accounts.x, { maxCharacters: 20 })
    expect(await rowOf(scene, both.id)).toMatchObject({ blockingFindings: 2 })
    const found = await variantsOf(scene, both.id)
    expect(found.map(({ findings }) => findings.map((one) => (one as { code: string }).code)).sort()).toEqual(
      [['media_missing'], ['text_too_long']],
    )
  })

  test('judges a text that is being edited by what stands in the end', async () => {
    const draft = await aPublication(scene)
    await Promise.all([
      scene.onSecond(scene.people.planner).call(edit, {
        publicationId: draft.id,
        version: draft.version,
        changes: { mainText: 'Pendek.' },
      }),
      set(scene.accounts.x, { maxCharacters: 20 }),
    ])
    expect(await rowOf(scene, draft.id)).toMatchObject({ mainText: 'Pendek.', blockingFindings: 0 })
  })
})

describe('of videos', () => {
  async function withVideo(media: { durationMs?: number; transcript?: string } = {}) {
    const { planner } = scene.people
    const draft = await aPublication(scene, { title: 'Antrean di loket' })
    const fileId = await aFile(scene, planner, {
      name: 'antrean.mp4',
      mimeType: 'video/mp4',
      widthPx: 1080,
      heightPx: 1920,
      durationMs: media.durationMs ?? 45_000,
    })
    const images = [{ fileId, alternativeText: '', transcript: media.transcript ?? 'Silakan antre.' }]
    await planner.call(setMedia, { publicationId: draft.id, variantId: null, version: 1, images })
    return draft
  }

  test('length, size, number and shape hold what is planned, are foretold, and are freed again', async () => {
    const { x } = scene.accounts
    const { id } = await withVideo()
    const stricter: [LimitChanges, string][] = [
      [{ maxVideoSeconds: 30 }, 'video_too_long'],
      [{ minVideoSeconds: 60 }, 'video_too_short'],
      [{ maxVideoBytes: 1 }, 'video_too_large'],
      [{ maxVideos: 0 }, 'videos_too_many'],
      [{ narrowestVideo: '1:1' }, 'video_shape'],
    ]
    for (const [changes, code] of stricter) {
      const foretold = await administrator.look(limitEffects, { id: x, limits: changes })
      expect(foretold).toMatchObject({ breaks: [{ id, findings: [{ code }] }], mends: [] })
      await set(x, changes)
      expect(await rowOf(scene, id)).toMatchObject({ blockingFindings: 1 })
      await set(x, Object.fromEntries(Object.keys(changes).map((name) => [name, null])))
      expect(await rowOf(scene, id)).toMatchObject({ blockingFindings: 0 })
    }
    expect((await accountRow(x)).ownLimits).toBeNull()
  })

  test('a longer video goes where an account may post longer ones', async () => {
    const { x } = scene.accounts
    const { id } = await withVideo({ durationMs: 600_000 })
    expect(await rowOf(scene, id)).toMatchObject({ blockingFindings: 0, warningFindings: 1 })
    await set(x, { maxVideoSeconds: 3600 }, 'Akun berlangganan X Premium')
    expect(await rowOf(scene, id)).toMatchObject({ blockingFindings: 0, warningFindings: 0 })
  })

  test('limits that nothing could meet are refused, also against what stands already', async () => {
    const { x } = scene.accounts
    await set(x, { maxVideoSeconds: 30 })
    expect(await refusalOf(set(x, { minVideoSeconds: 60 }))).toMatchObject({
      code: 'limits_crossed',
      data: { least: 60, most: 30 },
    })
    expect((await accountRow(x)).ownLimits).toEqual({ maxVideoSeconds: 30 })
    await set(x, { minVideoSeconds: 60, maxVideoSeconds: null })
    expect((await accountRow(x)).ownLimits).toEqual({ minVideoSeconds: 60 })
  })
})

describe('what is kept of it', () => {
  test('each limit in force with its reason, who and when; what it replaced stays on record', async () => {
    const { x } = scene.accounts
    await set(x, { maxCharacters: 25_000, maxMedia: 2 }, 'Akun berlangganan X Premium')
    scene.at('2026-12-10T03:00:00.000Z')
    await set(x, { maxMedia: 4 }, 'Kembali seperti biasa')
    expect(await administrator.look(limits, { id: x })).toEqual([
      {
        name: 'maxCharacters',
        value: 25_000,
        reason: 'Akun berlangganan X Premium',
        by: 'Andi Tenri',
        at: '2026-12-09T03:22:00.000Z',
      },
      {
        name: 'maxMedia',
        value: 4,
        reason: 'Kembali seperti biasa',
        by: 'Andi Tenri',
        at: '2026-12-10T03:00:00.000Z',
      },
    ])
    const ended = await scene.world.store.db
      .select()
      .from(accountLimits)
      .where(and(eq(accountLimits.accountId, x), eq(accountLimits.value, 2)))
    expect(ended).toMatchObject([{ endedAt: '2026-12-10T03:00:00.000Z', endedBy: administrator.id }])
    const live = await scene.world.store.db.select().from(accountLimits).where(isNull(accountLimits.endedAt))
    expect(Object.fromEntries(live.map(({ name, value }) => [name, value]))).toEqual(
      (await accountRow(x)).ownLimits,
    )
    const found = await scene.world.store.db
      .select({ before: revisions.before, after: revisions.after })
      .from(revisions)
      .where(eq(revisions.action, 'accounts.limits_changed'))
    expect(found[1]).toEqual({ before: { maxMedia: 2 }, after: { maxMedia: 4 } })
  })

  test('the same value again changes nothing', async () => {
    const { x } = scene.accounts
    const { version } = await set(x, { maxMedia: 2 })
    expect(await set(x, { maxMedia: 2 })).toEqual({ version })
  })

  test('of two administrators the second sees both values; different limits merge', async () => {
    const { x } = scene.accounts
    const { version } = await accountRow(x)
    const change = (limitsToSet: LimitChanges) =>
      administrator.call(changeLimits, { id: x, version, limits: limitsToSet, reason: 'Uji' })
    await change({ maxCharacters: 500 })
    expect(await change({ maxMedia: 1 })).toEqual({ version: version + 2 })
    expect(await refusalOf(change({ maxCharacters: 400 }))).toMatchObject({
      code: 'conflict',
      data: { by: 'Andi Tenri', fields: [{ field: 'maxCharacters', yours: 400, theirs: 500 }] },
    })
    expect(await refusalOf(change({ maxCharacters: null }))).toMatchObject({
      data: { fields: [{ yours: null, theirs: 500 }] },
    })
  })
})

describe('before it is saved', () => {
  test('names what it would hold and what it would free, and writes nothing', async () => {
    const { x } = scene.accounts
    const short = await aPublication(scene, { title: 'Pendek', mainText: 'Singkat.' })
    const long = await aPublication(scene, { title: 'Panjang', mainText: 'a'.repeat(300) })
    const stricter = await administrator.look(limitEffects, { id: x, limits: { maxCharacters: 5 } })
    expect(stricter).toMatchObject({
      breaks: [{ id: short.id, title: 'Pendek', findings: [{ code: 'text_too_long' }] }],
      mends: [],
      isCut: false,
    })
    const looser = await administrator.look(limitEffects, { id: x, limits: { maxCharacters: 300 } })
    expect(looser).toMatchObject({ breaks: [], mends: [{ id: long.id, title: 'Panjang' }] })
    expect(await rowOf(scene, short.id)).toMatchObject({ blockingFindings: 0 })
    expect(await rowOf(scene, long.id)).toMatchObject({ blockingFindings: 1 })
  })

  test('says nothing of a leader’s plan to an administrator outside the circle, yet judges it', async () => {
    const { executive } = scene.accounts
    const secret = await aPublication(scene, { accountIds: [executive] })
    const seen = await administrator.look(limitEffects, { id: executive, limits: { maxCharacters: 5 } })
    expect(seen).toEqual({ platform: 'x', breaks: [], mends: [], isCut: false })
    const answer = await set(executive, { maxCharacters: 5 })
    expect(Object.keys(answer)).toEqual(['version'])
    expect(await rowOf(scene, secret.id)).toMatchObject({ blockingFindings: 1 })
    const told = await scene.world.store.db
      .select({ data: audit.data })
      .from(audit)
      .where(eq(audit.action, 'accounts.limits_changed'))
    expect(JSON.stringify(told)).not.toContain(secret.id)
    expect(told).toEqual([{ data: { changed: ['maxCharacters'], reason: 'Server kami lain' } }])
  })
})

test('only administrators change limits, and of an ended account nobody', async () => {
  const { x } = scene.accounts
  const { version } = await accountRow(x)
  const input = { id: x, version, limits: { maxMedia: 1 }, reason: 'Uji' }
  expect((await refusalOf(scene.people.planner.call(changeLimits, input))).code).toBe('not_allowed')
  await scene.world.store.transaction((tx) =>
    tx.update(accounts).set({ endedAt: scene.now() }).where(eq(accounts.id, x)),
  )
  expect((await refusalOf(administrator.call(changeLimits, input))).code).toBe('account_ended')
})

test('a shape is kept in one way of writing it, and what is none is not read', () => {
  const base = { id: scene.accounts.x, version: 1, reason: 'a' }
  const read = (widestVideo: string) => changeLimits.input.safeParse({ ...base, limits: { widestVideo } })
  expect(read(' 1,91 : 1 ').data?.limits).toEqual({ widestVideo: '1.91:1' })
  expect(read('lebar').success).toBe(false)
})

test('a change needs a reason and at least one limit', () => {
  const base = { id: scene.accounts.x, version: 1 }
  expect(changeLimits.input.safeParse({ ...base, limits: {}, reason: 'a' }).success).toBe(false)
  expect(changeLimits.input.safeParse({ ...base, limits: { maxMedia: 1 }, reason: '  ' }).success).toBe(false)
  expect(changeLimits.input.safeParse({ ...base, limits: { maxMedia: 1 }, reason: 'a' }).success).toBe(true)
})

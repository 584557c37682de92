import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { databaseFailure, OutcomeUnknown } from '../../db/failures.ts'
import { Lane } from '../../db/lane.ts'
import { openDatabase } from '../../db/open.ts'
import { approve } from '../../server/approvals/approve.ts'
import { submit } from '../../server/approvals/submit.ts'
import { sign } from '../../server/briefings/sign.ts'
import { type Command, execute } from '../../server/infrastructure/command.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { diagnose } from '../../server/operator/diagnose.ts'
import { edit } from '../../server/publications/edit.ts'
import { confirm } from '../../server/publishing/confirm.ts'
import { handOver } from '../../server/publishing/hand-over.ts'
import { aDraft, anApproved, aSubmission, rowOf, stepAt } from '../server/approvals/support.ts'
import { aBriefing } from '../server/briefings/support.ts'
import { aHandedOver, PLANNED, variantAt } from '../server/publishing/support.ts'
import { type ActingPerson, anAgency, STORY_MOMENT, type TestAgency } from '../support/agency.ts'
import { cuttingProxy } from '../support/cutting-proxy.ts'

let scene: TestAgency
/** A connection of its own: it ends others' backends and looks at the whole database. */
let outside: postgres.Sql
let tables: string[]

beforeAll(async () => {
  scene = await anAgency()
  outside = postgres(scene.database.url, {
    max: 1,
    fetch_types: false,
    connection: { application_name: 'outside' },
  })
  await outside`update people set user_id = 'andi' where id = ${scene.people.administrator.id}`
  const rows = await outside`select tablename from pg_tables where schemaname = 'public' order by tablename`
  tables = rows.map((row) => String(row.tablename))
})

afterEach(() => {
  disturb = null
  scene.at(STORY_MOMENT)
})

afterAll(async () => {
  Lane.prototype.run = undisturbed
  await outside.end({ timeout: 5 })
  await scene.drop()
})

type Disturb = (lane: Lane, text: string) => Promise<'go on' | 'answered instead'>

/** What happens before a statement is sent; null: nothing. */
let disturb: { statement: number; seen: number; reached: string | null; how: Disturb } | null = null

const undisturbed = Lane.prototype.run
Lane.prototype.run = async function disturbed(this: Lane, text, params, manner) {
  const now = disturb
  if (now !== null && now.seen++ === now.statement) {
    now.reached = text
    disturb = null
    if ((await now.how(this, text)) === 'answered instead' && text === 'commit')
      return undisturbed.call(this, 'rollback')
  }
  return undisturbed.call(this, text, params, manner)
}

/** The backend of this very connection is ended, and the statement is sent all the same. */
const backendEnded: Disturb = async (lane) => {
  const [row] = await undisturbed.call(lane, 'select pg_backend_pid() as pid')
  await outside`select pg_terminate_backend(${Number(row?.pid)}, 2000)`
  return 'go on'
}

/** The server itself fails in the place of the statement, in the same transaction; a COMMIT it answers with ROLLBACK. */
const failing =
  (code: string): Disturb =>
  async (lane, text) => {
    if (text === 'commit') return 'answered instead'
    await undisturbed.call(
      lane,
      `do $$ begin raise exception 'a fault of the test' using errcode = '${code}'; end $$`,
    )
    return 'go on'
  }

const timedOut: Disturb = async (lane, text) => {
  if (text === 'commit' || text.startsWith('begin')) return failing('57014')(lane, text)
  await undisturbed.call(lane, 'set local statement_timeout = 20')
  await undisturbed.call(lane, 'select pg_sleep(5)')
  return 'go on'
}

const faults: [string, Disturb][] = [
  ['its backend ended', backendEnded],
  ['the disk full', failing('53100')],
  ['a deadlock', failing('40P01')],
  ['a serialisation failure', failing('40001')],
  ['a time-out', timedOut],
]

/** Every row of every table, by table, as one digest each. */
async function everything(): Promise<Record<string, string>> {
  const digests = tables.map(
    (name) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${name}" t`,
  )
  const rows = await outside.unsafe(digests.join(' union all '))
  return Object.fromEntries(rows.map((row) => [String(row.name), String(row.digest)]))
}

async function countOf(table: 'audit' | 'outbox' | 'idempotency_keys'): Promise<number> {
  const [row] = await outside.unsafe(`select count(*)::int as n from ${table}`)
  return Number(row?.n)
}

/** One act that is due: who does it, with what. Its type is closed over, so that six of them fit in one list. */
type Act = (world: World, key: string) => Promise<unknown>

function act<Input, Output>(by: ActingPerson, command: Command<Input, Output>, input: unknown): Act {
  return (world, key) =>
    execute(world, command, command.input.parse(input), { personId: by.id, key, requestId: 'fault' })
}

const acts: [string, () => Promise<Act>][] = [
  [
    'publications.edit',
    async () => {
      const { publicationId } = await anApproved(scene)
      const { version } = await rowOf(scene, publicationId)
      const changes = { mainText: 'Siapkan KTP, kartu keluarga dan materai.', notes: 'dari Bayu' }
      return act(scene.people.planner, edit, { publicationId, version, changes })
    },
  ],
  ['approvals.submit', async () => act(scene.people.planner, submit, { publicationId: await aDraft(scene) })],
  [
    'approvals.approve',
    async () => {
      const submitted = await aSubmission(scene)
      const { publicationId, contentHash } = submitted
      const stepId = stepAt(submitted.steps, 0).id
      return act(scene.people.approver, approve, { publicationId, contentHash, stepId, comment: 'Setuju.' })
    },
  ],
  [
    'briefings.sign',
    async () => {
      const { owner, number, hash } = await aBriefing(scene)
      return act(scene.people.leadAgent, sign, { owner, number, hash })
    },
  ],
  [
    'publishing.handOver',
    async () => {
      const { publicationId } = await anApproved(scene)
      scene.at(PLANNED)
      return act(scene.people.planner, handOver, { publicationId })
    },
  ],
  [
    'publishing.confirm',
    async () => {
      const { publicationId, variants } = await aHandedOver(scene)
      const variantId = variantAt(variants, 0).id
      const link = 'https://x.com/kemencontoh/status/1'
      return act(scene.people.planner, confirm, { publicationId, variantId, link, happenedAt: null })
    },
  ],
]

describe.each(acts)('%s', (_name, prepare) => {
  test('with a fault before any one of its statements leaves nothing, and with none all of it, once', async () => {
    const run = await prepare()
    const key = randomUUID()
    const before = await everything()
    for (const [name, how] of faults) {
      let reached: string | null = ''
      for (let statement = 0; reached !== 'commit'; statement++) {
        const fault = { statement, seen: 0, reached: null as string | null, how }
        disturb = fault
        const failure = await run(scene.world, key).then(
          () => null,
          (error: unknown) => error,
        )
        reached = fault.reached
        const where = `${name} before statement ${statement}: ${reached}`
        expect(reached, where).not.toBeNull()
        expect(databaseFailure(failure), `${where} gave ${String(failure)}`).toBeDefined()
        // Only of a COMMIT nobody can know; it was sent, and the database no longer there to hear it.
        if (reached !== 'commit') expect(failure, where).not.toBeInstanceOf(OutcomeUnknown)
        // After the others once is enough: what one of them left would still be there.
        if (how === backendEnded || reached === 'commit') expect(await everything(), where).toEqual(before)
      }
    }
    expect(scene.world.store.lanesFree()).toBe(6)

    const counts = [await countOf('audit'), await countOf('outbox'), await countOf('idempotency_keys')]
    const answer = await run(scene.second, key)
    const after = await everything()
    expect(await countOf('audit')).toBeGreaterThan(counts[0] ?? 0)
    expect((await countOf('audit')) - (counts[0] ?? 0)).toBe((await countOf('outbox')) - (counts[1] ?? 0))
    expect(await countOf('idempotency_keys')).toBe((counts[2] ?? 0) + 1)
    expect(await run(scene.world, key)).toEqual(answer)
    expect(await everything()).toEqual(after)
    expect(await diagnose(scene.world, ['nothingDueMissed'])).toEqual([])
  }, 180_000)

  test('cut off after its COMMIT and sent again to another server has one effect and the one answer', async () => {
    const run = await prepare()
    const key = randomUUID()
    const audited = await countOf('audit')
    const proxy = await cuttingProxy(scene.database.url, (text) =>
      text.includes('commit\0') ? 'cut after the answer' : 'pass',
    )
    const far = await openDatabase(proxy.url, { poolSize: 1 })
    await expect(run({ ...scene.world, store: far }, key)).rejects.toBeInstanceOf(OutcomeUnknown)
    await far.close()
    await proxy.close()
    const kept = await everything()
    expect(await countOf('audit')).toBeGreaterThan(audited)

    const [kept1] = await outside`select answer from idempotency_keys where key = ${key}`
    const answer = await run(scene.second, key)
    expect(answer).toEqual(kept1?.answer)
    expect(await run(scene.world, key)).toEqual(answer)
    expect(await everything()).toEqual(kept)
    expect(await diagnose(scene.world, ['nothingDueMissed'])).toEqual([])
  }, 60_000)
})

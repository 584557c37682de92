import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { openDatabase, type Store } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { type Command, execute, readAgency, readPerson } from '../../server/infrastructure/command.ts'
import { look, type Read } from '../../server/infrastructure/read.ts'
import type { World } from '../../server/infrastructure/world.ts'
import { readSettings } from '../../server/settings.ts'
import { freshDatabase } from './database.ts'

/** Wednesday 9 December 2026, 10.22 in Jakarta: the moment of the stories in the tests. */
export const STORY_MOMENT: Instant = '2026-12-09T03:22:00.000Z'

export type ActingPerson = {
  id: string
  name: string
  call<Input, Output>(command: Command<Input, Output>, input: Input, key?: string): Promise<Output>
  look<Input, Output>(read: Read<Input, Output>, input: Input): Promise<Output>
}

export type TestAgency = Awaited<ReturnType<typeof anAgency>>

/**
 * A migrated database of its own with one agency, two units, one person per role and three accounts, and a world
 * whose clock stands still until `at` moves it. `second` is another server on the same database.
 */
export async function anAgency() {
  const database = await freshDatabase()
  const now = { at: STORY_MOMENT }
  const world = worldOn(database.store, () => now.at)
  const secondStore = await openDatabase(database.url, {
    poolSize: 6,
    applicationName: 'selaras tests, second server',
  })
  const second = worldOn(secondStore, () => now.at)

  const ids = await database.store.transaction(async (tx) => {
    await tx.insert(agency).values({
      name: 'Kementerian Contoh',
      zone: 'Asia/Jakarta',
      isDemo: false,
      graceMinutes: 15,
      confirmMinutes: 15,
      acknowledgementPercent: 100,
      acknowledgementBlocks: false,
      alignmentLeadWorkingDays: 1,
      alsoAlignedClasses: [],
      crowdedFrom: 6,
      uptakeThreshold: 60,
      opinionLeaderThreshold: 3,
      issueCountThreshold: null,
      opensAt: '08:00',
      closesAt: '16:00',
      createdAt: STORY_MOMENT,
      version: 1,
    })
    const [unit, otherUnit] = await tx
      .insert(units)
      .values([
        { name: 'Biro Komunikasi', createdAt: STORY_MOMENT, version: 1 },
        { name: 'Direktorat Layanan', createdAt: STORY_MOMENT, version: 1 },
      ])
      .returning({ id: units.id })
    if (!unit || !otherUnit) throw new Error('no units')
    return { unit: unit.id, otherUnit: otherUnit.id }
  })

  const inWorld = (personId: string, name: string, where: World): ActingPerson => ({
    id: personId,
    name,
    call: (definition, input, key = randomUUID()) =>
      execute(where, definition, definition.input.parse(input), { personId, key, requestId: 'test' }),
    async look(definition, input) {
      const who = {
        person: await readPerson(where.store.db, personId),
        agency: await readAgency(where.store.db),
      }
      return look(where, definition, definition.input.parse(input), who)
    },
  })

  const addPerson = async (name: string, role: Role | null, unitId: string | null, email?: string) => {
    const id = await database.store.transaction(async (tx) => {
      const [row] = await tx
        .insert(people)
        .values({
          name,
          email: email ?? null,
          locale: 'id',
          theme: 'auto',
          singleKeysOff: false,
          createdAt: STORY_MOMENT,
          version: 1,
        })
        .returning({ id: people.id })
      if (!row) throw new Error('no person')
      if (role)
        await tx.insert(roleGrants).values({ personId: row.id, role, unitId, grantedAt: STORY_MOMENT })
      return row.id
    })
    return inWorld(id, name, world)
  }

  const everybody = {
    planner: await addPerson('Sekar Larasati', 'planner', ids.unit, 'sekar@contoh.example'),
    secondPlanner: await addPerson('Dimas Pratama', 'planner', ids.unit, 'dimas@contoh.example'),
    contributor: await addPerson('Bayu Anggara', 'contributor', ids.unit, 'bayu@contoh.example'),
    leadAgent: await addPerson('Nur Aisyah', 'lead_agent', null, 'nur@contoh.example'),
    agent: await addPerson('Yohanes Tefa', 'agent', null, 'yohanes@contoh.example'),
    approver: await addPerson('Hendra Wicaksono', 'approver', ids.unit, 'hendra@contoh.example'),
    secondApprover: await addPerson('Dewi Anjani', 'approver', ids.unit, 'dewi@contoh.example'),
    leader: await addPerson('Ratna Kusumawardhani', null, null),
    delegate: await addPerson('Agus Salim', 'approver', ids.unit, 'agus@contoh.example'),
    privateOffice: await addPerson('Lestari Ginting', 'private_office', ids.unit, 'lestari@contoh.example'),
    administrator: await addPerson('Andi Tenri', 'administrator', null, 'andi@contoh.example'),
    reader: await addPerson('Maria Simbolon', 'reader', null, 'maria@contoh.example'),
    otherPlanner: await addPerson('Putu Lestari', 'planner', ids.otherUnit, 'putu@contoh.example'),
  }

  const accountIds = await database.store.transaction(async (tx) => {
    await tx.update(units).set({ communicationsLeadId: everybody.approver.id })
    const common = { minimumMinutes: 60, createdAt: STORY_MOMENT, version: 1 }
    const rows = await tx
      .insert(accounts)
      .values([
        {
          ...common,
          unitId: ids.unit,
          platform: 'x',
          handle: '@kemencontoh',
          displayName: 'Kementerian Contoh',
          kind: 'institutional',
        },
        {
          ...common,
          unitId: ids.unit,
          platform: 'instagram',
          handle: '@kementeriancontoh',
          displayName: 'Kementerian Contoh',
          kind: 'institutional',
        },
        {
          ...common,
          unitId: ids.unit,
          platform: 'x',
          handle: '@mentericontoh',
          displayName: 'Ratna Kusumawardhani',
          kind: 'executive',
          officeHolderId: everybody.leader.id,
          office: 'Menteri',
        },
        {
          ...common,
          unitId: ids.otherUnit,
          platform: 'facebook',
          handle: 'Layanan Contoh',
          displayName: 'Layanan Contoh',
          kind: 'institutional',
        },
      ])
      .returning({ id: accounts.id })
    const [x, instagram, executive, otherFacebook] = rows.map((row) => row.id)
    if (!x || !instagram || !executive || !otherFacebook) throw new Error('no accounts')
    return { x, instagram, executive, otherFacebook }
  })

  return {
    world,
    second,
    database,
    unit: ids.unit,
    otherUnit: ids.otherUnit,
    people: everybody,
    accounts: accountIds,
    addPerson,
    /** The same person on the second server. */
    onSecond: (person: ActingPerson) => inWorld(person.id, person.name, second),
    /** Sets the clock of both servers. */
    at(moment: Instant) {
      now.at = moment
    },
    now: () => now.at,
    async drop() {
      await secondStore.close()
      await database.drop()
    },
  }
}

function worldOn(store: Store, clock: () => Instant): World {
  return {
    name: 'agency',
    store,
    settings: readSettings({ LOG_LEVEL: 'silent', SECRET: 'a secret for the tests that is long enough' }),
    filesDir: '',
    log: pino({ level: 'silent' }),
    clock,
  }
}

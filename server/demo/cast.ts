import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { agencyDefaults } from '../../domain/agency/defaults.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { momentOf, type World } from '../infrastructure/world.ts'

type Part = { name: string; position: string; roles: [Role, 'unit' | 'agency'][]; extension?: string }

/** Kementerian Contoh and whoever works on its Bantuan Renovasi Rumah. Source: Selaras first visit and demo. */
const parts = {
  sekar: { name: 'Sekar Larasati', position: 'Perencana media sosial', roles: [['planner', 'unit']] },
  dimas: { name: 'Dimas Pratama', position: 'Perencana media sosial', roles: [['planner', 'unit']] },
  bayu: { name: 'Bayu Anggara', position: 'Analis program', roles: [['contributor', 'unit']] },
  nur: { name: 'Nur Aisyah', position: 'Penyelia pusat kontak', roles: [['lead_agent', 'agency']] },
  yohanes: { name: 'Yohanes Tefa', position: 'Petugas pusat kontak', roles: [['agent', 'agency']] },
  made: { name: 'Made Suastika', position: 'Petugas pusat kontak', roles: [['agent', 'agency']] },
  hendra: { name: 'Hendra Wicaksono', position: 'Kepala Biro Komunikasi', roles: [['approver', 'unit']] },
  ratna: { name: 'Ratna Kusumawardhani', position: 'Menteri', roles: [['approver', 'unit']] },
  lestari: {
    name: 'Lestari Ginting',
    position: 'Sekretariat Menteri',
    roles: [['private_office', 'unit']],
  },
  wayan: {
    name: 'Wayan Suteja',
    position: 'Pemverifikasi jawaban',
    roles: [['planner', 'unit']],
    extension: '214',
  },
  andi: { name: 'Andi Tenri', position: 'Administrator', roles: [['administrator', 'agency']] },
  maria: { name: 'Maria Simbolon', position: 'Inspektorat', roles: [['reader', 'agency']] },
} as const satisfies Record<
  string,
  Omit<Part, 'roles'> & { roles: readonly (readonly [Role, 'unit' | 'agency'])[] }
>

export type DemoName = keyof typeof parts

/** Makes the demo's agency, unit, people and accounts, once: of two at the same moment the second finds them there. */
export async function castDemo(world: World): Promise<void> {
  await world.store.transaction(async (tx) => {
    const moment = await momentOf(world, tx)
    const created = { createdAt: moment, version: 1 }
    const [made] = await tx
      .insert(agency)
      .values({
        ...agencyDefaults,
        name: 'Kementerian Contoh',
        zone: 'Asia/Jakarta',
        isDemo: true,
        ...created,
      })
      .onConflictDoNothing()
      .returning({ id: agency.id })
    if (!made) return
    const [unit] = await tx
      .insert(units)
      .values({ name: 'Biro Komunikasi', ...created })
      .returning({ id: units.id })
    if (!unit) throw new Error('no unit came back')
    const ids = await addPeople(tx, unit.id, moment)
    await tx.update(units).set({ communicationsLeadId: ids.hendra }).where(eq(units.id, unit.id))
    await addAccounts(tx, unit.id, ids.ratna, moment)
  })
}

async function addPeople(tx: Tx, unitId: string, moment: Instant): Promise<Record<DemoName, string>> {
  const ids: [string, string][] = []
  for (const [key, part] of Object.entries(parts)) {
    const [person] = await tx
      .insert(people)
      .values({
        name: part.name,
        email: `${key}@contoh.example`,
        position: part.position,
        extension: 'extension' in part ? part.extension : null,
        locale: 'id',
        theme: 'auto',
        singleKeysOff: false,
        createdAt: moment,
        version: 1,
      })
      .returning({ id: people.id })
    if (!person) throw new Error('no person came back')
    ids.push([key, person.id])
    for (const [role, place] of part.roles) {
      const held = { role, unitId: place === 'unit' ? unitId : null }
      await tx.insert(roleGrants).values({ ...held, personId: person.id, grantedAt: moment })
    }
  }
  return Object.fromEntries(ids) as Record<DemoName, string>
}

async function addAccounts(tx: Tx, unitId: string, ministerId: string, moment: Instant): Promise<void> {
  const own = [
    ['instagram', '@kementeriancontoh'],
    ['x', '@kemencontoh'],
    ['facebook', 'Kementerian Contoh'],
    ['tiktok', '@kementeriancontoh'],
    ['youtube', '@kementeriancontoh'],
    ['website', 'kementerian.example'],
    ['press_release', 'Siaran pers Kementerian Contoh'],
  ] as const
  const common = { unitId, minimumMinutes: 60, createdAt: moment, version: 1 }
  await tx.insert(accounts).values([
    ...own.map(([platform, handle]) => ({
      ...common,
      platform,
      handle,
      displayName: 'Kementerian Contoh',
      kind: 'institutional' as const,
    })),
    {
      ...common,
      platform: 'x',
      handle: '@mentericontoh',
      displayName: 'Ratna Kusumawardhani',
      kind: 'executive' as const,
      officeHolderId: ministerId,
      office: 'Menteri',
    },
  ])
}

import type { Tx } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { people, roleGrants } from '../../db/schema/people.ts'
import { agencyDefaults } from '../../domain/agency/defaults.ts'
import type { Role } from '../../domain/permissions.ts'
import type { Instant } from '../../domain/time.ts'
import { importHolidays } from '../marks/import-holidays.ts'

export const ZONE = 'Asia/Jakarta'

/** Where a role is held: in the communications bureau, in the minister's office, or for the whole agency. */
type Place = 'bureau' | 'office' | 'agency'
type Part = { name: string; position: string; roles: readonly (readonly [Role, Place])[]; extension?: string }

/** Kementerian Contoh and whoever works on its Bantuan Renovasi Rumah. Source: Selaras first visit and demo. */
const parts = {
  sekar: { name: 'Sekar Larasati', position: 'Perencana media sosial', roles: [['planner', 'bureau']] },
  dimas: { name: 'Dimas Pratama', position: 'Perencana media sosial', roles: [['planner', 'bureau']] },
  bayu: { name: 'Bayu Anggara', position: 'Analis program', roles: [['contributor', 'bureau']] },
  nur: { name: 'Nur Aisyah', position: 'Penyelia pusat kontak', roles: [['lead_agent', 'agency']] },
  yohanes: { name: 'Yohanes Tefa', position: 'Petugas pusat kontak', roles: [['agent', 'agency']] },
  made: { name: 'Made Suastika', position: 'Petugas pusat kontak', roles: [['agent', 'agency']] },
  hendra: { name: 'Hendra Wicaksono', position: 'Kepala Biro Komunikasi', roles: [['approver', 'bureau']] },
  ratna: { name: 'Ratna Kusumawardhani', position: 'Menteri', roles: [['approver', 'office']] },
  teguh: { name: 'Teguh Prabowo', position: 'Sekretaris Jenderal', roles: [['approver', 'office']] },
  lestari: {
    name: 'Lestari Ginting',
    position: 'Sekretariat Menteri',
    roles: [['private_office', 'bureau']],
  },
  wayan: {
    name: 'Wayan Suteja',
    position: 'Pemverifikasi jawaban',
    roles: [['planner', 'bureau']],
    extension: '214',
  },
  andi: { name: 'Andi Tenri', position: 'Administrator', roles: [['administrator', 'agency']] },
  maria: { name: 'Maria Simbolon', position: 'Inspektorat', roles: [['reader', 'agency']] },
} as const satisfies Record<string, Part>

export type DemoName = keyof typeof parts

const demoAccounts = [
  { key: 'instagram', platform: 'instagram', handle: '@kementeriancontoh' },
  { key: 'x', platform: 'x', handle: '@kemencontoh' },
  { key: 'facebook', platform: 'facebook', handle: 'Kementerian Contoh' },
  { key: 'tiktok', platform: 'tiktok', handle: '@kementeriancontoh' },
  { key: 'youtube', platform: 'youtube', handle: '@kementeriancontoh' },
  { key: 'website', platform: 'website', handle: 'kementerian.example' },
  { key: 'press', platform: 'press_release', handle: 'Siaran pers Kementerian Contoh' },
  { key: 'ministerX', platform: 'x', handle: '@mentericontoh' },
  { key: 'ministerInstagram', platform: 'instagram', handle: '@mentericontoh' },
] as const

export type DemoAccount = (typeof demoAccounts)[number]['key']

export type Cast = {
  people: Record<DemoName, string>
  accounts: Record<DemoAccount, string>
  bureauId: string
}

/** Makes the demo's agency, units, people and accounts in an empty database, as of `moment`. */
export async function castDemo(tx: Tx, moment: Instant): Promise<Cast> {
  const created = { createdAt: moment, version: 1 }
  await tx
    .insert(agency)
    .values({ ...agencyDefaults, name: 'Kementerian Contoh', zone: ZONE, isDemo: true, ...created })
  await importHolidays(tx)
  const [bureau, office] = await tx
    .insert(units)
    .values([
      { name: 'Biro Komunikasi', ...created },
      { name: 'Kantor Menteri', ...created },
    ])
    .returning({ id: units.id })
  if (!bureau || !office) throw new Error('no unit came back')
  const ids = await addPeople(tx, { bureau: bureau.id, office: office.id, agency: null }, moment)
  await tx.update(units).set({ communicationsLeadId: ids.hendra })
  return { people: ids, accounts: await addAccounts(tx, bureau.id, ids.ratna, moment), bureauId: bureau.id }
}

type Places = Record<Place, string | null>

async function addPeople(tx: Tx, places: Places, moment: Instant): Promise<Record<DemoName, string>> {
  const ids: [string, string][] = []
  for (const [key, part] of Object.entries(parts) as [DemoName, Part][]) {
    const [person] = await tx
      .insert(people)
      .values({
        name: part.name,
        email: `${key}@kementerian.example`,
        position: part.position,
        extension: part.extension ?? null,
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
      await tx
        .insert(roleGrants)
        .values({ role, unitId: places[place], personId: person.id, grantedAt: moment })
    }
  }
  return Object.fromEntries(ids) as Record<DemoName, string>
}

async function addAccounts(
  tx: Tx,
  unitId: string,
  ministerId: string,
  moment: Instant,
): Promise<Record<DemoAccount, string>> {
  const rows = await tx
    .insert(accounts)
    .values(
      demoAccounts.map(({ key, ...account }) => ({
        ...account,
        ...(key.startsWith('minister')
          ? {
              displayName: 'Ratna Kusumawardhani',
              kind: 'executive' as const,
              officeHolderId: ministerId,
              office: 'Menteri',
            }
          : { displayName: 'Kementerian Contoh', kind: 'institutional' as const }),
        unitId,
        minimumMinutes: 60,
        createdAt: moment,
        version: 1,
      })),
    )
    .returning({ id: accounts.id })
  return Object.fromEntries(demoAccounts.map(({ key }, at) => [key, rows[at]?.id ?? ''])) as Record<
    DemoAccount,
    string
  >
}

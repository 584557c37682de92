import { sql } from 'drizzle-orm'
import type { Store } from '../../db/open.ts'
import { accounts } from '../../db/schema/accounts.ts'
import { agency, units } from '../../db/schema/agency.ts'
import { campaigns } from '../../db/schema/campaigns.ts'
import { marks, pauses } from '../../db/schema/marks.ts'
import { people, roleGrants } from '../../db/schema/people.ts'

/** Wednesday 9 December 2026, 10.22 in Jakarta. */
export const PLAN_MOMENT = '2026-12-09T03:22:00.000Z'

const UNITS = 8
const ACCOUNTS_A_UNIT = 5
const PEOPLE = 60
const YEARS = 10
/** One of so many has no day yet. */
const WITHOUT_A_DAY = 50
/** No statement takes longer than the store allows. */
const BATCH = 5000
const platforms = ['x', 'instagram', 'facebook', 'tiktok', 'youtube']

/**
 * An agency whose plan of ten years holds `size` publications, as many before the moment as after it but for a year
 * ahead, in every state, one in twelve on an executive account. Answers the id of a planner.
 */
export async function seedPlan(store: Store, size: number): Promise<string> {
  const created = { createdAt: PLAN_MOMENT, version: 1 }
  return store.transaction(
    async (tx) => {
      await tx.insert(agency).values({
        name: 'Kementerian Contoh',
        zone: 'Asia/Jakarta',
        isDemo: false,
        graceMinutes: 15,
        confirmMinutes: 15,
        acknowledgementPercent: 80,
        acknowledgementBlocks: false,
        alignmentLeadWorkingDays: 1,
        alsoAlignedClasses: [],
        crowdedFrom: 40,
        uptakeThreshold: 60,
        opinionLeaderThreshold: 3,
        issueCountThreshold: null,
        opensAt: '08:00',
        closesAt: '16:00',
        ...created,
      })
      const unitRows = await tx
        .insert(units)
        .values(Array.from({ length: UNITS }, (_, index) => ({ name: `Unit ${index + 1}`, ...created })))
        .returning()
      const staff = await tx
        .insert(people)
        .values(
          Array.from({ length: PEOPLE }, (_, index) => ({
            name: `Orang ${index + 1}`,
            locale: 'id' as const,
            theme: 'auto' as const,
            singleKeysOff: false,
            ...created,
          })),
        )
        .returning()
      await tx.insert(roleGrants).values(
        staff.map((person, index) => ({
          personId: person.id,
          role: index % 3 === 0 ? ('agent' as const) : ('planner' as const),
          unitId: index % 3 === 0 ? null : (unitRows[index % UNITS]?.id ?? null),
          grantedAt: PLAN_MOMENT,
        })),
      )
      await tx.insert(accounts).values(
        unitRows.flatMap((unit, at) =>
          Array.from({ length: ACCOUNTS_A_UNIT }, (_, index) => ({
            unitId: unit.id,
            platform: platforms[index] ?? 'x',
            handle: `@unit${at + 1}_${index + 1}`,
            displayName: unit.name,
            kind: at < 2 && index === 4 ? ('executive' as const) : ('institutional' as const),
            officeHolderId: at < 2 && index === 4 ? (staff[at]?.id ?? null) : null,
            minimumMinutes: 30,
            ...created,
          })),
        ),
      )
      await tx.insert(campaigns).values(
        unitRows.map((unit) => ({
          unitId: unit.id,
          name: `Kampanye ${unit.name}`,
          narrative: '',
          keyMessages: '',
          createdBy: staff[0]?.id ?? '',
          ...created,
        })),
      )
      await tx.insert(marks).values([
        { day: '2026-12-24', kind: 'joint_leave', name: 'Cuti bersama', source: 'SKB' },
        { day: '2026-12-25', kind: 'national', name: 'Hari Natal', source: 'SKB' },
      ])
      await tx.insert(pauses).values({
        kind: 'election_quiet',
        name: 'Pemungutan suara ulang',
        stops: 'promotional',
        scope: 'agency',
        unitIds: [],
        accountIds: [],
        firstDay: '2026-12-17',
        lastDay: '2026-12-19',
        addedBy: staff[0]?.id ?? '',
        addedAt: PLAN_MOMENT,
        version: 1,
      })
      for (let from = 1; from <= size; from += BATCH)
        await insertPublications(tx, from, Math.min(size, from + BATCH - 1))
      await tx.execute(sql`analyze publications`)
      const planner = staff[1]
      if (!planner) throw new Error('no planner')
      return planner.id
    },
    { isolation: 'read committed' },
  )
}

type Tx = Parameters<Parameters<Store['transaction']>[0]>[0]

/** Days of ten years up to a year ahead, hours of the day, the same numbers each time. */
async function insertPublications(tx: Tx, from: number, to: number): Promise<void> {
  await tx.execute(sql`
    with numbered as (
      select n, (n::bigint * 7919) % 1000003 as r, (n::bigint * 104729) % 999983 as s from generate_series(${sql.raw(String(from))}, ${sql.raw(String(to))}) n
    ), unit_list as (select array_agg(id order by name) as ids from units
    ), people_list as (select array_agg(id order by name) as ids from people
    ), campaign_list as (select array_agg(id order by name) as ids from campaigns
    ), placed as (
      select n, r, s,
        ('2017-12-09'::date + ((n::bigint * 48611) % (${sql.raw(String(YEARS))} * 365))::int) as day,
        (1 + r % ${sql.raw(String(UNITS))})::int as unit_at
      from numbered
    ), dated as (
      select placed.*, (day + make_interval(mins => (480 + s % 720)::int)) at time zone 'Asia/Jakarta' as at,
        unit_list.ids[unit_at] as unit_id, people_list.ids[(1 + s % ${sql.raw(String(PEOPLE))})::int] as owner_id,
        campaign_list.ids[unit_at] as campaign_id
      from placed, unit_list, people_list, campaign_list
    ), stated as (
      select dated.*,
        n % ${sql.raw(String(WITHOUT_A_DAY))} = 0 as is_idea,
        case when n % ${sql.raw(String(WITHOUT_A_DAY))} = 0 then 'idea'
          when at < ${PLAN_MOMENT}::timestamptz then 'published'
          else (array['draft', 'in_review', 'approved', 'approved', 'draft'])[1 + r % 5] end as state,
        array(select a.id from accounts a where a.unit_id = dated.unit_id and a.kind = 'institutional'
          order by a.handle limit (1 + s % 3)::int)
          || array(select a.id from accounts a where a.unit_id = dated.unit_id and a.kind = 'executive' and r % 3 = 0) as account_ids,
        exists (select 1 from accounts a where a.unit_id = dated.unit_id and a.kind = 'executive' and r % 3 = 0) as is_executive
      from dated
    )
    insert into publications (id, unit_id, title, objective, subject_class, campaign_id, main_text, language,
      planned_at, planned_day, time_kind, owner_id, notes, state, created_by, created_at, changed_at, version, time_version,
      account_ids, restricted_account_ids, is_executive, is_time_bound, steps_required, steps_decided, waiting_for,
      briefing_version, signed_version, open_questions, questions_after_signature, acknowledged_count,
      blocking_findings, warning_findings, is_held, handed_over_at, variant_count, posted_count, not_posted_count, withdrawn_count)
    select gen_random_uuid(), unit_id, 'Pengingat ' || n || ': siapkan berkas pendaftaran bantuan',
      case when r % 4 = 0 then 'protect' else 'promote' end,
      (array['service_change', 'information', 'event', 'greeting'])[1 + s % 4],
      case when r % 2 = 0 then campaign_id end,
      repeat('Sobat Contoh, pendaftaran sudah dibuka. Siapkan berkas, datang lebih awal. ', 4), 'id',
      case when not is_idea then at end, case when not is_idea then day end,
      case when is_idea then 'none' else 'exact' end, owner_id, '', state, owner_id, at - interval '20 days', at - interval '3 days', 3, 1,
      account_ids,
      case when is_executive and state <> 'published'
        then array(select a.id from accounts a where a.unit_id = stated.unit_id and a.kind = 'executive') else '{}' end,
      is_executive, is_executive, case when state in ('draft', 'idea') then 0 else 1 end, case when state = 'approved' then 1 else 0 end, '{}',
      case when s % 5 <> 0 then 2 end, case when s % 3 <> 0 then 2 end, (s % 4 = 0)::int, 0, (s % 20)::int,
      (state = 'draft' and r % 3 = 0)::int, 0, false,
      case when state = 'published' then at end, cardinality(account_ids),
      case when state = 'published' then cardinality(account_ids) else 0 end, 0, 0
    from stated`)
}

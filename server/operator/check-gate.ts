import { sql } from 'drizzle-orm'
import type { Check } from './finding.ts'

/** Everything handed over had every step of its submission decided, on its hash, by who had written none of it. */
export const gate: Check = {
  name: 'the gate',
  invariant: 1,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string; says: string }>(sql`
      with passed as (
        select h.id, h.publication_id, h.submission_id, h.content_hash, h.handed_over_at from handovers h
      ), enough as (
        select p.id as handover_id, s.id as step_id,
          case when s.needs = 'all'
            then not exists (
              select 1 from unnest(s.asked) a where not exists (
                select 1 from decisions d where d.step_id = s.id and d.kind = 'approve' and d.content_hash = p.content_hash
                  and d.decided_at <= p.handed_over_at and (d.revoked_at is null or d.revoked_at > p.handed_over_at)
                  and (d.person_id = a or d.on_behalf_of_id = a)))
            else exists (
              select 1 from decisions d where d.step_id = s.id and d.kind = 'approve' and d.content_hash = p.content_hash
                and d.decided_at <= p.handed_over_at and (d.revoked_at is null or d.revoked_at > p.handed_over_at))
          end as is_enough
        from passed p join steps s on s.submission_id = p.submission_id
      )
      select p.publication_id as id, 'was handed over on another content than its submission' as says
      from passed p join submissions s on s.id = p.submission_id
      where s.content_hash <> p.content_hash or s.publication_id <> p.publication_id
      union all
      select p.publication_id, 'was handed over with a step undecided'
      from passed p join enough e on e.handover_id = p.id where not e.is_enough
      union all
      select p.publication_id, 'was handed over without any step'
      from passed p where not exists (select 1 from steps s where s.submission_id = p.submission_id)`)
    return rows.map(({ id, says }) => ({ subject: `publications ${id}`, says }))
  },
}

export const fourEyes: Check = {
  name: 'four eyes',
  invariant: 2,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string; says: string }>(sql`
      select d.id, 'was decided by an author' as says from decisions d
      join authors a on a.publication_id = d.publication_id and a.person_id = d.person_id
      where a.first_at <= d.decided_at
      union all
      select max(d.id::text)::uuid, 'one person fills two steps of one policy' from decisions d
      join steps s on s.id = d.step_id, unnest(s.policies) policy
      where d.kind = 'approve' and d.revoked_at is null
      group by d.submission_id, d.person_id, policy having count(distinct d.step_id) > 1
      union all
      select d.id, 'was decided under a delegation that did not hold then' from decisions d
      join delegations g on g.id = d.delegation_id
      where d.decided_at < g.starts_at or d.decided_at >= g.ends_at or g.revoked_at <= d.decided_at
        or g.delegate_id <> d.person_id or g.leader_id is distinct from d.on_behalf_of_id`)
    return rows.map(({ id, says }) => ({ subject: `decisions ${id}`, says }))
  },
}

export const outcomes: Check = {
  name: 'outcomes and their summary',
  invariant: 1,
  async find({ store }) {
    const rows = await store.db.execute<{ id: string }>(sql`
      select v.id from variants v
      left join lateral (
        select kind from outcomes o where o.variant_id = v.id order by recorded_at desc, id desc limit 1
      ) newest on true
      where coalesce(newest.kind, 'none') <> v.outcome and not (newest.kind = 'not_posted' and v.outcome = 'none')`)
    return rows.map(({ id }) => ({
      subject: `variants ${id}`,
      says: 'its outcome is not the newest one recorded',
    }))
  },
}

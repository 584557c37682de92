-- The last guard of the gate, whatever code wrote the row. Says in SQL what domain/approvals/outcome.ts says as a rule;
-- a generated test ties the two. Deferred to the commit, when everything the command writes is there.
create view counted_approvals as
  select d.id, d.submission_id, d.step_id, d.person_id, d.on_behalf_of_id, d.content_hash
  from decisions d
  where d.kind = 'approve' and d.revoked_at is null
    -- Four eyes: who had written it by then decides nothing.
    and not exists (
      select 1 from authors a
      where a.publication_id = d.publication_id and a.person_id = d.person_id and a.first_at <= d.decided_at
    );
--> statement-breakpoint
create function is_approved(of_submission uuid, for_hash text) returns boolean language sql stable as $$
  select exists (select 1 from steps s where s.submission_id = of_submission)
    and not exists (
      select 1 from decisions d
      where d.submission_id = of_submission and d.revoked_at is null and d.kind <> 'approve'
    )
    and not exists (
      select 1 from steps s
      where s.submission_id = of_submission and not (
        exists (select 1 from counted_approvals c where c.step_id = s.id and c.content_hash = for_hash)
        and (s.needs = 'any' or not exists (
          select 1 from unnest(s.asked) as person(id)
          where not exists (
            select 1 from counted_approvals c
            where c.step_id = s.id and c.content_hash = for_hash
              and (c.person_id = person.id or c.on_behalf_of_id = person.id)
          )
        ))
      )
    )
    -- Within one policy's list a person fills one step at most.
    and not exists (
      select 1 from counted_approvals one
      join counted_approvals other on other.person_id = one.person_id and other.step_id <> one.step_id
      join steps s on s.id = one.step_id
      join steps t on t.id = other.step_id
      where one.submission_id = of_submission and other.submission_id = of_submission and s.policies && t.policies
    )
$$;
--> statement-breakpoint
create function refuse_unapproved(why text) returns void language plpgsql as $$
begin
  raise exception 'the gate is shut: %', why using errcode = 'integrity_constraint_violation';
end
$$;
--> statement-breakpoint
create function guard_handover() returns trigger language plpgsql as $$
declare
  present text;
  submission submissions%rowtype;
begin
  select p.content_hash into present from publications p where p.id = new.publication_id for update;
  select * into submission from submissions s where s.id = new.submission_id;
  if submission.publication_id is distinct from new.publication_id or submission.ended_at is not null then
    perform refuse_unapproved('its submission is not live');
  elsif submission.content_hash is distinct from new.content_hash or present is distinct from new.content_hash then
    perform refuse_unapproved('the content is not the one submitted');
  elsif not is_approved(new.submission_id, new.content_hash) then
    perform refuse_unapproved('a step is not decided');
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function guard_outcome() returns trigger language plpgsql as $$
declare
  present text;
  given handovers%rowtype;
  submission submissions%rowtype;
begin
  select p.content_hash into present from publications p where p.id = new.publication_id for update;
  select * into given from handovers h where h.id = new.handover_id;
  if given.publication_id is distinct from new.publication_id or not exists (
    select 1 from variants v where v.id = new.variant_id and v.publication_id = new.publication_id
  ) then
    perform refuse_unapproved('the outcome is of another publication');
  end if;
  if new.kind = 'posted' then
    select * into submission from submissions s where s.id = given.submission_id;
    if submission.ended_at is not null then
      perform refuse_unapproved('its submission is not live');
    elsif submission.content_hash is distinct from given.content_hash or present is distinct from given.content_hash then
      perform refuse_unapproved('the content is not the one handed over');
    elsif not is_approved(given.submission_id, given.content_hash) then
      perform refuse_unapproved('a step is not decided');
    end if;
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function guard_what_was_handed_over() returns trigger language plpgsql as $$
declare
  of_submission uuid := coalesce(to_jsonb(new) ->> 'submission_id', to_jsonb(new) ->> 'id')::uuid;
begin
  perform 1 from publications p
    where p.id = new.publication_id and p.submission_id = of_submission and p.handed_over_at is not null
    for update;
  if found then
    perform refuse_unapproved('it was handed over on what is being taken back');
  end if;
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger handovers_gate after insert on handovers deferrable initially deferred
  for each row execute function guard_handover();
--> statement-breakpoint
create constraint trigger outcomes_gate after insert on outcomes deferrable initially deferred
  for each row execute function guard_outcome();
--> statement-breakpoint
create constraint trigger decisions_gate after update of revoked_at on decisions deferrable initially deferred
  for each row when (new.revoked_at is not null) execute function guard_what_was_handed_over();
--> statement-breakpoint
create constraint trigger submissions_gate after update of ended_at on submissions deferrable initially deferred
  for each row when (new.ended_at is not null) execute function guard_what_was_handed_over();

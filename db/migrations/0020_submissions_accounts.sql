alter table "submissions" add column "accounts" jsonb;
--> statement-breakpoint
-- What was submitted before is taken to have been submitted for the accounts as they are called today.
update "submissions" s set "accounts" = coalesce((
  select jsonb_agg(
    jsonb_build_object('accountId', a.id, 'handle', a.handle, 'officeHolderId', a.office_holder_id) order by a.id
  )
  from "accounts" a
  where a.id::text in (select v ->> 'accountId' from jsonb_array_elements(s.content -> 'variants') v)
), '[]');
--> statement-breakpoint
alter table "submissions" alter column "accounts" set not null;
--> statement-breakpoint
-- As before, and the accounts are those it was submitted for: none has become another one. Says in SQL what
-- domain/publications/submitted-accounts.ts says as a rule. The share held on them makes accounts.change wait.
create or replace function guard_handover() returns trigger language plpgsql as $$
declare
  present text;
  submission submissions%rowtype;
begin
  select p.content_hash into present from publications p where p.id = new.publication_id for update;
  perform 1 from accounts a join variants v on v.account_id = a.id
    where v.publication_id = new.publication_id for key share of a;
  select * into submission from submissions s where s.id = new.submission_id;
  if submission.publication_id is distinct from new.publication_id or submission.ended_at is not null then
    perform refuse_unapproved('its submission is not live');
  elsif submission.content_hash is distinct from new.content_hash or present is distinct from new.content_hash then
    perform refuse_unapproved('the content is not the one submitted');
  elsif exists (
    select a.id, a.handle, a.office_holder_id from accounts a join variants v on v.account_id = a.id
      where v.publication_id = new.publication_id
    except
    select (s ->> 'accountId')::uuid, s ->> 'handle', (s ->> 'officeHolderId')::uuid
      from jsonb_array_elements(submission.accounts) s
  ) then
    perform refuse_unapproved('an account is not the one submitted for');
  elsif not is_approved(new.submission_id, new.content_hash) then
    perform refuse_unapproved('a step is not decided');
  end if;
  return null;
end
$$;

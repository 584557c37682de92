-- First waits for whoever has the publication, then looks: a hand-over under way is seen once it is committed. (With the
-- condition in the statement that locks, a row that does not meet it yet is passed by without waiting.)
create or replace function guard_what_was_handed_over() returns trigger language plpgsql as $$
declare
  of_submission uuid := coalesce(to_jsonb(new) ->> 'submission_id', to_jsonb(new) ->> 'id')::uuid;
begin
  perform 1 from publications p where p.id = new.publication_id for update;
  perform 1 from publications p
    where p.id = new.publication_id and p.submission_id = of_submission and p.handed_over_at is not null;
  if found then
    perform refuse_unapproved('it was handed over on what is being taken back');
  end if;
  return null;
end
$$;

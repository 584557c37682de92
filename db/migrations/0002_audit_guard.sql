-- What was recorded stays as it was written. A row here is a fact with a who and a when; the triggers refuse whoever
-- would change it, the application's own mistakes included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: its rows stay as they were written', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;
--> statement-breakpoint
-- Lets a row gain what it did not have yet in the columns named, each once (from null, or from true where it says that
-- something is pending); every other change is refused.
create function refuse_rewriting() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  named text;
begin
  foreach named in array tg_argv loop
    if was -> named is distinct from is_now -> named and was -> named not in ('null'::jsonb, 'true'::jsonb) then
      raise exception 'changing % of % twice is refused', named, tg_table_name
        using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  if was - tg_argv is distinct from is_now - tg_argv then
    raise exception 'rewriting a row of % is refused', tg_table_name using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger audit_kept before update or delete or truncate on audit for each statement execute function refuse_change();
--> statement-breakpoint
create trigger revisions_kept before update or delete or truncate on revisions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger outcomes_kept before update or delete or truncate on outcomes for each statement execute function refuse_change();
--> statement-breakpoint
create trigger handovers_kept before update or delete or truncate on handovers for each statement execute function refuse_change();
--> statement-breakpoint
create trigger authors_kept before update or delete or truncate on authors for each statement execute function refuse_change();
--> statement-breakpoint
create trigger acknowledgements_kept before update or delete or truncate on acknowledgements for each statement execute function refuse_change();
--> statement-breakpoint
create trigger verifications_kept before update or delete or truncate on verifications for each statement execute function refuse_change();
--> statement-breakpoint
create trigger readings_kept before update or delete or truncate on readings for each statement execute function refuse_change();
--> statement-breakpoint
create trigger decisions_not_deleted before delete or truncate on decisions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger decisions_not_rewritten before update on decisions for each row execute function refuse_rewriting('revoked_at');
--> statement-breakpoint
create trigger alignments_not_deleted before delete or truncate on alignments for each statement execute function refuse_change();
--> statement-breakpoint
create trigger alignments_not_rewritten before update on alignments for each row
  execute function refuse_rewriting('withdrawn_by', 'withdrawn_at', 'withdrawn_why');
--> statement-breakpoint
create trigger submissions_not_deleted before delete or truncate on submissions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger submissions_not_rewritten before update on submissions for each row
  execute function refuse_rewriting('ended_at', 'ended_by', 'ended_why');
--> statement-breakpoint
create trigger level_changes_not_deleted before delete or truncate on level_changes for each statement execute function refuse_change();
--> statement-breakpoint
create trigger level_changes_not_rewritten before update on level_changes for each row
  execute function refuse_rewriting('confirmed_by', 'is_pending');
--> statement-breakpoint
-- A deadline never moves, whatever becomes of the level that brought it; met, missed and reminded are written once.
create trigger obligations_not_deleted before delete or truncate on obligations for each statement execute function refuse_change();
--> statement-breakpoint
create trigger obligations_not_rewritten before update on obligations for each row
  execute function refuse_rewriting('met_at', 'met_by', 'met_by_publication_id', 'missed_at', 'reminded_at');
--> statement-breakpoint
-- A hint for whoever waits for the outbox; it may be lost, so they also look by themselves.
create function hint_at_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('selaras_outbox', '');
  return null;
end
$$;
--> statement-breakpoint
create trigger outbox_hint after insert on outbox for each statement execute function hint_at_outbox();

-- How figures come in: what is fetched and when, each fetching with its progress, its raw answers and its report; tables that
-- were uploaded; and figures that one has entered and another has yet to confirm.
create table import_plan (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  series_key text not null,
  -- As the source calls it.
  title text not null,
  way text not null check (way in ('kolada', 'pxweb')),
  -- What is asked of the source, in the source's own terms.
  question jsonb not null,
  rhythm text not null check (rhythm in ('calendar', 'monthly', 'by-hand')),
  next_on date,
  made_by uuid not null references person,
  made_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 1,
  primary key (network_id, id)
);
create unique index import_plan_in_force on import_plan (network_id, series_key) where ended_at is null;

create table import_run (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  way text not null check (way in ('kolada', 'pxweb', 'file', 'hand')),
  -- Null for a file and for what was entered by hand.
  plan_id uuid,
  -- Its answers were kept by that run, and are read again.
  replay_of uuid,
  asked_by uuid references person,
  asked_at timestamptz not null,
  -- Only what its source has changed since this day is asked for; null for everything.
  since date,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'stopped')),
  started_at timestamptz,
  ended_at timestamptz,
  -- Somebody has asked it to stop.
  stop_at timestamptz,
  progress jsonb not null default '{}',
  -- Where to go on after a stop.
  cursor jsonb,
  report jsonb,
  primary key (network_id, id),
  foreign key (network_id, plan_id) references import_plan (network_id, id),
  foreign key (network_id, replay_of) references import_run (network_id, id)
);
create index import_run_newest on import_run (network_id, asked_at desc);

create table raw_answer (
  network_id uuid not null,
  run_id uuid not null,
  number int not null,
  address text not null,
  -- What was sent along, where the question is not all in the address.
  question text,
  -- Packed with gzip.
  body bytea not null,
  came_at timestamptz not null,
  primary key (network_id, run_id, number),
  foreign key (network_id, run_id) references import_run (network_id, id)
);

create table uploaded_table (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  indicator_id text not null,
  kind text not null check (kind in ('file', 'paste')),
  name text not null,
  bytes bytea not null,
  -- What the person has said of the table, where it was not recognised.
  choices jsonb not null default '{}',
  by_person uuid not null references person,
  at timestamptz not null,
  settled_at timestamptz,
  -- The run that stored it; null where it was thrown away.
  run_id uuid,
  primary key (network_id, id),
  foreign key (network_id, indicator_id) references indicator (network_id, id),
  foreign key (network_id, run_id) references import_run (network_id, id)
);

create table entered_figure (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  indicator_id text not null,
  municipality text not null,
  gender smallint not null check (gender between 0 and 2),
  year smallint not null check (year between 1900 and 2100),
  value double precision check (value not in ('NaN', 'Infinity', '-Infinity')),
  missing smallint check (missing between 0 and 9),
  is_preliminary boolean not null,
  -- Where it stands: a document, a register.
  taken_from text not null check (taken_from <> ''),
  note text,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references person check (settled_by <> entered_by or verdict = 'taken-back'),
  verdict text check (verdict in ('confirmed', 'sent-back', 'taken-back')),
  reason text,
  primary key (network_id, id),
  foreign key (network_id, indicator_id) references indicator (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check ((value is null) <> (missing is null)),
  check ((settled_at is null) = (verdict is null))
);
create unique index entered_figure_waiting on entered_figure (network_id, indicator_id, municipality, gender, year)
  where settled_at is null;

alter table import_plan enable row level security;
alter table import_run enable row level security;
alter table raw_answer enable row level security;
alter table uploaded_table enable row level security;
alter table entered_figure enable row level security;

create policy members_read on import_plan for select using (network_id = current_network() and (select is_member()));
create policy members_read on import_run for select using (network_id = current_network() and (select is_member()));
create policy members_read on raw_answer for select using (network_id = current_network() and (select is_member()));
create policy own_reads on uploaded_table for select using (network_id = current_network() and by_person = current_person());
create policy members_read on entered_figure for select using (network_id = current_network() and (select is_member()));

create policy coordinator_adds on import_plan for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on import_plan for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
-- What was entered by hand becomes a run of its own when it is confirmed, by whoever may confirm it.
create policy keepers_add on import_run for insert with check (
  network_id = current_network() and (has_role('coordinator') or (way = 'hand' and keeps_figures())));
create policy coordinator_edits on import_run for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy coordinator_adds on raw_answer for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_adds on uploaded_table for insert
  with check (network_id = current_network() and has_role('coordinator') and by_person = current_person());
create policy coordinator_settles on uploaded_table for update
  using (network_id = current_network() and by_person = current_person() and has_role('coordinator'))
  with check (network_id = current_network() and by_person = current_person());
create policy own_people_enter on entered_figure for insert with check (
  network_id = current_network() and entered_by = current_person() and settled_at is null
  and (has_role('coordinator') or has_role('officer', municipality)));
-- What was settled stays settled. Only the one who entered a figure takes it back, whichever roles they hold by then, and
-- nobody does anything else with their own.
create policy entered_is_settled on entered_figure for update
  using (network_id = current_network() and settled_at is null
    and (entered_by = current_person()
      or has_role('coordinator') or has_role('officer', municipality) or has_role('leader', municipality)))
  with check (network_id = current_network() and settled_by = current_person()
    and (verdict = 'taken-back') = (entered_by = current_person()));

-- A fetching by the calendar is done in the name of somebody who answers for the network's figures today.
create function answering_coordinator() returns uuid language sql stable security definer set search_path = public as
$$ select person_id from role_grant
   where network_id = current_network() and role = 'coordinator' and revoked_at is null
   order by granted_at, id limit 1 $$;
revoke execute on function answering_coordinator from public;
grant execute on function answering_coordinator to samsyn_program;

-- What nobody has stored or thrown away is not kept for ever. Each person sees only their own tables: this is for the clock.
create function forget_tables(sent_before timestamptz) returns void language sql security definer set search_path = public as
$$ delete from uploaded_table where network_id = current_network() and settled_at is null and at < sent_before $$;
revoke execute on function forget_tables from public;
grant execute on function forget_tables to samsyn_program;

grant select, insert, update on import_plan, import_run, uploaded_table to samsyn_program;
grant select, insert on raw_answer, entered_figure to samsyn_program;
grant update (settled_at, settled_by, verdict, reason) on entered_figure to samsyn_program;

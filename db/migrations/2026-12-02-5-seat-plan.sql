-- What the organiser demands of who sits where, and how the engine is let loose on it.

-- A demand is hard, or weighs so much. Those that no longer hold are kept: whose it was and why can be tried afterwards.
create table seat_rule (
  network_id uuid not null,
  event_id uuid not null,
  -- The ready-made ones have names, those of people have ids.
  key text not null check (key ~ '^[a-z0-9-]+$'),
  demand jsonb not null check (jsonb_typeof(demand) = 'object'),
  -- Null is hard.
  weight real check (weight between 0.1 and 1000),
  reason text not null default '',
  -- Who asks for it, in words.
  owner text not null default '',
  added_at timestamptz not null,
  added_by uuid references person,
  ended_at timestamptz,
  ended_by uuid references person,
  primary key (network_id, event_id, key),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- One time that the engine seats an event: asked for on a page, done by a worker, followed by whoever looks.
create table seat_run (
  network_id uuid not null,
  event_id uuid not null,
  id uuid not null default gen_random_uuid(),
  -- The version it began from; 0 is none.
  based_on int not null check (based_on >= 0),
  seed int not null check (seed >= 0),
  milliseconds int not null check (milliseconds between 500 and 600000),
  asked_at timestamptz not null,
  asked_by uuid not null references person,
  -- When a worker took it, and when that worker last said that it is alive.
  begun_at timestamptz,
  alive_at timestamptz,
  stop_asked_at timestamptz,
  -- The best so far as a plan has it, and how often a better one was found.
  best jsonb,
  found int not null default 0,
  ended_at timestamptz,
  ended_as text check (ended_as in ('saved', 'overtaken', 'broken-off', 'refused')),
  -- What is wrong with what was asked, when it was refused.
  faults jsonb,
  -- The version that came of it.
  version int,
  primary key (network_id, event_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, event_id, version) references seat_plan (network_id, event_id, version),
  check ((ended_at is null) = (ended_as is null)),
  check (ended_as <> 'saved' or version is not null),
  check ((ended_as = 'refused') = (faults is not null) or ended_as is null)
);
-- An event is seated by one at a time.
create unique index seat_run_under_way on seat_run (network_id, event_id) where ended_at is null;

alter table seat_rule enable row level security;
alter table seat_run enable row level security;

create policy coordinator_demands on seat_rule for all
  using (network_id = (select current_network()) and (select has_role('coordinator')))
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_fills on seat_run for select
  using (network_id = (select current_network()) and (select has_role('coordinator')));
create policy coordinator_asks on seat_run for insert
  with check (network_id = current_network() and has_role('coordinator') and asked_by = current_person());
create policy coordinator_follows on seat_run for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

grant select, insert on seat_rule, seat_run to samsyn_program;
grant update (demand, weight, reason, owner, ended_at, ended_by) on seat_rule to samsyn_program;
grant update (begun_at, alive_at, stop_asked_at, best, found, ended_at, ended_as, faults, version) on seat_run
  to samsyn_program;

-- What the network follows, what has been decided about it, and who wants to hear of new figures.
create table indicator (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The keys of the series that its values are read from, the oldest first: a later one goes on where an earlier ended.
  series text[] not null default '{}',
  -- Its place among the network's headline indicators; null for those that support them.
  headline int,
  area_id text,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  definition jsonb not null,
  method jsonb not null,
  unit text not null check (unit in ('percent', 'persons', 'per-1000', 'index', 'tkr', 'sek', 'grade', 'rank', 'count')),
  decimals int not null check (decimals between 0 and 4),
  direction text not null check (direction in ('higher', 'lower', 'none')),
  -- A number of persons or answers below this is not shown: it could be traced to somebody. Null: nothing is withheld.
  fewest smallint check (fewest between 2 and 100),
  -- How the region's value is made from the municipalities': {"kind":"sum"} and its kin.
  region_rule jsonb not null,
  -- The nearest kin that has values while this one has none.
  stand_in text,
  how_to_retrieve jsonb not null,
  next_publication date,
  breaks jsonb not null default '[]',
  retired_at timestamptz,
  -- Counts the changes, so that two people who edit at once are told of each other.
  version int not null default 1,
  primary key (network_id, id),
  foreign key (network_id, stand_in) references indicator (network_id, id) deferrable initially deferred
);

-- What somebody has decided that a value is to be in a year. One that no longer holds is withdrawn and stays.
create table target (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  indicator_id text not null,
  -- Null for the region.
  municipality text,
  year smallint not null check (year between 1900 and 2100),
  value double precision not null check (value not in ('NaN', 'Infinity', '-Infinity')),
  decided_by text not null check (decided_by <> ''),
  decided_on date not null,
  url text,
  said_at timestamptz not null,
  said_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, indicator_id) references indicator (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);
create unique index target_in_force on target (network_id, indicator_id, municipality, year)
  nulls not distinct where withdrawn_at is null;

alter table indicator enable row level security;
alter table target enable row level security;
create policy network_reads on indicator for select using (network_id = current_network());
create policy network_reads on target for select using (network_id = current_network());
create policy coordinator_adds on indicator for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on indicator for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- A municipality decides its own targets; the region's are the coordinator's to write down.
create policy deciders_add on target for insert with check (
  network_id = current_network() and withdrawn_at is null
  and (has_role('coordinator') or (municipality is not null and has_role('officer', municipality))));
create policy deciders_withdraw on target for update
  using (network_id = current_network()
    and (has_role('coordinator') or (municipality is not null and has_role('officer', municipality))))
  with check (network_id = current_network());

grant select, insert, update on indicator to samsyn_program;
grant select, insert on target to samsyn_program;
grant update (withdrawn_at, withdrawn_by) on target to samsyn_program;

create trigger tell after insert or update or delete on indicator for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on target for each statement execute function tell_of_change();

-- Indicators and what is known of them, each value with its source.
create table source (
  network_id uuid not null references network,
  id text not null,
  publisher text not null,
  title text not null,
  url text,
  licence text not null,
  licence_url text,
  vintage text not null,
  retrieved_on text,
  note jsonb not null,
  primary key (network_id, id)
);

create table indicator (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kolada_id text,
  -- Its place among the network's headline indicators; null for those that support them.
  headline int,
  area_id text,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  definition jsonb not null,
  method jsonb not null,
  unit text not null check (unit in ('percent', 'persons', 'per-1000', 'index', 'tkr', 'sek', 'grade', 'rank', 'count')),
  decimals int not null check (decimals between 0 and 4),
  direction text not null check (direction in ('higher', 'lower', 'none')),
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

create table observation (
  network_id uuid not null,
  indicator_id text not null,
  municipality text not null,
  year int not null check (year between 1900 and 2100),
  value double precision check (value not in ('NaN', 'Infinity', '-Infinity')),
  missing text check (missing in ('too-few-answers', 'not-participated', 'not-yet-published', 'discontinued', 'not-in-source')),
  source_id text not null,
  retrieved_on text,
  note text,
  primary key (network_id, indicator_id, municipality, year),
  foreign key (network_id, indicator_id) references indicator (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, source_id) references source (network_id, id),
  -- A missing value always says why, and is never a zero.
  check ((value is null) <> (missing is null))
);

alter table source enable row level security;
alter table indicator enable row level security;
alter table observation enable row level security;
create policy network_reads on source for select using (network_id = current_network());
create policy network_reads on indicator for select using (network_id = current_network());
create policy network_reads on observation for select using (network_id = current_network());
create policy coordinator_adds on indicator for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on indicator for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

grant select on source, observation to samsyn_program;
grant select, insert, update on indicator to samsyn_program;

create trigger tell after insert or update or delete on source for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on indicator for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on observation for each statement execute function tell_of_change();

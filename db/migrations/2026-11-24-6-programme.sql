-- The shared framework (goals, areas, interventions), what each council adopted, and the words of the matrix:
-- what each municipality says of each intervention.
create table programme (
  network_id uuid primary key references network,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  vision jsonb not null,
  -- A proposal says so on every page that shows it.
  is_proposal boolean not null,
  proposal_note jsonb not null,
  -- Here and in the framework's parts: counts the changes, so that two who edit at once are told of each other.
  version int not null default 1
);

create table goal (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position int not null,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  text jsonb not null,
  retired_at timestamptz,
  version int not null default 1,
  primary key (network_id, id)
);

create table area (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position int not null,
  goal_id text not null,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  strategy jsonb not null,
  retired_at timestamptz,
  version int not null default 1,
  primary key (network_id, id),
  foreign key (network_id, goal_id) references goal (network_id, id)
);

create table intervention (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  number int not null,
  area_id text not null,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  text jsonb not null,
  -- The indicators it should move.
  indicator_ids text[] not null default '{}',
  retired_at timestamptz,
  version int not null default 1,
  primary key (network_id, id),
  foreign key (network_id, area_id) references area (network_id, id)
);

create table adoption (
  network_id uuid not null references network,
  municipality text not null,
  document text,
  kind text check (kind in ('programme', 'strategy', 'policy')),
  -- As far as it is known: a year, a month or a day.
  decided_on text check (decided_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  decided_by text,
  case_number text,
  period text,
  aim jsonb,
  follow_up jsonb,
  sources jsonb not null default '[]',
  is_known boolean not null,
  note jsonb,
  primary key (network_id, municipality),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- What a municipality has said of an intervention. The latest word of a cell holds; none is ever changed.
create table word (
  network_id uuid not null,
  municipality text not null,
  intervention_id text not null,
  -- Counts the words of a cell, so that two people who speak at once are told of each other.
  version int not null check (version > 0),
  status text not null check (status in ('planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped')),
  text text not null,
  owner_id uuid references person,
  deputy_id uuid references person,
  milestone text,
  milestone_on date,
  is_example boolean not null default false,
  said_at timestamptz not null,
  said_by uuid references person,
  primary key (network_id, municipality, intervention_id, version),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, intervention_id) references intervention (network_id, id),
  check ((milestone is null) = (milestone_on is null))
);

alter table programme enable row level security;
alter table goal enable row level security;
alter table area enable row level security;
alter table intervention enable row level security;
alter table adoption enable row level security;
alter table word enable row level security;

create policy network_reads on programme for select using (network_id = current_network());
create policy network_reads on goal for select using (network_id = current_network());
create policy network_reads on area for select using (network_id = current_network());
create policy network_reads on intervention for select using (network_id = current_network());
create policy network_reads on adoption for select using (network_id = current_network());
create policy network_reads on word for select using (network_id = (select current_network()));

create policy founder_adds on programme for insert with check (network_id = current_network() and is_being_founded());
create policy coordinator_edits on programme for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy coordinator_adds on goal for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on goal for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy coordinator_adds on area for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on area for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy coordinator_adds on intervention for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on intervention for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- A municipality's word is its own: no other municipality and no coordinator may speak for it.
create policy own_officer_speaks on word for insert
  with check (network_id = current_network() and has_role('officer', municipality));

grant select on adoption to samsyn_program;
grant select, insert on word to samsyn_program;
grant select, insert, update on programme, goal, area, intervention to samsyn_program;

create trigger tell after insert or update or delete on programme for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on goal for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on area for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on intervention for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on adoption for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on word for each statement execute function tell_of_change();

-- What each municipality has adopted, in versions. Nothing of it is ever changed: a correction of what is known about a
-- version is a revision of it, the tree is drawn anew as a whole, and of what was said of a node the latest holds.
create temp table adoption_before on commit drop as select * from adoption;
drop table adoption;

create table adoption (
  network_id uuid not null references network,
  municipality text not null,
  version int not null check (version > 0),
  is_example boolean not null default false,
  entered_at timestamptz not null,
  entered_by uuid references person,
  primary key (network_id, municipality, version),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

create table adoption_file (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  municipality text not null,
  name text not null,
  kind text not null check (kind in ('pdf', 'docx', 'xlsx')),
  bytes bytea not null check (octet_length(bytes) between 1 and 10485760),
  added_at timestamptz not null,
  added_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

create table adoption_revision (
  network_id uuid not null,
  municipality text not null,
  version int not null,
  revision int not null check (revision > 0),
  -- In the municipality's own words, whatever it calls its document.
  name text not null check (name <> ''),
  kind text check (kind in ('programme', 'strategy', 'policy')),
  -- As far as it is known: a year, a month or a day.
  decided_on text check (decided_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  decided_by text,
  -- As they are written there: every municipality has its own way.
  paragraph text,
  case_number text,
  period text,
  aim jsonb,
  follow_up jsonb,
  sources jsonb not null default '[]',
  note jsonb,
  link text,
  file_id uuid,
  written_at timestamptz not null,
  written_by uuid references person,
  primary key (network_id, municipality, version, revision),
  foreign key (network_id, municipality, version) references adoption (network_id, municipality, version),
  foreign key (network_id, file_id) references adoption_file (network_id, id)
);

create table adopted_tree (
  network_id uuid not null,
  municipality text not null,
  version int not null,
  tree int not null check (tree > 0),
  -- What the levels are called, from the top.
  levels text[] not null default '{}',
  made_at timestamptz not null,
  made_by uuid references person,
  primary key (network_id, municipality, version, tree),
  foreign key (network_id, municipality, version) references adoption (network_id, municipality, version)
);

create table adopted_node (
  network_id uuid not null,
  municipality text not null,
  version int not null,
  tree int not null,
  -- The same node keeps its number when the tree is drawn anew, and with it what was said of it.
  node int not null check (node > 0),
  position int not null,
  depth smallint not null check (depth between 0 and 8),
  mark text,
  text text not null check (text <> ''),
  primary key (network_id, municipality, version, tree, node),
  unique (network_id, municipality, version, tree, position),
  foreign key (network_id, municipality, version, tree) references adopted_tree (network_id, municipality, version, tree)
);

create table node_mapping (
  network_id uuid not null,
  municipality text not null,
  version int not null,
  node int not null,
  -- Counts what was said of a node, so that two who map at once are told of each other.
  said int not null check (said > 0),
  fit text not null check (fit in ('exact', 'partly', 'none')),
  intervention_id text,
  comment text,
  said_at timestamptz not null,
  said_by uuid references person,
  primary key (network_id, municipality, version, node, said),
  foreign key (network_id, municipality, version) references adoption (network_id, municipality, version),
  foreign key (network_id, intervention_id) references intervention (network_id, id),
  check ((fit = 'none') = (intervention_id is null))
);

-- Where something was known, it becomes the first version. That nothing is known is told by there being none.
insert into adoption (network_id, municipality, version, entered_at)
  select network_id, municipality, 1, now() from adoption_before where document is not null;
insert into adoption_revision (network_id, municipality, version, revision, name, kind, decided_on, decided_by, case_number,
    period, aim, follow_up, sources, note, written_at)
  select network_id, municipality, 1, 1, document, kind, decided_on, decided_by, case_number,
    period, aim, follow_up, sources, note, now() from adoption_before where document is not null;

alter table adoption enable row level security;
alter table adoption_file enable row level security;
alter table adoption_revision enable row level security;
alter table adopted_tree enable row level security;
alter table adopted_node enable row level security;
alter table node_mapping enable row level security;

create policy network_reads on adoption for select using (network_id = current_network());
create policy network_reads on adoption_file for select using (network_id = current_network());
create policy network_reads on adoption_revision for select using (network_id = current_network());
create policy network_reads on adopted_tree for select using (network_id = current_network());
create policy network_reads on adopted_node for select using (network_id = current_network());
create policy network_reads on node_mapping for select using (network_id = current_network());

-- What a municipality has adopted is told by its own officer; the coordinator may write it down for them.
create function writes_adoptions(of_municipality text) returns boolean language sql stable as
$$ select has_role('coordinator') or has_role('officer', of_municipality) $$;
create policy own_officer_or_coordinator on adoption for insert with check (
  network_id = current_network() and entered_by = current_person() and writes_adoptions(municipality));
create policy own_officer_or_coordinator on adoption_file for insert with check (
  network_id = current_network() and added_by = current_person() and writes_adoptions(municipality));
create policy own_officer_or_coordinator on adoption_revision for insert with check (
  network_id = current_network() and written_by = current_person() and writes_adoptions(municipality));
create policy own_officer_or_coordinator on adopted_tree for insert with check (
  network_id = current_network() and made_by = current_person() and writes_adoptions(municipality));
create policy own_officer_or_coordinator on adopted_node for insert with check (
  network_id = current_network() and writes_adoptions(municipality));
create policy own_officer_or_coordinator on node_mapping for insert with check (
  network_id = current_network() and said_by = current_person() and writes_adoptions(municipality));

grant select, insert on adoption, adoption_file, adoption_revision, adopted_tree, adopted_node, node_mapping
  to samsyn_program;

create trigger tell after insert or update or delete on adoption for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on adoption_file for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on adoption_revision for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on adopted_tree for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on adopted_node for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on node_mapping for each statement execute function tell_of_change();

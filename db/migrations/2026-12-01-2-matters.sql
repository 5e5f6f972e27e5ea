-- The voice of business: companies, what they ask the town halls for, who takes it, and what is answered.
--
-- A company has no account. It speaks with the key of its matter's private address, whose digest a transaction names;
-- the key opens that one matter and nothing else.

create function current_key() returns bytea language sql stable parallel safe as
$$ select decode(nullif(current_setting('samsyn.key', true), ''), 'hex') $$;

-- The municipalities for which somebody holds a role, asked once a query and not once a row.
create function municipalities_as(wanted text) returns text[]
language sql stable security definer set search_path = public as
$$ select coalesce(array_agg(municipality), '{}') from role_grant
   where network_id = current_network() and person_id = current_person() and role = wanted and revoked_at is null $$;

-- Who takes a matter ---------------------------------------------------------------------------------------------

-- What a matter may be about, and what is then asked besides.
create table topic (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position int not null,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  hint jsonb not null check (hint ? 'sv' and hint ? 'en'),
  -- `[{"id": "kind", "text": {"sv": …, "en": …}, "choices": [{"id": "new", "text": {…}}]}]`: answers are choices, never free text.
  questions jsonb not null default '[]',
  retired_at timestamptz,
  primary key (network_id, id)
);

-- Where in a town hall a matter is taken: a name that a company can read, and who answers there.
create table desk (
  network_id uuid not null,
  municipality text not null,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  owner_id uuid references person,
  deputy_id uuid references person,
  closed_at timestamptz,
  primary key (network_id, municipality, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- The rules by which a municipality's matters find their desk. The latest version holds; none is ever changed.
create table routing_table (
  network_id uuid not null,
  municipality text not null,
  version int not null check (version > 0),
  -- `[{"topics": [], "localities": [], "sizes": [], "branches": [], "answers": {}, "desk": "…"}]`
  rules jsonb not null,
  why text not null default '',
  saved_at timestamptz not null,
  saved_by uuid references person,
  primary key (network_id, municipality, version),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- How soon the network's town halls answer, in working days.
alter table network
  add column first_word_days int not null default 1 check (first_word_days between 1 and 30),
  add column plan_days int not null default 5 check (plan_days between 1 and 90);

-- Companies ------------------------------------------------------------------------------------------------------

create table company (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  -- Ten digits; never a sole trader's, which is a personal number.
  organisation_number text check (organisation_number ~ '^[0-9]{10}$'),
  -- A sole trader is known again by this: a digest of the number, keyed with the installation's secret.
  sole_trader_digest bytea,
  municipality text,
  size text check (size in ('0', '1-9', '10-49', '50-249', '250')),
  -- A section of SNI.
  branch text check (branch ~ '^[A-V]$'),
  is_example boolean not null default false,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  unique (network_id, organisation_number),
  unique (network_id, sole_trader_digest)
);

-- Matters --------------------------------------------------------------------------------------------------------

-- What is known of a matter without its words: who may see that it exists may see this, and it outlives what is erased.
create table matter (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  year int not null,
  -- In the order in which they came, from 1 each year.
  number int not null check (number > 0),
  topic_id text not null,
  place_kind text not null check (place_kind in ('places', 'region', 'unsure')),
  places text[] not null default '{}',
  -- Answers to the topic's questions: `{"kind": "new"}`.
  answers jsonb not null default '{}',
  sender_kind text not null check (sender_kind in ('company', 'not-started', 'nameless')),
  size text check (size in ('0', '1-9', '10-49', '50-249', '250')),
  branch text check (branch ~ '^[A-V]$'),
  way text not null check (way in ('page', 'mail', 'phone', 'visit', 'round-table')),
  -- The municipality whose own door it came through; null is the network's common one.
  entrance text,
  locale text not null check (locale in ('sv', 'en')),
  is_example boolean not null default false,
  received_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'waiting', 'closed')),
  -- Why a person must say where it belongs; null when that is settled.
  triage text check (triage in ('nameless', 'place-unsure', 'whole-region', 'no-lead', 'no-desk', 'several-desks', 'not-mine')),
  -- The municipalities that have a part in it, kept by the database.
  readers text[] not null default '{}',
  first_word_by date not null,
  first_word_at timestamptz,
  plan_by date not null,
  planned_at timestamptz,
  -- Since when the company is waited for.
  waiting_since timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'partly', 'explained', 'not-possible', 'withdrawn')),
  -- What the company says of the outcome.
  verdict text check (verdict in ('solved', 'partly', 'not')),
  verdict_at timestamptz,
  reopened int not null default 0,
  -- The matter that it is answered together with.
  joined_to uuid,
  primary key (network_id, id),
  unique (network_id, year, number),
  foreign key (network_id, topic_id) references topic (network_id, id),
  foreign key (network_id, entrance) references municipality (network_id, code),
  foreign key (network_id, joined_to) references matter (network_id, id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'waiting') = (waiting_since is not null)),
  check ((verdict is null) = (verdict_at is null))
);
create index matter_of_readers on matter using gin (readers);
create index matter_open on matter (network_id, state, first_word_by) where state <> 'closed';
create index matter_newest on matter (network_id, received_at desc);

-- What it is about in the sender's words, and whether it may hold a secret.
create table matter_text (
  network_id uuid not null,
  matter_id uuid not null,
  subject text not null check (subject <> ''),
  -- An address or a part of town, as it was written.
  locality text not null default '',
  -- The paragraph that may make it secret, as somebody has marked it; the marking reminds and decides nothing (OSL 5:5).
  secrecy text check (secrecy <> ''),
  secrecy_at timestamptz,
  secrecy_by uuid references person,
  primary key (network_id, matter_id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  check ((secrecy is null) = (secrecy_at is null))
);

-- Who sent it, and who may know.
create table matter_sender (
  network_id uuid not null,
  matter_id uuid not null,
  company_id uuid,
  contact_name text not null default '',
  email text not null default '',
  phone text not null default '',
  -- `answerer`: only those who lead it and answer, and the coordinator while nobody does.
  name_for text not null check (name_for in ('all', 'answerer')),
  primary key (network_id, matter_id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id)
);
create index matter_of_company on matter_sender (network_id, company_id);

-- The private address of a matter; the address itself is stored nowhere.
create table matter_key (
  network_id uuid not null,
  digest bytea not null,
  matter_id uuid not null,
  made_at timestamptz not null,
  primary key (network_id, digest),
  foreign key (network_id, matter_id) references matter (network_id, id)
);

-- A municipality's part in a matter, and its own stance.
create table matter_part (
  network_id uuid not null,
  matter_id uuid not null,
  municipality text not null,
  role text not null check (role in ('lead', 'contributor', 'informed')),
  stance text check (stance in ('takes', 'not-mine', 'noted')),
  desk_id text,
  owner_id uuid references person,
  -- Why it came here: `{"by": "rule", "version": 3, "rule": {…}}`, or `{"by": "person", "reason": "…"}`.
  because jsonb not null,
  added_at timestamptz not null,
  added_by uuid references person,
  -- When it was passed on; what was received is still read.
  left_at timestamptz,
  left_because text check (left_because <> ''),
  primary key (network_id, matter_id, municipality),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, municipality, desk_id) references desk (network_id, municipality, id)
);
create unique index matter_part_one_lead on matter_part (network_id, matter_id) where role = 'lead' and left_at is null;
create index matter_part_of_municipality on matter_part (network_id, municipality, matter_id);

create function keep_readers() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update matter set readers = (
    select array_agg(municipality order by municipality) from matter_part
    where network_id = new.network_id and matter_id = new.matter_id)
  where network_id = new.network_id and id = new.matter_id;
  return null;
end $$;
create trigger keep_readers after insert on matter_part for each row execute function keep_readers();

-- What is said in a matter's thread. A draft is its writer's town hall's own; what is finished but not sent, too.
create table matter_entry (
  network_id uuid not null,
  id bigint generated always as identity,
  matter_id uuid not null,
  side text not null check (side in ('company', 'town-hall')),
  kind text not null check (kind in ('message', 'plan', 'outcome', 'verdict', 'reopened', 'withdrawn')),
  -- Who speaks for the town halls; null is the coordinator.
  municipality text,
  person_id uuid references person,
  text text not null,
  way text not null check (way in ('page', 'mail', 'phone', 'visit', 'round-table')),
  state text not null check (state in ('draft', 'finished', 'sent')),
  written_at timestamptz not null,
  finished_at timestamptz,
  sent_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check ((state = 'sent') = (sent_at is not null)),
  check (state = 'draft' or finished_at is not null),
  check (side = 'town-hall' or (state = 'sent' and person_id is null))
);
create index matter_entry_of_matter on matter_entry (network_id, matter_id, id);

-- What those who have a part say to each other, or to themselves; the company never reads it here.
create table matter_note (
  network_id uuid not null,
  id bigint generated always as identity,
  matter_id uuid not null,
  -- Whose note; null is the coordinator's.
  municipality text,
  audience text not null check (audience in ('own', 'parts')),
  text text not null check (text <> ''),
  written_at timestamptz not null,
  written_by uuid not null references person,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create index matter_note_of_matter on matter_note (network_id, matter_id, id);

-- What was sent along. Held back until its content has been looked through, where that is set up.
create table matter_file (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  matter_id uuid not null,
  entry_id bigint not null,
  name text not null check (name <> ''),
  media_type text not null,
  bytes bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scan text not null check (scan in ('waiting', 'clean', 'infected', 'none')),
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, entry_id) references matter_entry (network_id, id)
);
create index matter_file_of_matter on matter_file (network_id, matter_id);

-- Who has looked at a matter, and who has let whom in: the company reads this.
create table matter_access (
  network_id uuid not null,
  id bigint generated always as identity,
  matter_id uuid not null,
  person_id uuid not null references person,
  -- For which municipality; null is the coordinator.
  municipality text,
  did text not null check (did in ('read', 'file', 'shared', 'passed-on', 'exported')),
  at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create index matter_access_of_matter on matter_access (network_id, matter_id, id);

create table matter_count (
  network_id uuid not null references network,
  year int not null,
  last int not null,
  primary key (network_id, year)
);

-- The next number of a year: two matters that come at once wait for each other here.
create function next_matter_number(of_year int) returns int
language sql volatile security definer set search_path = public as
$$ insert into matter_count values (current_network(), of_year, 1)
   on conflict (network_id, year) do update set last = matter_count.last + 1
   returning last $$;

-- The company with that number as it is known already; what a stranger writes does not change it. Else a new one.
create function company_met(
  with_name text, with_number text, with_digest bytea, in_municipality text, of_size text, in_branch text,
  example boolean, at timestamptz
) returns uuid language plpgsql volatile security definer set search_path = public as $$
declare found uuid;
begin
  select id into found from company
  where network_id = current_network() and (organisation_number = with_number or sole_trader_digest = with_digest);
  if found is not null then return found; end if;
  insert into company (network_id, name, organisation_number, sole_trader_digest, municipality, size, branch, is_example, added_at)
  values (current_network(), with_name, with_number, with_digest, in_municipality, of_size, in_branch, example, at)
  on conflict do nothing returning id into found;
  if found is not null then return found; end if;
  -- Another transaction has just added it.
  select id into strict found from company
  where network_id = current_network() and (organisation_number = with_number or sole_trader_digest = with_digest);
  return found;
end $$;

-- The matter that the current key opens.
create function key_matter() returns uuid language sql stable security definer set search_path = public as
$$ select matter_id from matter_key where network_id = current_network() and digest = current_key() $$;

-- Whether somebody reads the words of a matter: an officer of a municipality that has a part in it, the coordinator
-- if it came through the common door, and whoever holds its key.
create function reads_matter(wanted uuid) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from matter
     where network_id = current_network() and id = wanted
       and (readers && municipalities_as('officer') or (entrance is null and has_role('coordinator'))
         or id = key_matter())) $$;

-- The same without the company: what is said inside.
create function works_on_matter(wanted uuid) returns boolean language sql stable as
$$ select current_key() is null and reads_matter(wanted) $$;

-- Who may know the sender when only those who answer may.
create function answers_matter(wanted uuid) returns boolean
language sql stable security definer set search_path = public as
$$ select wanted = key_matter() or exists (
     select from matter_part
     where network_id = current_network() and matter_id = wanted and role = 'lead' and left_at is null
       and municipality = any (municipalities_as('officer')))
   or (has_role('coordinator') and not exists (
     select from matter_part
     where network_id = current_network() and matter_id = wanted and role = 'lead' and left_at is null)
     and exists (select from matter where network_id = current_network() and id = wanted and entrance is null)) $$;

-- Whether a matter was written down at that municipality's own door.
create function is_door_of(wanted uuid, at_municipality text) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from matter where network_id = current_network() and id = wanted and entrance = at_municipality) $$;

create function key_company() returns uuid language sql stable security definer set search_path = public as
$$ select company_id from matter_sender where network_id = current_network() and matter_id = key_matter() $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table topic enable row level security;
alter table desk enable row level security;
alter table routing_table enable row level security;
alter table company enable row level security;
alter table matter enable row level security;
alter table matter_text enable row level security;
alter table matter_sender enable row level security;
alter table matter_key enable row level security;
alter table matter_part enable row level security;
alter table matter_entry enable row level security;
alter table matter_note enable row level security;
alter table matter_file enable row level security;
alter table matter_access enable row level security;
alter table matter_count enable row level security;

create policy network_reads on topic for select using (network_id = current_network());
create policy coordinator_adds on topic for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on topic for update using (network_id = current_network() and has_role('coordinator'))
  with check (network_id = current_network());

create policy network_reads on desk for select using (network_id = current_network());
create policy own_officer_opens on desk for insert
  with check (network_id = current_network() and has_role('officer', municipality));
create policy own_officer_edits on desk for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality));

create policy network_reads on routing_table for select using (network_id = current_network());
create policy own_officer_saves on routing_table for insert
  with check (network_id = current_network() and has_role('officer', municipality));

create policy those_who_meet_them_read on company for select using (
  network_id = (select current_network())
  and ((select has_role('officer')) or (select has_role('coordinator')) or id = (select key_company())));
create policy officers_add on company for insert
  with check (network_id = current_network() and (has_role('officer') or has_role('coordinator')));
create policy officers_edit on company for update
  using (network_id = current_network() and (has_role('officer') or has_role('coordinator')))
  with check (network_id = current_network());

-- Leaders see what there is and how it goes, and no words.
create policy those_of_it_see on matter for select using (
  network_id = (select current_network())
  and (readers && (select municipalities_as('officer') || municipalities_as('leader'))
    or (entrance is null and (select has_role('coordinator')))
    or id = (select key_matter())));
create policy anyone_sends on matter for insert with check (network_id = current_network() and state = 'open' and readers = '{}');
create policy those_of_it_move on matter for update
  using (network_id = (select current_network()) and reads_matter(id))
  with check (network_id = current_network());

create policy readers_read on matter_text for select
  using (network_id = (select current_network()) and reads_matter(matter_id));
create policy sender_writes on matter_text for insert with check (network_id = current_network() and reads_matter(matter_id));
create policy those_of_it_mark on matter_text for update
  using (network_id = current_network() and works_on_matter(matter_id)) with check (network_id = current_network());

create policy those_who_may_know_read on matter_sender for select using (
  network_id = (select current_network())
  and case name_for when 'all' then reads_matter(matter_id) else answers_matter(matter_id) end);
create policy sender_writes on matter_sender for insert
  with check (network_id = current_network() and reads_matter(matter_id));
create policy those_who_answer_edit on matter_sender for update
  using (network_id = current_network() and answers_matter(matter_id)) with check (network_id = current_network());

-- A key is given with the matter and can be read by nobody; a second one for the same matter is no stranger's to give.
create policy sender_is_given on matter_key for insert with check (
  network_id = current_network() and (key_matter() is null or works_on_matter(matter_id)));

create policy those_of_it_see on matter_part for select using (
  network_id = (select current_network())
  and (municipality = any ((select municipalities_as('officer') || municipalities_as('leader'))::text[])
    or reads_matter(matter_id)));
-- By a rule when it is sent, by a person who works on it after that; an officer who writes down a matter begins with their own.
create policy sender_is_routed on matter_part for insert with check (
  network_id = current_network() and added_by is null and because ->> 'by' = 'rule' and matter_id = key_matter());
create policy those_of_it_share on matter_part for insert with check (
  network_id = current_network() and added_by = current_person()
  and (works_on_matter(matter_id)
    or (has_role('officer', municipality) and is_door_of(matter_id, municipality))));
-- One's own stance; who leads is said by whoever leads now, and by the coordinator.
create policy own_stance on matter_part for update
  using (network_id = current_network() and current_key() is null
    and (has_role('officer', municipality) or answers_matter(matter_id)
      or (has_role('coordinator') and works_on_matter(matter_id))))
  with check (network_id = current_network());

create policy readers_read on matter_entry for select using (
  network_id = (select current_network())
  and case state when 'sent' then reads_matter(matter_id)
    else works_on_matter(matter_id)
      and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end end);
create policy sender_says on matter_entry for insert with check (
  network_id = current_network() and side = 'company' and reads_matter(matter_id));
create policy town_hall_says on matter_entry for insert with check (
  network_id = current_network() and side = 'town-hall' and person_id = current_person() and works_on_matter(matter_id)
  and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end);
-- What is sent is sent.
create policy own_draft_goes_on on matter_entry for update
  using (network_id = current_network() and state <> 'sent' and works_on_matter(matter_id)
    and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end)
  with check (network_id = current_network());

create policy own_or_shared_read on matter_note for select using (
  network_id = (select current_network()) and works_on_matter(matter_id)
  and (audience = 'parts'
    or case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end));
create policy those_of_it_note on matter_note for insert with check (
  network_id = current_network() and written_by = current_person() and works_on_matter(matter_id)
  and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end);

create policy readers_read on matter_file for select
  using (network_id = (select current_network()) and reads_matter(matter_id));
create policy readers_add on matter_file for insert with check (network_id = current_network() and reads_matter(matter_id));

create policy readers_read on matter_access for select
  using (network_id = (select current_network()) and reads_matter(matter_id));
create policy own_looking_is_noted on matter_access for insert with check (
  network_id = current_network() and person_id = current_person() and works_on_matter(matter_id));

-- The audit log tells members what was done; of a matter and its company it tells those who work on it.
drop policy members_read on audit_entry;
create policy members_read on audit_entry for select using (
  network_id = current_network()
  and case subject_kind
    when 'person' then (select has_role('coordinator'))
    when 'matter' then works_on_matter(subject_id::uuid)
    else (select is_member()) end);

grant select, insert on topic, desk, routing_table, company, matter, matter_text, matter_sender,
  matter_part, matter_entry, matter_note, matter_file, matter_access to samsyn_program;
grant insert on matter_key to samsyn_program;
grant update (position, name, hint, questions, retired_at) on topic to samsyn_program;
grant update (name, owner_id, deputy_id, closed_at) on desk to samsyn_program;
grant update (name, municipality, size, branch) on company to samsyn_program;
grant update (topic_id, state, triage, first_word_by, first_word_at, plan_by, planned_at, waiting_since, closed_at,
  outcome, verdict, verdict_at, reopened, joined_to) on matter to samsyn_program;
grant update (secrecy, secrecy_at, secrecy_by) on matter_text to samsyn_program;
grant update (company_id, contact_name, email, phone, name_for) on matter_sender to samsyn_program;
grant update (role, stance, desk_id, owner_id, left_at, left_because) on matter_part to samsyn_program;
grant update (text, state, kind, finished_at, sent_at) on matter_entry to samsyn_program;

create trigger tell after insert or update or delete on topic for each statement execute function tell_of_change();

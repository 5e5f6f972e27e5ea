-- The skills that companies lack, the courses on offer, and courses for several companies together.

-- Needs ----------------------------------------------------------------------------------------------------------

-- What a company has said once, in one way: at the door, at a visit, at a round table. The same said twice is two rows here
-- and is counted as one need. A private address opens what was said at the door.
create table skill_need (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  company_id uuid not null,
  -- As it was typed: what a stranger writes under a known number changes nothing of what is known.
  company_name text not null check (company_name <> ''),
  -- Of the pinned taxonomy; null where the company's own words stand alone.
  concept text,
  words text not null,
  field text not null,
  people int not null check (people between 1 and 9999),
  needed_by date not null,
  level text not null check (level in ('basic', 'working', 'expert')),
  places text[] not null check (cardinality(places) > 0),
  holds_back text not null check (holds_back in ('yes', 'partly', 'no')),
  way text not null check (way in ('door', 'visit', 'round-table')),
  email text not null default '',
  digest bytea not null,
  said_at timestamptz not null,
  said_by uuid references person,
  -- The last day on which it stands, unless it is renewed.
  stands_until date not null,
  -- The day on which it was asked whether it stands still, since it was last renewed.
  asked_on date,
  withdrawn_at timestamptz,
  is_example boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  unique (network_id, digest)
);
create index skill_need_standing on skill_need (network_id, stands_until) where withdrawn_at is null;

-- What is told of many, in batches that are shown and cease to be shown as a whole.
create table demand_snapshot (
  network_id uuid not null references network,
  on_day date not null,
  -- How many companies had a need that stood, rounded down to five.
  answered int not null,
  primary key (network_id, on_day)
);

create table demand_batch (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  -- Skill, place and time, each from the coarsest word to the finest that is told.
  told jsonb not null,
  companies int not null check (companies >= 5),
  -- To the nearest five; null where one company stands for most.
  people int,
  -- Whether more than half say that it holds them back.
  holds_back boolean not null,
  begun_on date not null,
  ended_on date,
  primary key (network_id, id)
);

-- Which units a batch has, and which have ever been in one; nobody but the worker reads it.
create table demand_member (
  network_id uuid not null,
  batch_id uuid not null,
  unit text not null,
  primary key (network_id, batch_id, unit),
  foreign key (network_id, batch_id) references demand_batch (network_id, id)
);

-- Courses --------------------------------------------------------------------------------------------------------

create table course (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  source text not null check (source in ('susa', 'file', 'hand')),
  -- What the source calls it; the same twice is one course.
  source_id text not null,
  title text not null check (title <> ''),
  provider text not null,
  concepts text[] not null,
  form text not null check (form in ('on-site', 'distance', 'mixed')),
  pace int check (pace between 1 and 100),
  municipality text,
  place text not null default '',
  starts_on date,
  price text not null default '',
  language text not null default '',
  link text not null default '',
  checked_on date not null,
  origin text not null default '',
  is_example boolean not null default false,
  primary key (network_id, id),
  unique (network_id, source, source_id)
);

-- How long it takes between two municipalities, where somebody knows better than a straight line.
create table travel_time (
  network_id uuid not null references network,
  from_code text not null,
  to_code text not null check (to_code > from_code),
  minutes int not null check (minutes between 1 and 600),
  said_by uuid references person,
  said_at timestamptz not null,
  primary key (network_id, from_code, to_code),
  foreign key (network_id, from_code) references municipality (network_id, code),
  foreign key (network_id, to_code) references municipality (network_id, code)
);

-- Together -------------------------------------------------------------------------------------------------------

create table skill_pool (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  words text not null,
  field text not null,
  made_at timestamptz not null,
  made_by uuid references person,
  -- Since when those who said yes see each other.
  opened_at timestamptz,
  -- What providers are told: seats wanted, once it is open.
  seats int,
  chosen_offer uuid,
  held_on date,
  outcome text not null default '',
  seats_filled int,
  ended_at timestamptz,
  is_example boolean not null default false,
  primary key (network_id, id)
);

create table pool_day (
  network_id uuid not null,
  pool_id uuid not null,
  on_day date not null,
  primary key (network_id, pool_id, on_day),
  foreign key (network_id, pool_id) references skill_pool (network_id, id)
);

-- A company that is asked whether it wants the course together with others. Who says no, or nothing, is seen by nobody but
-- the coordinator, also not by how many there are.
create table pool_place (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pool_id uuid not null,
  company_id uuid not null,
  company_name text not null,
  email text not null default '',
  municipality text not null,
  seats int not null check (seats between 1 and 9999),
  digest bytea not null,
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  days date[] not null default '{}',
  primary key (network_id, id),
  foreign key (network_id, pool_id) references skill_pool (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  unique (network_id, pool_id, company_id),
  unique (network_id, digest)
);

create table pool_offer (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  pool_id uuid not null,
  provider text not null check (provider <> ''),
  email text not null,
  digest bytea not null,
  invited_at timestamptz not null,
  words text not null default '',
  price text not null default '',
  on_day date,
  answered_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, pool_id) references skill_pool (network_id, id),
  unique (network_id, digest)
);

-- Rights ---------------------------------------------------------------------------------------------------------

alter table skill_need enable row level security;
alter table demand_snapshot enable row level security;
alter table demand_batch enable row level security;
alter table demand_member enable row level security;
alter table course enable row level security;
alter table travel_time enable row level security;
alter table skill_pool enable row level security;
alter table pool_day enable row level security;
alter table pool_place enable row level security;
alter table pool_offer enable row level security;

create policy holder_officer_or_coordinator_reads on skill_need for select using (
  network_id = (select current_network())
  and (digest = (select current_key()) or (select has_role('coordinator'))
       or places && (select municipalities_as('officer'))::text[] or said_by = (select current_person())));
create policy holder_says on skill_need for insert with check (
  network_id = current_network() and digest = current_key() and said_by is null and way = 'door');
create policy officer_writes_down on skill_need for insert with check (
  network_id = current_network() and said_by = current_person() and meets_companies() and way <> 'door');
create policy holder_changes on skill_need for update
  using (network_id = current_network() and digest = current_key())
  with check (network_id = current_network() and digest = current_key());
create policy worker_adds_up on skill_need for all to samsyn_queue using (true) with check (true);

create policy everybody_reads on demand_snapshot for select using (network_id = (select current_network()));
create policy everybody_reads on demand_batch for select using (network_id = (select current_network()));
create policy worker_tells on demand_snapshot for all to samsyn_queue using (true) with check (true);
create policy worker_tells on demand_batch for all to samsyn_queue using (true) with check (true);
create policy worker_remembers on demand_member for all to samsyn_queue using (true) with check (true);

create policy everybody_reads on course for select using (network_id = (select current_network()));
create policy coordinator_adds on course for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_changes on course for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
-- The worker keeps what it has fetched from the configured source.
create policy worker_keeps on course for all to samsyn_queue using (true) with check (true);
create policy everybody_reads on travel_time for select using (network_id = (select current_network()));
create policy coordinator_says on travel_time for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_corrects on travel_time for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- Which pool a key opens: that of a company that is asked, or of a provider that is invited.
create function key_pool() returns uuid language sql stable security definer set search_path = public as
$$ select pool_id from pool_place where network_id = current_network() and digest = current_key()
   union all select pool_id from pool_offer where network_id = current_network() and digest = current_key() $$;
-- The pool whose companies the holder of a key sees: it is open, and the holder has said yes.
create function key_open_pool() returns uuid language sql stable security definer set search_path = public as
$$ select pool_id from pool_place join skill_pool on skill_pool.network_id = pool_place.network_id and skill_pool.id = pool_id
   where pool_place.network_id = current_network() and digest = current_key() and answer = 'yes' and opened_at is not null $$;
create function chosen_offer_of(pool uuid) returns uuid language sql stable security definer set search_path = public as
$$ select chosen_offer from skill_pool where network_id = current_network() and id = pool $$;

create policy coordinator_or_holder_reads on skill_pool for select using (
  network_id = (select current_network()) and ((select has_role('coordinator')) or id = (select key_pool())));
create policy coordinator_proposes on skill_pool for insert with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_leads on skill_pool for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

create policy coordinator_or_holder_reads on pool_day for select using (
  network_id = (select current_network()) and ((select has_role('coordinator')) or pool_id = (select key_pool())));
create policy coordinator_offers on pool_day for insert with check (network_id = current_network() and has_role('coordinator'));

create policy coordinator_holder_or_companion_reads on pool_place for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or digest = (select current_key())
       or (answer = 'yes' and pool_id = (select key_open_pool()))));
create policy coordinator_asks on pool_place for insert with check (network_id = current_network() and has_role('coordinator'));
create policy holder_answers on pool_place for update
  using (network_id = current_network() and digest = current_key())
  with check (network_id = current_network() and digest = current_key());

create policy coordinator_holder_or_companion_reads on pool_offer for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or digest = (select current_key())
       or (pool_id = (select key_open_pool()) and id = chosen_offer_of(pool_id))));
create policy coordinator_invites on pool_offer for insert with check (network_id = current_network() and has_role('coordinator'));
create policy holder_offers on pool_offer for update
  using (network_id = current_network() and digest = current_key())
  with check (network_id = current_network() and digest = current_key());

create policy of_needs on audit_entry as restrictive for select using (
  case subject_kind
    when 'skill-need' then (select meets_companies())
    when 'skill-pool' then (select has_role('coordinator'))
    else true end);

grant select, insert on skill_need, course, travel_time, skill_pool, pool_day, pool_place, pool_offer to samsyn_program;
grant select on demand_snapshot, demand_batch to samsyn_program;
grant update (concept, words, field, people, needed_by, level, places, holds_back, email, stands_until, asked_on, withdrawn_at)
  on skill_need to samsyn_program;
grant update (title, provider, concepts, form, pace, municipality, place, starts_on, price, language, link, checked_on, origin)
  on course to samsyn_program;
grant update (minutes, said_by, said_at) on travel_time to samsyn_program;
grant update (opened_at, seats, chosen_offer, held_on, outcome, seats_filled, ended_at) on skill_pool to samsyn_program;
grant update (answer, answered_at, seats, days) on pool_place to samsyn_program;
grant update (words, price, on_day, answered_at) on pool_offer to samsyn_program;
grant select (network_id, id, company_id, concept, words, field, people, needed_by, places, holds_back, way, email, digest,
  said_at, stands_until, asked_on, withdrawn_at), update (asked_on) on skill_need to samsyn_queue;
grant select, insert on demand_snapshot, demand_batch, demand_member to samsyn_queue;
grant update (ended_on) on demand_batch to samsyn_queue;
grant select, insert, update on course to samsyn_queue;
-- What is fetched is kept in every network.
create policy worker_knows on network for select to samsyn_queue using (true);
grant select (id, slug, created_at) on network to samsyn_queue;

create trigger tell after insert or update or delete on demand_batch for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on course for each statement execute function tell_of_change();

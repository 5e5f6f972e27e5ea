-- Round tables: an event with its tables and rounds, who is invited by which criteria, who comes, and where each sits.
--
-- A participant needs no account: the key of their private address opens the event and their own answer.

create table event (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  -- What is talked about, in a sentence or two.
  theme text not null check (theme <> ''),
  welcome text not null default '',
  place text not null check (place <> ''),
  on_day date not null,
  opens_at time not null,
  ends_at time not null,
  -- How many may come in all; beyond that people wait.
  seats int not null check (seats between 1 and 1000),
  answer_by date not null,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancelled_because text check (cancelled_because <> ''),
  -- When the day was over and its notes could be summed up.
  held_at timestamptz,
  is_example boolean not null default false,
  added_at timestamptz not null,
  added_by uuid references person,
  primary key (network_id, id),
  check (opens_at < ends_at),
  check (answer_by <= on_day),
  check ((cancelled_at is null) = (cancelled_because is null))
);
create index event_of_day on event (network_id, on_day desc);

-- Where a theme comes from and what it serves: the loop's arrows.
create table event_link (
  network_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('theme', 'intervention', 'indicator')),
  ref text not null check (ref <> ''),
  primary key (network_id, event_id, kind, ref),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- What happens when, beside the rounds.
create table event_item (
  network_id uuid not null,
  event_id uuid not null,
  id uuid not null default gen_random_uuid(),
  at time not null,
  text text not null check (text <> ''),
  primary key (network_id, id),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- Counted from 0, as the seating counts them.
create table event_round (
  network_id uuid not null,
  event_id uuid not null,
  number int not null check (number between 0 and 49),
  starts_at time not null,
  minutes int not null check (minutes between 5 and 240),
  primary key (network_id, event_id, number),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- By which criteria whom is invited, and how many seats that is given: equal treatment can be tried (KL 2:3).
create table event_criterion (
  network_id uuid not null,
  event_id uuid not null,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  text text not null check (text <> ''),
  kind text not null check (kind in ('leadership', 'company', 'guest', 'host')),
  seats int not null check (seats between 0 and 1000),
  position int not null,
  primary key (network_id, event_id, id),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- Whoever is invited. Open to members: the list of who is invited and comes is a public record.
create table participant (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  event_id uuid not null,
  kind text not null check (kind in ('leadership', 'company', 'guest', 'host')),
  criterion_id text,
  name text not null check (name <> ''),
  title text not null default '',
  organisation text not null check (organisation <> ''),
  -- The company as the network has met it; null for others.
  company_id uuid,
  -- Whose leadership, or where the company is.
  municipality text,
  branch text check (branch ~ '^[A-V]$'),
  size text check (size in ('0', '1-9', '10-49', '50-249', '250')),
  -- Somebody with an account, such as a town hall's leader.
  person_id uuid references person,
  state text not null default 'listed'
    check (state in ('listed', 'invited', 'yes', 'waiting', 'no', 'delegated', 'withdrawn')),
  -- In whose place they come.
  instead_of uuid,
  -- The first round they are there for, and the first they are gone; null is the whole time.
  from_round int,
  until_round int,
  opened_at timestamptz,
  answered_at timestamptz,
  is_example boolean not null default false,
  added_at timestamptz not null,
  added_by uuid references person,
  primary key (network_id, id),
  unique (network_id, event_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, event_id, criterion_id) references event_criterion (network_id, event_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, event_id, instead_of) references participant (network_id, event_id, id),
  check (from_round < until_round),
  check ((state in ('yes', 'waiting', 'no', 'delegated')) = (answered_at is not null) or state = 'withdrawn')
);
create index participant_of_event on participant (network_id, event_id);

-- How a participant is reached: for the coordinator and themselves alone.
create table participant_contact (
  network_id uuid not null,
  participant_id uuid not null,
  email text not null default '',
  phone text not null default '',
  locale text not null default 'sv' check (locale in ('sv', 'en')),
  primary key (network_id, participant_id),
  foreign key (network_id, participant_id) references participant (network_id, id)
);

-- What a participant needs to take part. Told to the coordinator alone, and deleted after the event.
create table participant_need (
  network_id uuid not null,
  participant_id uuid not null,
  wheelchair boolean not null default false,
  hearing boolean not null default false,
  seeing boolean not null default false,
  food text not null default '',
  other text not null default '',
  said_at timestamptz not null,
  primary key (network_id, participant_id),
  foreign key (network_id, participant_id) references participant (network_id, id)
);

-- The private address of a participant; the address itself is stored nowhere.
create table participant_key (
  network_id uuid not null,
  digest bytea not null,
  participant_id uuid not null,
  made_at timestamptz not null,
  primary key (network_id, digest),
  foreign key (network_id, participant_id) references participant (network_id, id)
);

create table event_table (
  network_id uuid not null,
  event_id uuid not null,
  -- What stands on it: `1`, `2`, …, or a letter.
  id text not null check (id ~ '^[0-9A-ZÅÄÖ]{1,3}$'),
  position int not null,
  min int not null check (min >= 0),
  max int not null check (max between 1 and 100),
  host_id uuid,
  -- Whether a wheelchair reaches it.
  is_reachable boolean not null default true,
  -- The rounds in which it is not there.
  closed int[] not null default '{}',
  primary key (network_id, event_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, event_id, host_id) references participant (network_id, event_id, id),
  check (min <= max)
);

-- What is asked: at all tables or one, in all rounds or one.
create table event_question (
  network_id uuid not null,
  event_id uuid not null,
  id uuid not null default gen_random_uuid(),
  table_id text,
  round int,
  position int not null,
  text text not null check (text <> ''),
  primary key (network_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, event_id, table_id) references event_table (network_id, event_id, id)
);

-- Who sits where, in versions; the latest holds, none is ever changed.
create table seat_plan (
  network_id uuid not null,
  event_id uuid not null,
  version int not null check (version > 0),
  -- For each round, by the table's id, who sits there: `[{"1": ["…"], "2": ["…"]}]`.
  rounds jsonb not null check (jsonb_typeof(rounds) = 'array'),
  -- How it came about: `{"by": "engine", "seed": 1, …}`, `{"by": "person", "why": "…"}`, `{"by": "replan", …}`.
  made jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid references person,
  -- From when the participants may read it; null while it is worked on.
  told_at timestamptz,
  primary key (network_id, event_id, version),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- Whom the current key belongs to, and to what they are invited.
create function key_participant() returns uuid language sql stable security definer set search_path = public as
$$ select participant_id from participant_key where network_id = current_network() and digest = current_key() $$;
create function key_event() returns uuid language sql stable security definer set search_path = public as
$$ select event_id from participant where network_id = current_network() and id = key_participant() $$;
-- The table that whoever holds the current key is host of.
create function key_table() returns text language sql stable security definer set search_path = public as
$$ select id from event_table where network_id = current_network() and event_id = key_event() and host_id = key_participant() $$;
-- Whether everybody may know of it.
create function is_public_event(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (
     select from event where network_id = current_network() and id = wanted and published_at is not null) $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table event enable row level security;
alter table event_link enable row level security;
alter table event_item enable row level security;
alter table event_round enable row level security;
alter table event_criterion enable row level security;
alter table event_question enable row level security;
alter table event_table enable row level security;
alter table participant enable row level security;
alter table participant_contact enable row level security;
alter table participant_need enable row level security;
alter table participant_key enable row level security;
alter table seat_plan enable row level security;

create policy invited_and_members_read on event for select using (
  network_id = (select current_network())
  and (published_at is not null or (select is_member()) or id = (select key_event())));
create policy coordinator_plans on event for insert
  with check (network_id = current_network() and has_role('coordinator') and added_by = current_person());
create policy coordinator_edits on event for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- What belongs to an event is read by whoever reads the event, and written by the coordinator.
do $$
declare part text;
begin
  foreach part in array array['event_link', 'event_item', 'event_round', 'event_criterion', 'event_question', 'event_table'] loop
    execute format('create policy those_of_it_read on %I for select using (
      network_id = (select current_network())
      and ((select is_member()) or event_id = (select key_event()) or is_public_event(event_id)))', part);
    execute format('create policy coordinator_writes on %I for all
      using (network_id = current_network() and has_role(''coordinator''))
      with check (network_id = current_network() and has_role(''coordinator''))', part);
    execute format('grant select, insert, update, delete on %I to samsyn_program', part);
    execute format(
      'create trigger tell after insert or update or delete on %I for each statement execute function tell_of_change()', part);
  end loop;
end $$;

-- Whoever comes may know who else comes; who has said no is told to members.
create policy invited_and_members_read on participant for select using (
  network_id = (select current_network())
  and ((select is_member()) or id = (select key_participant()) or instead_of = (select key_participant())
    or (event_id = (select key_event()) and state = 'yes')));
create policy coordinator_lists on participant for insert
  with check (network_id = current_network() and has_role('coordinator') and added_by = current_person());
-- Somebody else comes in one's own place.
create policy invited_delegates on participant for insert with check (
  network_id = current_network() and added_by is null and event_id = key_event() and instead_of = key_participant());
create policy coordinator_edits on participant for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy invited_answers on participant for update
  using (network_id = current_network() and id = key_participant())
  with check (network_id = current_network() and id = key_participant());

create policy coordinator_and_self_read on participant_contact for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or participant_id = (select key_participant())));
create policy coordinator_and_self_write on participant_contact for insert with check (
  network_id = current_network()
  and (has_role('coordinator') or participant_id in (select id from participant where instead_of = key_participant())));
create policy coordinator_and_self_edit on participant_contact for update
  using (network_id = current_network() and (has_role('coordinator') or participant_id = key_participant()))
  with check (network_id = current_network());

create policy coordinator_and_self on participant_need for all
  using (network_id = (select current_network())
    and ((select has_role('coordinator')) or participant_id = (select key_participant())))
  with check (network_id = current_network() and (has_role('coordinator') or participant_id = key_participant()));

create policy whoever_lists_gives on participant_key for insert with check (
  network_id = current_network()
  and (has_role('coordinator') or participant_id in (select id from participant where instead_of = key_participant())));

create policy members_read on seat_plan for select using (
  network_id = (select current_network())
  and ((select is_member()) or (told_at is not null and event_id = (select key_event()))));
create policy coordinator_seats on seat_plan for insert
  with check (network_id = current_network() and has_role('coordinator') and saved_by = current_person());
create policy coordinator_tells on seat_plan for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

grant select, insert, update on event to samsyn_program;
grant select, insert on participant, participant_contact to samsyn_program;
grant update (kind, criterion_id, name, title, organisation, company_id, municipality, branch, size, state, from_round,
  until_round, opened_at, answered_at) on participant to samsyn_program;
grant update (email, phone, locale) on participant_contact to samsyn_program;
grant select, insert, update, delete on participant_need to samsyn_program;
grant insert on participant_key to samsyn_program;
grant select, insert on seat_plan to samsyn_program;
grant update (told_at) on seat_plan to samsyn_program;

create trigger tell after insert or update or delete on event for each statement execute function tell_of_change();

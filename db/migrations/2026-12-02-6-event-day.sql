-- The day of an event: who has come, when the rounds really began and ended, and who is added at the door.

-- What was said of whether somebody is there. Nothing is changed: the latest word holds.
create table attendance (
  network_id uuid not null,
  event_id uuid not null,
  number bigint generated always as identity,
  participant_id uuid not null,
  state text not null check (state in ('expected', 'here', 'absent')),
  -- The first round they are there for, and the first they are gone; null is the whole time.
  from_round int check (from_round between 0 and 49),
  until_round int check (until_round between 1 and 50),
  at timestamptz not null,
  -- At the door, or by the host of the table.
  said_by uuid references person,
  host_id uuid,
  primary key (network_id, number),
  foreign key (network_id, event_id, participant_id) references participant (network_id, event_id, id),
  foreign key (network_id, event_id, host_id) references participant (network_id, event_id, id),
  check (from_round < until_round),
  check (said_by is null or host_id is null)
);
create index attendance_of_event on attendance (network_id, event_id, participant_id, number desc);

-- What was said of a round's time. Without a word the plan's times hold; `as-planned` takes back what was said before.
create table round_call (
  network_id uuid not null,
  event_id uuid not null,
  number bigint generated always as identity,
  round int not null check (round between 0 and 49),
  did text not null check (did in ('began', 'ended', 'longer', 'as-planned')),
  -- When it began or ended, or when the rest was said.
  at timestamptz not null,
  minutes int check (minutes between 1 and 60),
  said_at timestamptz not null,
  said_by uuid references person,
  primary key (network_id, number),
  foreign key (network_id, event_id) references event (network_id, id),
  check ((did = 'longer') = (minutes is not null))
);
create index round_call_of_event on round_call (network_id, event_id, number);

alter table attendance enable row level security;
alter table round_call enable row level security;

-- Who receives at the door: the town halls' officers and the coordinator.
create function keeps_the_door() returns boolean language sql stable security definer set search_path = public as
$$ select has_role('officer') or has_role('coordinator') $$;

-- Hosts know who is missing at their table; everybody else what is said of themselves.
create policy members_hosts_and_self_read on attendance for select using (
  network_id = (select current_network())
  and ((select is_member())
    or participant_id = (select key_participant())
    or ((select key_table()) is not null and event_id = (select key_event()))));
create policy door_says on attendance for insert with check (
  network_id = current_network() and keeps_the_door() and said_by = current_person() and host_id is null);
create policy host_says on attendance for insert with check (
  network_id = current_network() and key_table() is not null and event_id = key_event()
  and host_id = key_participant() and said_by is null);

create policy invited_and_members_read on round_call for select using (
  network_id = (select current_network()) and ((select is_member()) or event_id = (select key_event())));
create policy coordinator_calls on round_call for insert
  with check (network_id = current_network() and has_role('coordinator') and said_by = current_person());

-- Whoever receives adds somebody who has come, and nobody else.
create policy door_adds on participant for insert with check (
  network_id = current_network() and has_role('officer') and added_by = current_person() and state = 'yes');
create policy door_adds on participant_contact for insert with check (
  network_id = current_network() and has_role('officer')
  and participant_id in (select id from participant where added_by = current_person()));
create policy door_adds on participant_key for insert with check (
  network_id = current_network() and has_role('officer')
  and participant_id in (select id from participant where added_by = current_person()));

-- From which the short codes of an event's participants come, in the order in which their keys were made. It opens nothing.
create function code_seeds(wanted uuid) returns table (participant_id uuid, seed bytea)
language sql stable security definer set search_path = public as
$$ select participant_id, seed from (
     select distinct on (participant.id) participant.id as participant_id, made_at,
            sha256(convert_to('code ', 'UTF8') || digest) as seed
     from participant join participant_key on participant_key.network_id = participant.network_id
       and participant_key.participant_id = participant.id
     where participant.network_id = current_network() and event_id = wanted and (is_member() or wanted = key_event())
     order by participant.id, made_at, digest) as first_key
   order by made_at, participant_id $$;

-- Lets in who was listed without a yes, and changes nothing else of them: a door may not rewrite the list.
create function let_in(wanted uuid, at timestamptz) returns void
language sql security definer set search_path = public as
$$ update participant set state = 'yes', answered_at = at, offered_until = null
   where network_id = current_network() and id = wanted and keeps_the_door() and state not in ('yes', 'withdrawn') $$;

grant select, insert on attendance, round_call to samsyn_program;

-- Invitations: the letters that were written to whom and why, seats that are kept for who waits, and needs that are forgotten.

-- How many days after the event what people need is deleted.
alter table event add column needs_days int not null default 14 check (needs_days between 0 and 90);

-- Until when a seat that became free is kept for somebody who waits.
alter table participant add column offered_until timestamptz;
alter table participant add check (offered_until is null or state = 'waiting');

-- That somebody was written to: when, by whom and why. What it said is in no table.
create table participant_letter (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  participant_id uuid not null,
  occasion text not null check (occasion in ('invitation', 'again', 'reminder-early', 'reminder-late', 'delegate',
    'seat', 'lapsed', 'withdrawn', 'cancelled')),
  sent_at timestamptz not null,
  -- Null when the program wrote.
  sent_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, participant_id) references participant (network_id, id)
);
create index participant_letter_of_participant on participant_letter (network_id, participant_id);
-- Nobody is reminded twice of the same.
create unique index participant_reminded on participant_letter (network_id, participant_id, occasion)
  where occasion in ('reminder-early', 'reminder-late', 'cancelled');

-- A withdrawn invitation opens nothing but the news that it is withdrawn.
create or replace function key_event() returns uuid language sql stable security definer set search_path = public as
$$ select event_id from participant
   where network_id = current_network() and id = key_participant() and state <> 'withdrawn' $$;

-- Waits for whoever gives or takes a seat of the event at the same time, until the transaction ends.
create function lock_event(wanted uuid) returns void language sql security definer set search_path = public as
$$ select from event where network_id = current_network() and id = wanted for update $$;

-- How many seats are taken of each criterion, those that are kept for somebody with them, and how many wait for one. A
-- participant may not see who waits, and has to know how many.
create function seats_taken(wanted uuid, at timestamptz)
returns table (criterion_id text, taken int, waiting int)
language sql stable security definer set search_path = public as
$$ select criterion_id,
          (count(*) filter (where state = 'yes' or offered_until > at))::int,
          (count(*) filter (where state = 'waiting' and (offered_until > at) is not true))::int
   from participant
   where network_id = current_network() and event_id = wanted and (is_member() or wanted = key_event())
   group by criterion_id $$;

-- Who was first: the one whose key this is, or somebody who has waited longer for a seat of the same criterion.
create function is_first_waiting(wanted uuid, at timestamptz) returns boolean
language sql stable security definer set search_path = public as
$$ select not exists (
     select from participant own
     join participant other on other.network_id = own.network_id and other.event_id = own.event_id
      and other.criterion_id is not distinct from own.criterion_id
     where own.network_id = current_network() and own.id = wanted and other.id <> own.id
       and other.state = 'waiting' and (other.offered_until > at) is not true
       and (other.answered_at, other.id) < (own.answered_at, own.id)) $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table participant_letter enable row level security;

-- Who was invited, when and by whom is a public record.
create policy members_and_self_read on participant_letter for select using (
  network_id = (select current_network())
  and ((select is_member()) or participant_id = (select key_participant())));
create policy coordinator_writes on participant_letter for insert
  with check (network_id = current_network() and has_role('coordinator') and sent_by = current_person());
create policy program_writes on participant_letter for insert with check (
  network_id = current_network() and sent_by is null
  and (participant_id = key_participant()
    or participant_id in (select id from participant where instead_of = key_participant())));
grant select, insert on participant_letter to samsyn_program;
grant update (offered_until) on participant to samsyn_program;

-- The worker learns who is to be written to and what is to be forgotten; it acts with each one's own key.
create policy worker_finds on event for select to samsyn_queue using (true);
create policy worker_finds on event_criterion for select to samsyn_queue using (true);
create policy worker_finds on participant for select to samsyn_queue using (true);
create policy worker_finds on participant_need for select to samsyn_queue using (true);
create policy worker_finds on participant_letter for select to samsyn_queue using (true);
grant select (network_id, id, on_day, answer_by, seats, needs_days, published_at, cancelled_at) on event to samsyn_queue;
grant select (network_id, event_id, id, seats) on event_criterion to samsyn_queue;
grant select (network_id, event_id, id, state, criterion_id, answered_at, offered_until) on participant to samsyn_queue;
grant select (network_id, participant_id) on participant_need to samsyn_queue;
grant select (network_id, participant_id, occasion, sent_at) on participant_letter to samsyn_queue;

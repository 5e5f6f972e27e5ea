-- What is said at the tables, what is promised there, and what came of it.
--
-- A note is kept as all the texts it has had, each with an id that the device made: whatever arrives twice is there once,
-- and in whatever order the texts of two devices arrive the same one is the latest.

create table table_note (
  network_id uuid not null,
  event_id uuid not null,
  -- Made on the device that it was begun on.
  id uuid not null,
  -- What stood on the table, and what was asked, then: the plan of an event may be written anew.
  table_id text not null,
  round int not null check (round between 0 and 49),
  question_id uuid,
  begun_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, event_id) references event (network_id, id)
);
create index table_note_of_event on table_note (network_id, event_id);

-- The texts of a note. The latest is the one with the highest turn: whoever writes over a text has seen it and counts on,
-- whatever the clocks of the devices say.
create table note_text (
  network_id uuid not null,
  note_id uuid not null,
  id uuid not null,
  turn int not null check (turn between 1 and 100000),
  -- Who said it, never by name.
  voice text not null check (voice in ('company', 'leadership', 'guest', 'table')),
  -- Empty takes the note away; what stood there before stays to be read.
  text text not null,
  -- By the clock of the device.
  written_at timestamptz not null,
  received_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, note_id) references table_note (network_id, id)
);
create index note_text_of_note on note_text (network_id, note_id);

-- What somebody says they will do, by when, and for whom.
create table commitment (
  network_id uuid not null,
  -- Made on the device that it was noted on.
  id uuid not null,
  event_id uuid not null,
  table_id text,
  note_id uuid,
  promiser_id uuid not null,
  -- To whom it is promised; null is everybody who was there.
  receiver_id uuid,
  -- What they are, as anybody may know it: a company's name is not among it before the company has said so.
  promiser_kind text not null check (promiser_kind in ('leadership', 'company', 'guest', 'host')),
  receiver_kind text check (receiver_kind in ('leadership', 'company', 'guest', 'host')),
  municipality text,
  -- The name to be shown to everybody; empty while it may not be.
  shown_name text not null default '',
  -- The same of whom it is promised to: a municipality is known as what it is.
  shown_receiver text not null default '',
  what text not null check (what <> ''),
  by_day date not null,
  intervention_id text,
  is_public boolean not null,
  state text not null default 'noted' check (state in ('noted', 'confirmed', 'denied', 'kept', 'partly', 'unkept')),
  -- Why it was kept only partly, or not.
  because text not null default '',
  noted_at timestamptz not null,
  confirmed_at timestamptz,
  settled_at timestamptz,
  is_example boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, note_id) references table_note (network_id, id),
  foreign key (network_id, event_id, promiser_id) references participant (network_id, event_id, id),
  foreign key (network_id, event_id, receiver_id) references participant (network_id, event_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, intervention_id) references intervention (network_id, id),
  check (promiser_id <> receiver_id),
  check ((receiver_id is null) = (receiver_kind is null)),
  check ((state in ('kept', 'partly', 'unkept')) = (settled_at is not null)),
  check (state in ('noted', 'denied') or confirmed_at is not null),
  check (state not in ('partly', 'unkept') or because <> '')
);
create index commitment_of_event on commitment (network_id, event_id);

-- Each thing that was done with it, in order.
create table commitment_act (
  network_id uuid not null,
  commitment_id uuid not null,
  number int not null check (number > 0),
  did text not null check (did in ('noted', 'changed', 'confirmed', 'denied', 'moved', 'kept', 'partly', 'unkept', 'entered')),
  -- On whose behalf: the name of a person is nobody's business here.
  side text not null check (side in ('promiser', 'receiver', 'host', 'coordinator', 'officer')),
  -- What it said before, or why.
  text text not null default '',
  day_before date,
  day_after date,
  at timestamptz not null,
  primary key (network_id, commitment_id, number),
  foreign key (network_id, commitment_id) references commitment (network_id, id)
);

-- Which letter of the ladder has been sent to whom, for which day: a day that is moved has a ladder of its own.
create table commitment_letter (
  network_id uuid not null,
  commitment_id uuid not null,
  -- A participant, or an officer of the municipality that promises.
  reader_id uuid not null,
  rung text not null
    check (rung in ('ask', 'ask-again', 'before', 'day', 'after', 'settle', 'settle-again', 'enter', 'follow')),
  by_day date not null,
  sent_at timestamptz not null,
  primary key (network_id, commitment_id, reader_id, rung, by_day),
  foreign key (network_id, commitment_id) references commitment (network_id, id)
);

-- The activity of the programme that a commitment is.
create table commitment_activity (
  network_id uuid not null,
  commitment_id uuid not null,
  activity_id text not null,
  at timestamptz not null,
  by uuid not null references person,
  primary key (network_id, commitment_id),
  unique (network_id, activity_id),
  foreign key (network_id, commitment_id) references commitment (network_id, id),
  foreign key (network_id, activity_id) references activity (network_id, id)
);

-- What a note became beside a commitment.
create table note_matter (
  network_id uuid not null,
  note_id uuid not null,
  matter_id uuid not null,
  at timestamptz not null,
  primary key (network_id, note_id),
  foreign key (network_id, note_id) references table_note (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create table next_theme (
  network_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  table_id text,
  note_id uuid,
  text text not null check (text <> ''),
  at timestamptz not null,
  is_example boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, event_id) references event (network_id, id),
  foreign key (network_id, note_id) references table_note (network_id, id)
);

-- The summary of an event: drafted from the notes, edited by a person, sent once.
create table event_summary (
  network_id uuid not null,
  event_id uuid not null,
  version int not null check (version > 0),
  intro text not null default '',
  saved_at timestamptz not null,
  -- From then on its words stand, and the notes behind it are finished.
  sent_at timestamptz,
  primary key (network_id, event_id),
  foreign key (network_id, event_id) references event (network_id, id)
);
create table event_point (
  network_id uuid not null,
  event_id uuid not null,
  id uuid not null,
  question_id uuid,
  position int not null,
  text text not null check (text <> ''),
  fate text not null default 'open' check (fate in ('open', 'taken', 'passed', 'not-now')),
  -- What is done, to whom it was passed, or why not now.
  fate_text text not null default '',
  -- The notes that it was drafted from.
  notes uuid[] not null default '{}',
  primary key (network_id, id),
  foreign key (network_id, event_id) references event_summary (network_id, event_id)
);
create index event_point_of_event on event_point (network_id, event_id);

-- What had come of an event after so many days: made once, and never changed.
create table event_return (
  network_id uuid not null,
  event_id uuid not null,
  days int not null check (days in (30, 90, 180)),
  content jsonb not null,
  made_at timestamptz not null,
  primary key (network_id, event_id, days),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- Who has been told what of an event, once each: a participant, or a person who coordinates.
create table event_letter (
  network_id uuid not null,
  event_id uuid not null,
  reader_id uuid not null,
  what text not null check (what in ('summary', '30', '90', '180', 'countdown')),
  sent_at timestamptz not null,
  primary key (network_id, event_id, reader_id, what),
  foreign key (network_id, event_id) references event (network_id, id)
);

-- Rights ---------------------------------------------------------------------------------------------------------

alter table table_note enable row level security;
alter table note_text enable row level security;
alter table commitment enable row level security;
alter table commitment_act enable row level security;
alter table commitment_letter enable row level security;
alter table commitment_activity enable row level security;
alter table note_matter enable row level security;
alter table next_theme enable row level security;
alter table event_summary enable row level security;
alter table event_point enable row level security;
alter table event_return enable row level security;
alter table event_letter enable row level security;

create function is_summed_up(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (
     select from event_summary where network_id = current_network() and event_id = wanted and sent_at is not null) $$;
-- Whether somebody notes what is said at a table: its host, and the coordinator.
create function notes_at(wanted_event uuid, wanted_table text) returns boolean language sql stable as
$$ select has_role('coordinator') or (wanted_event = key_event() and wanted_table = key_table()) $$;
-- Whether somebody is a participant: by the key, or signed in as the person who is on the list.
create function is_participant(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select wanted = key_participant() or exists (
     select from participant
     where network_id = current_network() and id = wanted and person_id = current_person()) $$;

create policy table_reads on table_note for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or (event_id = (select key_event()) and table_id = (select key_table()))));
create policy table_notes on table_note for insert with check (
  network_id = current_network() and notes_at(event_id, table_id) and not is_summed_up(event_id));
create policy table_reads on note_text for select using (
  network_id = (select current_network())
  and exists (select from table_note note where note.network_id = note_text.network_id and note.id = note_id));
create policy table_writes on note_text for insert with check (
  network_id = current_network()
  and exists (
    select from table_note note
    where note.network_id = note_text.network_id and note.id = note_id and not is_summed_up(note.event_id)));

create policy those_of_it_read on commitment for select using (
  network_id = (select current_network())
  and ((select is_member()) or (is_public and confirmed_at is not null and state <> 'denied')
    or promiser_id = (select key_participant()) or receiver_id = (select key_participant())
    or (event_id = (select key_event()) and table_id = (select key_table()))));
create policy table_notes on commitment for insert with check (
  network_id = current_network() and state = 'noted' and shown_name = '' and notes_at(event_id, table_id));
create policy those_of_it_act on commitment for update
  using (network_id = current_network()
    and (has_role('coordinator') or is_participant(promiser_id) or is_participant(receiver_id)))
  with check (network_id = current_network());

-- Whoever promised says what and by when; whoever it was promised to says how it ended, and nobody else does.
create function guard_commitment() returns trigger language plpgsql as $$
begin
  if new.state in ('kept', 'partly', 'unkept') and new.state <> old.state
    and not coalesce(is_participant(new.receiver_id), false)
    and not (new.receiver_id is null and has_role('coordinator')) then
    raise exception 'closed by whom it was promised to' using errcode = '42501';
  end if;
  if (new.state in ('confirmed', 'denied') and new.state <> old.state or new.shown_name <> old.shown_name)
    and not coalesce(is_participant(new.promiser_id), false) then
    raise exception 'confirmed by who made it' using errcode = '42501';
  end if;
  if (new.what, new.by_day, new.is_public) is distinct from (old.what, old.by_day, old.is_public)
    and not coalesce(is_participant(new.promiser_id), false) then
    raise exception 'said by who made it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on commitment for each row when (current_network() is not null)
  execute function guard_commitment();

-- Its history and its activity are read by whoever reads it.
create policy those_of_it_read on commitment_act for select using (
  network_id = (select current_network())
  and exists (
    select from commitment it where it.network_id = commitment_act.network_id and it.id = commitment_id));
create policy those_of_it_act on commitment_act for insert with check (
  network_id = current_network()
  and exists (
    select from commitment it
    where it.network_id = commitment_act.network_id and it.id = commitment_id
      and case side
        when 'promiser' then is_participant(it.promiser_id)
        when 'receiver' then is_participant(it.receiver_id)
        when 'host' then it.event_id = key_event() and it.table_id = key_table()
        when 'officer' then has_role('officer', it.municipality)
        else has_role('coordinator') end));
create policy those_of_it_read on commitment_activity for select using (
  network_id = (select current_network())
  and exists (
    select from commitment it where it.network_id = commitment_activity.network_id and it.id = commitment_id));
create policy own_officer_enters on commitment_activity for insert with check (
  network_id = current_network() and by = current_person()
  and exists (
    select from commitment it
    where it.network_id = commitment_activity.network_id and it.id = commitment_id
      and it.municipality is not null and has_role('officer', it.municipality)));

create policy told_and_coordinator_read on commitment_letter for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or reader_id in ((select key_participant()), (select current_person()))));
create policy told_is_noted on commitment_letter for insert with check (
  network_id = current_network() and (reader_id = key_participant() or (reader_id = current_person() and is_member())));

create policy table_reads on note_matter for select using (
  network_id = (select current_network())
  and exists (select from table_note note where note.network_id = note_matter.network_id and note.id = note_id));
-- In the transaction that takes the matter in, which speaks with the matter's own key.
create policy matter_is_tied on note_matter for insert with check (
  network_id = current_network() and matter_id = key_matter());

create policy members_and_table_read on next_theme for select using (
  network_id = (select current_network())
  and ((select is_member()) or (event_id = (select key_event()) and table_id = (select key_table()))));
create policy table_notes on next_theme for insert with check (
  network_id = current_network() and notes_at(event_id, table_id));

create policy sent_is_read on event_summary for select using (
  network_id = (select current_network()) and (sent_at is not null or (select has_role('coordinator'))));
create policy coordinator_writes on event_summary for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_edits on event_summary for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy sent_is_read on event_point for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or is_summed_up(event_id)));
create policy coordinator_writes on event_point for insert
  with check (network_id = current_network() and has_role('coordinator') and not is_summed_up(event_id));
create policy coordinator_edits on event_point for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
create policy coordinator_deletes on event_point for delete
  using (network_id = current_network() and has_role('coordinator') and not is_summed_up(event_id));

create policy network_reads on event_return for select using (network_id = (select current_network()));
create policy worker_makes on event_return for all to samsyn_queue using (true) with check (true);

create policy told_and_members_read on event_letter for select using (
  network_id = (select current_network())
  and ((select is_member()) or reader_id = (select key_participant())));
create policy told_is_noted on event_letter for insert with check (
  network_id = current_network()
  and (reader_id = key_participant() or (reader_id = current_person() and has_role('coordinator'))));

-- How the promises of an event that are not for everybody have gone: numbers, and nothing else, leave the table.
create function inner_commitments(wanted uuid) returns table (state text, count int)
language sql stable security definer set search_path = public as
$$ select state, count(*)::int from commitment
   where network_id = current_network() and event_id = wanted and not is_public
     and confirmed_at is not null and state <> 'denied'
   group by state order by state $$;

create policy worker_finds on commitment for select to samsyn_queue using (true);
create policy worker_finds on commitment_activity for select to samsyn_queue using (true);
create policy worker_finds on event_summary for select to samsyn_queue using (true);
create policy worker_finds on event_letter for select to samsyn_queue using (true);

grant select, insert on table_note, note_text, commitment, commitment_act, commitment_letter, commitment_activity,
  note_matter, next_theme, event_summary, event_letter to samsyn_program;
grant update (what, by_day, is_public, shown_name, state, because, confirmed_at, settled_at) on commitment to samsyn_program;
grant update (version, intro, saved_at, sent_at) on event_summary to samsyn_program;
grant select, insert, delete on event_point to samsyn_program;
grant update (text, position, fate, fate_text) on event_point to samsyn_program;
grant select on event_return to samsyn_program;
grant select, insert on event_return to samsyn_queue;
grant select (network_id, id, promiser_id, receiver_id, by_day, state, noted_at, confirmed_at) on commitment to samsyn_queue;
grant select (network_id, event_id, sent_at) on event_summary to samsyn_queue;
grant select (network_id, event_id, reader_id, what) on event_letter to samsyn_queue;

create trigger tell after insert or update or delete on commitment for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on commitment_act for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on commitment_activity for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on event_summary for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on event_point for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on event_return for each statement execute function tell_of_change();

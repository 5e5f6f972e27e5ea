-- Records of what has come since: round tables, needs, courses together, patterns, followers; and matters of several
-- municipalities, which each lets go by itself.

-- A matter of several ---------------------------------------------------------------------------------------------------

-- When a municipality let go of its part by a decision of its own: it reads the matter no more, the others do.
alter table matter_part add column disposed_at timestamptz;

-- Who has let go is no reader; who is let in anew is one again.
create or replace function keep_readers() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update matter set readers = coalesce((
    select array_agg(municipality order by municipality) from matter_part
    where network_id = new.network_id and matter_id = new.matter_id and disposed_at is null), '{}')
  where network_id = new.network_id and id = new.matter_id;
  return null;
end $$;
create trigger keep_readers_still after update of disposed_at on matter_part for each row
  when (old.disposed_at is distinct from new.disposed_at) execute function keep_readers();

create function take_part_again() returns trigger language plpgsql as $$
begin
  new.disposed_at := null;
  return new;
end $$;
create trigger take_part_again before update of role, stance, left_at on matter_part for each row
  when (old.disposed_at is not null and (old.role, old.stance, old.left_at) is distinct from (new.role, new.stance, new.left_at))
  execute function take_part_again();

-- What goes on again is everybody's again who has part in it, whatever they had let go of: it must reach somebody.
create function take_up_again() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update matter_part set disposed_at = null
  where network_id = new.network_id and matter_id = new.id and left_at is null and disposed_at is not null;
  return null;
end $$;
create trigger take_up_again after update of state on matter for each row
  when (old.state = 'closed' and new.state <> 'closed') execute function take_up_again();

create or replace function matter_kept(m matter) returns text language sql stable security definer set search_path = public as
$$ select case when m.state <> 'closed' then 'open'
     when m.joined_to is not null or exists (
       select from matter other where other.network_id = m.network_id and other.joined_to = m.id) then 'joined'
     when exists (select from record_hold h
       where h.network_id = m.network_id and h.matter_id = m.id and h.lifted_at is null) then 'held'
     when exists (select from erasure_request e
       where e.network_id = m.network_id and e.matter_id = m.id and e.answered_at is null) then 'asked' end $$;

-- Of what several hold one copy of, such as a file, each must have decided, and the longest of their periods be over.
create function awaits_others(m matter, of_kind text, at timestamptz) returns boolean
language sql stable security definer set search_path = public as
$$ select cardinality(m.readers) > 1 and exists (
     select from unnest(m.readers) as reader cross join lateral retention_of(of_kind, reader) rule
     where rule.months is null or m.closed_at > $3 - make_interval(months => rule.months)) $$;

drop function matters_to_dispose(text, timestamptz) cascade;
create function matters_to_dispose(of_municipality text, until timestamptz)
returns table (id uuid, number text, at timestamptz, is_planned boolean, kept text, item text, it matter)
language sql stable security definer set search_path = public as
$$ select m.id, m.year || '-' || m.number, coalesce(m.closed_at, m.received_at), m.planned_at is not null, matter_kept(m),
     -- With the municipality where it is only a part that goes.
     case when cardinality(m.readers) > 1 then m.id || ' ' || of_municipality else m.id::text end, m
   from matter m
   where m.network_id = current_network() and coalesce(m.closed_at, m.received_at) <= until
     and case when of_municipality is null then m.readers = '{}' else m.readers @> array[of_municipality] end $$;

create or replace function to_dispose_matter_answered(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.item, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_text t on t.network_id = current_network() and t.matter_id = m.id where not m.is_planned $$;

create or replace function to_dispose_matter_planned(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.item, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_text t on t.network_id = current_network() and t.matter_id = m.id where m.is_planned $$;

-- The whole where nobody else has it, else the part of one municipality: its notes, drafts and reasons, who of it has read,
-- and its right to read on.
alter function dispose_matter_answered(text[], timestamptz) rename to dispose_matter_whole;
create function dispose_matter_answered(items text[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = public as $$
declare part record;
begin
  perform dispose_matter_whole(array(select item from unnest(items) as item where item !~ ' '), at);
  for part in
    select split_part(item, ' ', 1)::uuid as matter, split_part(item, ' ', 2) as municipality
    from unnest(items) as item where item ~ ' '
  loop
    delete from matter_note n
    where n.network_id = current_network() and n.matter_id = part.matter and n.municipality = part.municipality;
    -- Its own files lie with what was sent; a draft may have none.
    delete from matter_entry e
    where e.network_id = current_network() and e.matter_id = part.matter and e.municipality = part.municipality and e.state = 'draft';
    delete from matter_access a
    where a.network_id = current_network() and a.matter_id = part.matter and a.municipality = part.municipality;
    update matter_part p set disposed_at = at, left_because = null, because = because - 'reason'
    where p.network_id = current_network() and p.matter_id = part.matter and p.municipality = part.municipality;
  end loop;
end $$;

create or replace function to_dispose_matter_files(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select f.id::text, m.number, m.at, coalesce(m.kept, case when awaits_others(m.it, 'matter-files',
     until + make_interval(months => (retention_of('matter-files', of_municipality)).months)) then 'shared' end)
   from matters_to_dispose(of_municipality, until) m
   join matter_file f on f.network_id = current_network() and f.matter_id = m.id $$;

create or replace function to_dispose_matter_access(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.item, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   where exists (select from matter_access a where a.network_id = current_network() and a.matter_id = m.id
     and (cardinality((m.it).readers) < 2 or a.municipality = of_municipality)) $$;

create or replace function dispose_matter_access(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from matter_access a using (
     select split_part(item, ' ', 1)::uuid as matter, nullif(split_part(item, ' ', 2), '') as municipality
     from unnest(items) as item) as part
   where a.network_id = current_network() and a.matter_id = part.matter
     and (part.municipality is null or a.municipality = part.municipality) $$;

create or replace function to_dispose_sender_details(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.id::text, m.number, m.at, coalesce(nullif(m.kept, 'asked'), case when awaits_others(m.it, 'sender-details',
     until + make_interval(months => (retention_of('sender-details', of_municipality)).months)) then 'shared' end)
   from matters_to_dispose(of_municipality, until) m
   join matter_sender s on s.network_id = current_network() and s.matter_id = m.id
   where s.erased_at is null $$;

-- The details of a sender are one copy: each town hall that has them must have decided.
create or replace function sender_kept(of_matter uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select coalesce(nullif(matter_kept(m), 'asked'), case
     when awaits_others(m, 'sender-details', $2) then 'shared'
     when rule.months is null or m.closed_at > $2 - make_interval(months => rule.months) then 'record' end)
   from matter m cross join lateral retention_of('sender-details', m.readers[1]) rule
   where m.network_id = current_network() and m.id = of_matter $$;

-- Patterns: who writes over what somebody else wrote meanwhile is told ---------------------------------------------------

-- Counts what people have written of a pattern: its words, notes, themes and the public sentence.
alter table pattern_word add column version int not null default 1;
grant update (version) on pattern_word to samsyn_program;

-- Round tables ----------------------------------------------------------------------------------------------------------

alter table participant add column erased_at timestamptz;
alter table commitment add column erased_at timestamptz;

-- The round tables that were over by then, or called off.
create function events_to_dispose(of_municipality text, until timestamptz)
returns table (id uuid, number text, at timestamptz)
language sql stable security definer set search_path = public as
$$ select * from (
     select e.id, e.on_day || ' ' || left(e.id::text, 8), coalesce(e.cancelled_at, (e.on_day + e.ends_at) at time zone 'Europe/Stockholm') as at
     from event e where e.network_id = current_network() and of_municipality is null) as over
   where over.at <= until $$;

create function has_open_promise(of_event uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from commitment c where c.network_id = current_network() and c.event_id = of_event
     and c.state in ('noted', 'confirmed')) $$;

create function to_dispose_event_people(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select e.id::text, e.number, e.at, case when has_open_promise(e.id) then 'promise' end
   from events_to_dispose(of_municipality, until) e
   where exists (select from participant p
     where p.network_id = current_network() and p.event_id = e.id and p.erased_at is null) $$;

-- Who was invited and came: the details go. How many of which kind, from where and by which criterion, and who of them sat
-- together, is counted on.
create function erase_participants(of_participants uuid[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from participant_need where network_id = current_network() and participant_id = any (of_participants);
  delete from participant_key where network_id = current_network() and participant_id = any (of_participants);
  update participant_contact set email = '', phone = ''
  where network_id = current_network() and participant_id = any (of_participants);
  update commitment set shown_name = '', erased_at = at
  where network_id = current_network() and promiser_id = any (of_participants);
  update commitment set shown_receiver = '', erased_at = at
  where network_id = current_network() and receiver_id = any (of_participants);
  -- The log says that somebody was listed and by whom, and no more who that was.
  update audit_entry set before = before - 'name' - 'organisation' - 'title', after = after - 'name' - 'organisation' - 'title'
  where network_id = current_network() and subject_kind = 'participant' and subject_id = any (of_participants::text[]);
  update participant set name = '–', title = '', organisation = '–', company_id = null, person_id = null, erased_at = at
  where network_id = current_network() and id = any (of_participants) and erased_at is null;
$$;

create function dispose_event_people(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  select erase_participants(array(select id from participant p
    where p.network_id = current_network() and p.event_id = any (items::uuid[])), at);
  update seat_rule set owner = '', reason = '' where network_id = current_network() and event_id = any (items::uuid[]);
  update seat_plan set made = made - 'why' where network_id = current_network() and event_id = any (items::uuid[]);
$$;

create function to_dispose_event_notes(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select e.id::text, e.number, e.at, case when has_open_promise(e.id) then 'promise' end
   from events_to_dispose(of_municipality, until) e
   where exists (select from table_note n join note_text t on t.network_id = n.network_id and t.note_id = n.id
       where n.network_id = current_network() and n.event_id = e.id)
     or exists (select from next_theme t where t.network_id = current_network() and t.event_id = e.id) $$;

create function dispose_event_notes(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from next_theme where network_id = current_network() and event_id = any (items::uuid[]);
  delete from note_text t using table_note n
  where t.network_id = current_network() and n.network_id = t.network_id and n.id = t.note_id and n.event_id = any (items::uuid[]);
$$;

create function to_dispose_event_words(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select e.id::text, e.number, e.at, case when has_open_promise(e.id) then 'promise' end
   from events_to_dispose(of_municipality, until) e
   where exists (select from event_summary s where s.network_id = current_network() and s.event_id = e.id and s.intro <> '')
     or exists (select from event_point p where p.network_id = current_network() and p.event_id = e.id)
     or exists (select from event_return r where r.network_id = current_network() and r.event_id = e.id)
     or exists (select from commitment c where c.network_id = current_network() and c.event_id = e.id and c.what <> '–') $$;

-- What was told of it afterwards, and the promises' words. How they went is counted on.
create function dispose_event_words(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from event_point where network_id = current_network() and event_id = any (items::uuid[]);
  delete from event_return where network_id = current_network() and event_id = any (items::uuid[]);
  update audit_entry set before = before - 'fateText', after = after - 'fateText'
  where network_id = current_network() and subject_kind = 'event' and subject_id = any (items);
  update event_summary set intro = '' where network_id = current_network() and event_id = any (items::uuid[]);
  update commitment_act a set text = '' from commitment c
  where a.network_id = current_network() and c.network_id = a.network_id and c.id = a.commitment_id and c.event_id = any (items::uuid[]);
  update commitment set what = '–', because = case because when '' then '' else '–' end, shown_name = '', shown_receiver = '',
    erased_at = at
  where network_id = current_network() and event_id = any (items::uuid[]);
$$;

-- What is erased may only lose words.
create or replace function guard_commitment() returns trigger language plpgsql as $$
begin
  if new.erased_at is not null and new.state = old.state and new.what in (old.what, '–') and new.shown_name in (old.shown_name, '')
  then return new; end if;
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

-- Needs, courses together, patterns -------------------------------------------------------------------------------------

create function to_dispose_skill_needs(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select * from (
     select n.id::text, left(n.id::text, 8), coalesce(n.withdrawn_at, (n.stands_until + 1)::timestamp at time zone 'Europe/Stockholm') as at, null::text
     from skill_need n where n.network_id = current_network() and of_municipality is null) as over
   where over.at <= until $$;

-- All of it: what was told of many stands in tables of its own.
create function dispose_skill_needs(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from skill_need where network_id = current_network() and id = any (items::uuid[]) $$;

create function to_dispose_skill_pools(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select p.id::text, left(p.id::text, 8), p.ended_at, null from skill_pool p
   where p.network_id = current_network() and of_municipality is null and p.ended_at <= until
     and (exists (select from pool_place where network_id = p.network_id and pool_id = p.id)
       or exists (select from pool_offer where network_id = p.network_id and pool_id = p.id)) $$;

-- Who was asked and who offered. Stays: what the course was, how many seats were filled, what came of it.
create function dispose_skill_pools(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from pool_place where network_id = current_network() and pool_id = any (items::uuid[]);
  delete from pool_offer where network_id = current_network() and pool_id = any (items::uuid[]);
$$;

create function to_dispose_pattern_voices(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select * from (
     select p.id::text, left(p.id::text, 8),
       case p.state when 'dismissed' then p.decided_at when 'confirmed' then p.returned_at end as at, null::text
     from pattern p join pattern_word w on w.network_id = p.network_id and w.pattern_id = p.id
     where p.network_id = current_network() and of_municipality is null
       and (w.terms <> '{}' or w.because <> '' or exists (
         select from pattern_voice v where v.network_id = p.network_id and v.pattern_id = p.id))) as over
   where over.at <= until $$;

-- What was written of what companies say. What the pattern is and what came of it stays.
create function dispose_pattern_voices(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from pattern_voice where network_id = current_network() and pattern_id = any (items::uuid[]);
  update pattern_word set terms = '{}', because = '' where network_id = current_network() and pattern_id = any (items::uuid[]);
$$;

-- What a person may have erased -----------------------------------------------------------------------------------------

-- Whether a decision on a kind of the network's own lets go what had ended by a moment.
create function is_let_go(of_kind text, ended_at timestamptz, at timestamptz) returns boolean
language sql stable security definer set search_path = public as
$$ select coalesce(ended_at <= at - make_interval(months => rule.months), false) from retention_of(of_kind, null) rule $$;

-- The list of who was invited and came is a public record.
create function participant_kept(wanted uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select case when e.cancelled_at is null and $2 < (e.on_day + e.ends_at) at time zone 'Europe/Stockholm' then 'under-way'
     when exists (select from commitment c where c.network_id = p.network_id and wanted in (c.promiser_id, c.receiver_id)
       and c.state in ('noted', 'confirmed')) then 'promise'
     when not is_let_go('event-people', coalesce(e.cancelled_at, (e.on_day + e.ends_at) at time zone 'Europe/Stockholm'), $2) then 'record' end
   from participant p join event e on e.network_id = p.network_id and e.id = p.event_id
   where p.network_id = current_network() and p.id = wanted $$;

create function erase_participant(wanted uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  if not has_role('coordinator') or participant_kept(wanted, at) is not null
    or not exists (select from participant where network_id = current_network() and id = wanted and erased_at is null)
  then return false; end if;
  perform erase_participants(array[wanted], at);
  return true;
end $$;

create function need_kept(wanted uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select case when n.withdrawn_at is null and n.stands_until >= ($2 at time zone 'Europe/Stockholm')::date then 'under-way'
     when not is_let_go('skill-needs', coalesce(n.withdrawn_at, (n.stands_until + 1)::timestamp at time zone 'Europe/Stockholm'), $2) then 'record' end
   from skill_need n where n.network_id = current_network() and n.id = wanted $$;

create function erase_need(wanted uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  if not has_role('coordinator') or need_kept(wanted, at) is not null then return false; end if;
  delete from skill_need where network_id = current_network() and id = wanted;
  return found;
end $$;

create function pool_kept(wanted uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select case when p.ended_at is null then 'under-way' when not is_let_go('skill-pools', p.ended_at, $2) then 'record' end
   from skill_pool p where p.network_id = current_network() and p.id = wanted $$;

-- A company that was asked about a course, or a provider that was: whichever has that id.
create function erase_pooled(wanted uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
declare gone int;
begin
  if not has_role('coordinator') then return false; end if;
  with place as (
    delete from pool_place where network_id = current_network() and id = wanted and pool_kept(pool_id, at) is null returning id),
  offer as (
    delete from pool_offer where network_id = current_network() and id = wanted and pool_kept(pool_id, at) is null returning id)
  select count(*) into gone from (select from place union all select from offer) as pooled;
  return gone > 0;
end $$;

-- Whoever follows supports is nobody's record: an address that wanted to be told, and may go at once.
create function followers_at(address text) returns table (id uuid, email text, begun_at timestamptz, answers jsonb)
language sql stable security definer set search_path = public as
$$ select id, email, begun_at, answers from support_follower
   where network_id = current_network() and lower(email) = lower(address) and has_role('coordinator') $$;

create function erase_follower(wanted uuid) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  delete from support_follower where network_id = current_network() and id = wanted and has_role('coordinator');
  return found;
end $$;

-- A sole trader goes when nothing that is left names them.
create or replace function trader_kept(of_company uuid) returns text language sql stable security definer set search_path = public as
$$ select case when exists (select from matter_sender s where s.network_id = current_network() and s.company_id = of_company)
     or exists (select from company_contact t where t.network_id = current_network() and t.company_id = of_company and erased_at is null)
     or exists (select from company_visit v join visit_word w on w.network_id = v.network_id and w.visit_id = v.id
       where v.network_id = current_network() and v.company_id = of_company)
     or exists (select from participant p where p.network_id = current_network() and p.company_id = of_company)
     or exists (select from skill_need n where n.network_id = current_network() and n.company_id = of_company)
     or exists (select from pool_place l where l.network_id = current_network() and l.company_id = of_company) then 'record' end $$;

create or replace function erase_trader(of_company uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  update company set name = '–', sole_trader_digest = null
  where network_id = current_network() and id = of_company and sole_trader_digest is not null
    and meets_companies() and trader_kept(of_company) is null;
  if not found then return false; end if;
  update audit_entry set before = before - 'name', after = after - 'name'
  where network_id = current_network() and subject_kind = 'company' and subject_id = of_company::text;
  return true;
end $$;

do $$
declare inner_way regprocedure;
begin
  for inner_way in
    select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace
      and (proname ~ '^(to_)?dispose_' or proname in ('matters_to_dispose', 'matter_kept', 'awaits_others', 'events_to_dispose',
        'has_open_promise', 'erase_participants', 'is_let_go', 'sender_kept', 'trader_kept', 'participant_kept', 'need_kept', 'pool_kept'))
  loop
    execute format('revoke execute on function %s from public', inner_way);
  end loop;
end $$;
grant execute on function sender_kept, trader_kept, participant_kept, need_kept, pool_kept to samsyn_program;

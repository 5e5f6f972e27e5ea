-- The law: what is a record and what it is listed by, how long each kind is kept and by which decision, what is disposed of
-- and what a person may have erased.

-- Who is written to is said by one rule, in the program, which knows who is away.
drop function answerers_of_key_matter();
drop function receivers_of(uuid, uuid, text);

-- Whether somebody speaks for an authority's records: its officers; the coordinator for the network's own (null).
create function keeps_records(of_municipality text) returns boolean language sql stable as
$$ select case when of_municipality is null then has_role('coordinator') else has_role('officer', of_municipality) end $$;

-- How long each kind is kept, and by which decision -------------------------------------------------------------------

-- Added to, never changed: the latest of a kind holds. A kind without a decision is preserved.
create table retention_rule (
  network_id uuid not null references network,
  id bigint generated always as identity,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- Whose records; null is the network's own.
  municipality text,
  -- After how many months; null preserves them.
  months int check (months between 0 and 1200),
  -- The decision to dispose: its number, and its day.
  decision text not null default '',
  decided_on date,
  said_at timestamptz not null,
  said_by uuid not null references person,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check (months is null or (decision <> '' and decided_on is not null))
);
create index retention_rule_latest on retention_rule (network_id, kind, municipality, id desc);

-- That a matter is kept whatever its period says: somebody has asked for it, or an authority looks into it.
create table record_hold (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  matter_id uuid not null,
  reason text not null check (reason <> ''),
  placed_at timestamptz not null,
  placed_by uuid not null references person,
  lifted_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create unique index record_hold_one on record_hold (network_id, matter_id) where lifted_at is null;

-- A disposal that a person has confirmed, and its protocol once it is carried out: numbers and days, no personal data.
create table disposal (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  municipality text,
  rule_id bigint not null,
  -- What had ended by then.
  until timestamptz not null,
  -- What the person saw listed; nothing else goes.
  items text[] not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid not null references person,
  done_at timestamptz,
  numbers text[],
  primary key (network_id, id),
  foreign key (network_id, rule_id) references retention_rule (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check ((done_at is null) = (numbers is null))
);

-- What a person has asked to have erased, and what came of it (GDPR art. 12.3 and 17). No word of who they are.
create table erasure_request (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  matter_id uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answered_by uuid references person,
  outcome text check (outcome in ('erased', 'kept')),
  -- Why it was kept.
  because text,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  check ((outcome is null) = (answered_at is null)),
  check ((outcome is not distinct from 'kept') = (because is not null))
);
create unique index erasure_request_one on erasure_request (network_id, matter_id) where answered_at is null;

-- Facts stay where details are gone.
alter table matter_sender add column erased_at timestamptz;
alter table company_contact add column erased_at timestamptz;
alter table ask_recipient add column erased_at timestamptz;

-- A finished visit is a record and stands. What was wrong in it is put right beside it, with the day.
create table visit_correction (
  network_id uuid not null,
  id bigint generated always as identity,
  visit_id uuid not null,
  text text not null check (text <> ''),
  corrected_at timestamptz not null,
  corrected_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, visit_id) references company_visit (network_id, id)
);
create index visit_correction_of_visit on visit_correction (network_id, visit_id, id);
alter table visit_correction enable row level security;
create policy own_or_shared_read on visit_correction for select
  using (network_id = (select current_network()) and reads_visit(visit_id));
create policy own_officer_corrects on visit_correction for insert
  with check (network_id = current_network() and is_own_visit(visit_id) and corrected_by = current_person());
grant select, insert on visit_correction to samsyn_program;

-- The latest rule of a kind.
create function retention_of(of_kind text, of_municipality text) returns retention_rule
language sql stable security definer set search_path = public as
$$ select rule from retention_rule rule
   where network_id = current_network() and kind = of_kind and municipality is not distinct from of_municipality
   order by id desc limit 1 $$;

-- What of each kind there is to dispose of -----------------------------------------------------------------------------
-- `to_dispose_<kind>` lists what had ended by a moment, with a number that says nothing of anybody and, where it is not
-- touched, why; `dispose_<kind>` does it to items of its list. Nobody may call them but `disposal_list` and `dispose`.

-- Why a matter is not touched, whatever its period says.
create function matter_kept(m matter) returns text language sql stable security definer set search_path = public as
$$ select case when m.state <> 'closed' then 'open'
     when m.joined_to is not null or exists (
       select from matter other where other.network_id = m.network_id and other.joined_to = m.id) then 'joined'
     when cardinality(m.readers) > 1 then 'shared'
     when exists (select from record_hold h
       where h.network_id = m.network_id and h.matter_id = m.id and h.lifted_at is null) then 'held'
     when exists (select from erasure_request e
       where e.network_id = m.network_id and e.matter_id = m.id and e.answered_at is null) then 'asked' end $$;

-- The matters of an authority that were over by then, or should have been.
create function matters_to_dispose(of_municipality text, until timestamptz)
returns table (id uuid, number text, at timestamptz, is_planned boolean, kept text)
language sql stable security definer set search_path = public as
$$ select m.id, m.year || '-' || m.number, coalesce(m.closed_at, m.received_at), m.planned_at is not null, matter_kept(m)
   from matter m
   where m.network_id = current_network() and coalesce(m.closed_at, m.received_at) <= until
     and case when of_municipality is null then m.readers = '{}' else m.readers @> array[of_municipality] end $$;

create function to_dispose_matter_answered(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.id::text, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_text t on t.network_id = current_network() and t.matter_id = m.id where not m.is_planned $$;

create function to_dispose_matter_planned(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.id::text, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_text t on t.network_id = current_network() and t.matter_id = m.id where m.is_planned $$;

-- The words, the sender, the files, the mail. What `matter` says of it is counted for ever.
create function dispose_matter_answered(items text[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = public as $$
declare ids uuid[] := items::uuid[];
begin
  delete from matter_file where network_id = current_network() and matter_id = any (ids);
  delete from matter_reply where network_id = current_network() and matter_id = any (ids);
  delete from matter_note where network_id = current_network() and matter_id = any (ids);
  delete from matter_term where network_id = current_network() and matter_id = any (ids);
  delete from matter_entry where network_id = current_network() and matter_id = any (ids);
  delete from matter_text where network_id = current_network() and matter_id = any (ids);
  delete from matter_sender where network_id = current_network() and matter_id = any (ids);
  delete from matter_key where network_id = current_network() and matter_id = any (ids);
  update matter_move set reason = '' where network_id = current_network() and matter_id = any (ids);
  update matter_part set left_because = null, because = because - 'reason'
  where network_id = current_network() and matter_id = any (ids);
  update mail_incoming set raw = '', message_id = id::text, from_address = '', subject = '', text = ''
  where network_id = current_network() and matter_id = any (ids);
  update mail_message set recipient = '', subject = '', body = '', sealed = null, is_emptied = true
  where network_id = current_network() and matter_id = any (ids);
end $$;

create function dispose_matter_planned(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ select dispose_matter_answered(items, at) $$;

create function to_dispose_matter_files(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select f.id::text, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_file f on f.network_id = current_network() and f.matter_id = m.id $$;

create function dispose_matter_files(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from matter_file where network_id = current_network() and id = any (items::uuid[]) $$;

create function to_dispose_matter_notes(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select n.id::text, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   join matter_note n on n.network_id = current_network() and n.matter_id = m.id
   where n.municipality is not distinct from of_municipality $$;

create function dispose_matter_notes(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from matter_note where network_id = current_network() and id = any (items::bigint[]) $$;

-- What was begun for a company and never sent is no record (TF 2:12).
create function to_dispose_matter_drafts(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select e.id::text, m.number, m.at, case m.kept when 'open' then 'open' when 'held' then 'held' end
   from matters_to_dispose(of_municipality, until) m
   join matter_entry e on e.network_id = current_network() and e.matter_id = m.id
   where e.state = 'draft' and e.municipality is not distinct from of_municipality $$;

create function dispose_matter_drafts(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from matter_entry where network_id = current_network() and state = 'draft' and id = any (items::bigint[]) $$;

create function to_dispose_matter_access(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.id::text, m.number, m.at, m.kept from matters_to_dispose(of_municipality, until) m
   where exists (select from matter_access a where a.network_id = current_network() and a.matter_id = m.id) $$;

create function dispose_matter_access(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from matter_access where network_id = current_network() and matter_id = any (items::uuid[]) $$;

create function to_dispose_sender_details(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select m.id::text, m.number, m.at, nullif(m.kept, 'asked') from matters_to_dispose(of_municipality, until) m
   join matter_sender s on s.network_id = current_network() and s.matter_id = m.id
   where s.erased_at is null $$;

-- Who sent it: the details go, the company's size and branch stay with the matter. Letters about it are copies.
create function dispose_sender_details(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  update matter_sender set company_id = null, contact_name = '', email = '', phone = '', erased_at = at
  where network_id = current_network() and matter_id = any (items::uuid[]) and erased_at is null;
  update mail_message set recipient = '', subject = '', body = '', sealed = null, is_emptied = true
  where network_id = current_network() and matter_id = any (items::uuid[]) and reader_id is null;
  update mail_incoming set raw = '', message_id = id::text, from_address = ''
  where network_id = current_network() and matter_id = any (items::uuid[]);
$$;

create function to_dispose_visit_words(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select v.id::text, v.on_day || ' ' || left(v.id::text, 8), w.finished_at,
     case when v.shared_at is not null then 'shared'
       when exists (select from promise p where p.network_id = v.network_id and p.visit_id = v.id and p.outcome is null)
       then 'promise' end
   from company_visit v join visit_word w on w.network_id = v.network_id and w.visit_id = v.id
   where v.network_id = current_network() and v.municipality = of_municipality and w.finished_at <= until $$;

create function dispose_visit_words(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from visit_correction where network_id = current_network() and visit_id = any (items::uuid[]);
  delete from visit_word where network_id = current_network() and visit_id = any (items::uuid[]);
  delete from visit_inside where network_id = current_network() and visit_id = any (items::uuid[]);
  update promise set text = '–', because = case because when '' then '' else '–' end
  where network_id = current_network() and visit_id = any (items::uuid[]);
$$;

-- Drafts are their writer's own, whichever municipality that is; forgotten ones are the network's to clear.
create function to_dispose_visit_drafts(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select id::text, left(id::text, 8), saved_at, null from visit_draft
   where network_id = current_network() and of_municipality is null and saved_at <= until $$;

create function dispose_visit_drafts(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ delete from visit_draft where network_id = current_network() and id = any (items::uuid[]) $$;

create function to_dispose_contacts(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select id::text, left(id::text, 8), ended_at, null from company_contact
   where network_id = current_network() and municipality = of_municipality and ended_at <= until and erased_at is null $$;

create function dispose_contacts(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ update company_contact set name = '–', title = '', email = '', phone = '', agreed_at = null,
     ended_at = coalesce(ended_at, at), erased_at = at
   where network_id = current_network() and id = any (items::uuid[]) and erased_at is null $$;

-- What was written in answer to an ask, and to whom it went. What was chosen is numbers, and stays.
create function to_dispose_ask_words(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select id::text, left(id::text, 8), closed_at, null from ask
   where network_id = current_network() and municipality is not distinct from of_municipality and closed_at <= until
     and exists (select from ask_recipient r where r.network_id = ask.network_id and r.ask_id = ask.id and r.erased_at is null) $$;

create function dispose_ask_words(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as $$
  delete from ask_text where network_id = current_network() and ask_id = any (items::uuid[]);
  update ask_recipient set email = '–', digest = sha256(convert_to(id::text, 'UTF8')), erased_at = at
  where network_id = current_network() and ask_id = any (items::uuid[]);
$$;

-- Mail as it came, byte by byte; what it said stands in its matter.
create function to_dispose_mail_raw(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select i.id::text, left(i.id::text, 8), i.came_at,
     case when i.state = 'waiting' or (i.state = 'unplaced' and i.handled_at is null) then 'unseen'
       when m.state <> 'closed' then 'open'
       when exists (select from record_hold h
         where h.network_id = i.network_id and h.matter_id = i.matter_id and h.lifted_at is null) then 'held' end
   from mail_incoming i left join matter m on m.network_id = i.network_id and m.id = i.matter_id
   where i.network_id = current_network() and of_municipality is null and i.came_at <= until and i.raw <> '' $$;

create function dispose_mail_raw(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ update mail_incoming set raw = '', message_id = id::text, from_address = '', subject = '', text = ''
   where network_id = current_network() and id = any (items::uuid[]) $$;

create function to_dispose_mail_ledger(of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language sql stable security definer set search_path = public as
$$ select l.id::text, left(l.id::text, 8), l.created_at,
     case when l.state = 'queued' then 'unsent' when m.state <> 'closed' then 'open' end
   from mail_message l left join matter m on m.network_id = l.network_id and m.id = l.matter_id
   where l.network_id = current_network() and of_municipality is null and l.created_at <= until and l.recipient <> '' $$;

create function dispose_mail_ledger(items text[], at timestamptz) returns void
language sql volatile security definer set search_path = public as
$$ update mail_message set recipient = '', subject = '', body = '', sealed = null, is_emptied = true
   where network_id = current_network() and id = any (items::uuid[]) $$;

-- The way to dispose ---------------------------------------------------------------------------------------------------

-- What would go, and what would not and why, to whoever speaks for those records.
create function disposal_list(of_kind text, of_municipality text, until timestamptz)
returns table (item text, number text, at timestamptz, kept text)
language plpgsql stable security definer set search_path = public as $$
begin
  if not keeps_records(of_municipality) then return; end if;
  return query execute format('select * from %I($1, $2) order by 3, 2', 'to_dispose_' || replace(of_kind, '-', '_'))
  using of_municipality, until;
end $$;

-- Whether a disposal is by a decision that holds, and of what is old enough by it.
create function is_decided(by_rule bigint, of_kind text, of_municipality text, until timestamptz, at timestamptz)
returns boolean language sql stable security definer set search_path = public as
$$ select coalesce(rule.id = by_rule and until <= at - make_interval(months => rule.months), false)
   from retention_of(of_kind, of_municipality) rule $$;

-- Carries a confirmed disposal out, once, and writes its protocol: of what was listed, what may still go.
create function dispose(wanted uuid, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public as $$
declare
  confirmed disposal;
  going text[];
  gone text[];
begin
  select * into confirmed from disposal
  where network_id = current_network() and id = wanted and done_at is null for update;
  if not found then return null; end if;
  execute format('select array_agg(item), array_agg(number order by at, number) from %I($1, $2) where kept is null and item = any ($3)',
    'to_dispose_' || replace(confirmed.kind, '-', '_'))
  into going, gone using confirmed.municipality, confirmed.until, confirmed.items;
  if going is not null then
    execute format('select %I($1, $2)', 'dispose_' || replace(confirmed.kind, '-', '_')) using going, at;
  end if;
  update disposal set done_at = at, numbers = coalesce(gone, '{}') where network_id = current_network() and id = wanted;
  return cardinality(coalesce(going, '{}'));
end $$;

-- What a person may have erased ----------------------------------------------------------------------------------------

-- Why the details of who sent a matter are kept; null where they may be erased. They are part of a public record that was
-- received (TF 2 kap.), which only a decision lets go (arkivlagen 10 §).
create function sender_kept(of_matter uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select coalesce(nullif(matter_kept(m), 'asked'),
     case when rule.months is null or m.closed_at > $2 - make_interval(months => rule.months) then 'record' end)
   from matter m cross join lateral retention_of('sender-details', m.readers[1]) rule
   where m.network_id = current_network() and m.id = of_matter $$;

-- Erases who sent a matter, where the law lets them go; false where not.
create function erase_sender(of_matter uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  perform from matter where network_id = current_network() and id = of_matter for update;
  if not works_on_matter(of_matter) or sender_kept(of_matter, at) is not null or not exists (
    select from matter_sender where network_id = current_network() and matter_id = of_matter and erased_at is null)
  then return false; end if;
  perform dispose_sender_details(array[of_matter::text], at);
  return true;
end $$;

-- A contact is a note for oneself until a finished visit names them: then it is part of that record.
create function contact_kept(of_contact uuid, at timestamptz) returns text
language sql stable security definer set search_path = public as
$$ select case when exists (select from visit_word w where w.network_id = c.network_id and w.contact_id = c.id)
       and (rule.months is null or c.ended_at is null or c.ended_at > $2 - make_interval(months => rule.months)) then 'record' end
   from company_contact c cross join lateral retention_of('contacts', c.municipality) rule
   where c.network_id = current_network() and c.id = of_contact $$;

create function erase_contact(of_contact uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  if not exists (select from company_contact
    where network_id = current_network() and id = of_contact and keeps_records(municipality))
    or contact_kept(of_contact, at) is not null then return false; end if;
  perform dispose_contacts(array[of_contact::text], at);
  return true;
end $$;

-- A sole trader's name is a person's. It goes when no record that is left names them.
create function trader_kept(of_company uuid) returns text language sql stable security definer set search_path = public as
$$ select case when exists (select from matter_sender s where s.network_id = current_network() and s.company_id = of_company)
     or exists (select from company_contact t where t.network_id = current_network() and t.company_id = of_company and erased_at is null)
     or exists (select from company_visit v join visit_word w on w.network_id = v.network_id and w.visit_id = v.id
       where v.network_id = current_network() and v.company_id = of_company) then 'record' end $$;

create function erase_trader(of_company uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  update company set name = '–', sole_trader_digest = null
  where network_id = current_network() and id = of_company and sole_trader_digest is not null
    and meets_companies() and trader_kept(of_company) is null;
  return found;
end $$;

-- An address that was asked: while the ask is open it gets its results; after that it is only an address.
create function erase_recipient(of_recipient uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  update ask_recipient set email = '–', digest = sha256(convert_to(id::text, 'UTF8')), erased_at = at
  where network_id = current_network() and id = of_recipient and erased_at is null
    and exists (select from ask where ask.network_id = current_network() and ask.id = ask_id and closed_at is not null
      and keeps_records(ask.municipality));
  return found;
end $$;

-- A letter's row, about no matter: it has left, and who it went to says nothing any more.
create function erase_letter(of_letter uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  update mail_message set recipient = '', subject = '', body = '', sealed = null, is_emptied = true
  where network_id = current_network() and id = of_letter and matter_id is null and state in ('sent', 'shown')
    and has_role('coordinator');
  return found;
end $$;

-- What whoever speaks for records reads of many matters: asked once, and not once a row ---------------------------------

-- What came, was sent and was finished in the matters of an authority, in a period. Who wants it is named to nobody.
create function matter_register(of_municipality text, since timestamptz, until timestamptz)
returns table (matter uuid, number text, at timestamptz, is_companys boolean, is_own boolean, is_sent boolean,
  municipality text, subject text, secrecy text, sender jsonb, files int)
language sql stable security definer set search_path = public as
$$ select * from (
     select m.id, m.year || '-' || m.number || '/' || row_number() over (partition by m.id order by e.id),
       greatest(coalesce(e.sent_at, m.closed_at), part.added_at) as at,
       e.side = 'company', e.municipality is not distinct from of_municipality, e.state = 'sent',
       e.municipality, t.subject, t.secrecy,
       case when s.erased_at is not null then '{"kind":"erased"}'
         when m.sender_kind = 'nameless' then '{"kind":"nameless"}'
         when s.name_for = 'answerer' then '{"kind":"kept"}'
         else jsonb_build_object('kind', 'named', 'name', coalesce(c.name, nullif(s.contact_name, ''), '–')) end::jsonb,
       (select count(*)::int from matter_file f
        where f.network_id = m.network_id and f.matter_id = m.id and f.entry_id = e.id)
     from matter m
       join matter_text t on t.network_id = m.network_id and t.matter_id = m.id
       join matter_entry e on e.network_id = m.network_id and e.matter_id = m.id
         and (e.state = 'sent' or (e.state = 'finished' and m.state = 'closed'))
       join matter_sender s on s.network_id = m.network_id and s.matter_id = m.id
       left join company c on c.network_id = m.network_id and c.id = s.company_id
       left join matter_part part on part.network_id = m.network_id and part.matter_id = m.id
         and part.municipality = of_municipality
     where m.network_id = current_network() and keeps_records(of_municipality) and m.received_at < $3
       and case when of_municipality is null then m.entrance is null else m.readers @> array[of_municipality] end
   ) as line
   where line.at >= since and line.at < $3 $$;

-- Where matters name somebody, to those who read them: who sent them, what was said in them, what was noted.
create function matters_naming(named text, named_like text, of_company uuid, at timestamptz)
returns table (kind text, id text, number text, data jsonb, kept text)
language sql stable security definer set search_path = public as
$$ with own as materialized (
     select m.id, m.year || '-' || m.number as number, m.received_at from matter m
     where m.network_id = current_network()
       and (m.readers && (select municipalities_as('officer')) or (m.entrance is null and (select has_role('coordinator'))))),
   told as materialized (
     select (select municipalities_as('officer')) as municipalities, (select has_role('coordinator')) as is_coordinator)
   select 'sender', s.matter_id::text, own.number,
     jsonb_build_object('name', s.contact_name, 'email', s.email, 'phone', s.phone, 'company', coalesce(c.name, ''),
       'organisationNumber', coalesce(c.organisation_number, ''),
       'sentAt', to_char(own.received_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')),
     sender_kept(s.matter_id, $4)
   from own join matter_sender s on s.network_id = current_network() and s.matter_id = own.id
     left join company c on c.network_id = s.network_id and c.id = s.company_id
   where s.erased_at is null
     and (lower(s.email) = lower(named) or s.phone = named or s.contact_name ilike named_like or c.name ilike named_like
       or s.company_id = of_company)
     and (s.name_for = 'all' or answers_matter(s.matter_id))
   union all
   select 'mention', e.id::text, own.number,
     jsonb_build_object('text', e.text, 'at', to_char(e.written_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')), 'words'
   from told cross join own join matter_entry e on e.network_id = current_network() and e.matter_id = own.id
   where e.text ilike named_like and (e.state = 'sent'
     or case when e.municipality is null then told.is_coordinator else e.municipality = any (told.municipalities) end)
   union all
   select 'mention', n.id::text, own.number,
     jsonb_build_object('text', n.text, 'at', to_char(n.written_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')), 'words'
   from told cross join own join matter_note n on n.network_id = current_network() and n.matter_id = own.id
   where n.text ilike named_like and (n.audience = 'parts'
     or case when n.municipality is null then told.is_coordinator else n.municipality = any (told.municipalities) end) $$;

-- Rights ---------------------------------------------------------------------------------------------------------------

alter table retention_rule enable row level security;
alter table record_hold enable row level security;
alter table disposal enable row level security;
alter table erasure_request enable row level security;

create policy members_read on retention_rule for select using (network_id = current_network() and (select is_member()));
create policy coordinator_says on retention_rule for insert
  with check (network_id = current_network() and has_role('coordinator') and said_by = current_person());

create policy those_of_it_read on record_hold for select using (network_id = current_network() and works_on_matter(matter_id));
create policy those_of_it_hold on record_hold for insert
  with check (network_id = current_network() and placed_by = current_person() and works_on_matter(matter_id));
create policy those_of_it_lift on record_hold for update
  using (network_id = current_network() and works_on_matter(matter_id)) with check (network_id = current_network());

create policy keepers_and_coordinator_read on disposal for select
  using (network_id = current_network() and (keeps_records(municipality) or has_role('coordinator')));
create policy keepers_confirm on disposal for insert with check (
  network_id = current_network() and keeps_records(municipality) and confirmed_by = current_person() and done_at is null
  and is_decided(rule_id, kind, municipality, until, confirmed_at));

create policy those_of_it_read on erasure_request for select
  using (network_id = current_network() and reads_matter(matter_id));
create policy sender_asks on erasure_request for insert
  with check (network_id = current_network() and reads_matter(matter_id) and answered_at is null);
create policy those_of_it_answer on erasure_request for update
  using (network_id = current_network() and works_on_matter(matter_id)) with check (network_id = current_network());

grant select, insert on retention_rule, record_hold, disposal, erasure_request to samsyn_program;
grant update (lifted_at) on record_hold to samsyn_program;
grant update (answered_at, answered_by, outcome, because) on erasure_request to samsyn_program;

do $$
declare inner_way regprocedure;
begin
  for inner_way in
    select oid::regprocedure from pg_proc
    where pronamespace = 'public'::regnamespace
      and (proname ~ '^(to_)?dispose_' or proname in ('matters_to_dispose', 'matter_kept', 'retention_of', 'sender_kept', 'contact_kept', 'trader_kept'))
  loop
    execute format('revoke execute on function %s from public', inner_way);
  end loop;
end $$;
grant execute on function sender_kept, contact_kept, trader_kept to samsyn_program;

-- What is logged of records is told to those who keep some.
create policy of_records on audit_entry as restrictive for select using (
  case subject_kind when 'records' then (select meets_companies()) else true end);

-- Who said no to questions takes it back by the same link.
create policy asked_starts_again on ask_stop for delete using (network_id = current_network() and address = key_address());
create policy asked_knows on ask_stop for select using (network_id = current_network() and address = key_address());
grant select, delete on ask_stop to samsyn_program;

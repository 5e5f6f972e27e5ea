-- Companies met in person: whom one meets there, who was there when, what was said and what was promised; and the
-- questions that the town halls ask companies back.

-- Whom one meets at a company. Written by a municipality, for its own officers unless they share it.
create table company_contact (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  company_id uuid not null,
  municipality text not null,
  name text not null check (name <> ''),
  title text not null default '',
  email text not null default '',
  phone text not null default '',
  is_shared boolean not null default false,
  -- When the person said that they may be asked by mail; null when they have not.
  agreed_at timestamptz,
  added_at timestamptz not null,
  added_by uuid references person,
  ended_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check (agreed_at is null or email <> '')
);
create index company_contact_of_company on company_contact (network_id, company_id);

-- The region's calendar of visits: a day, a municipality, a company, and no words.
create table company_visit (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  company_id uuid not null,
  municipality text not null,
  on_day date not null,
  state text not null check (state in ('planned', 'done', 'cancelled')),
  person_id uuid references person,
  added_at timestamptz not null,
  -- When the other municipalities were let in to what is written of it.
  shared_at timestamptz,
  is_example boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);
create index company_visit_of_company on company_visit (network_id, company_id, on_day desc);
create index company_visit_of_day on company_visit (network_id, on_day desc);

-- What was said, as the company could read it. Written when it is finished, and a public record from then on.
create table visit_word (
  network_id uuid not null,
  visit_id uuid not null,
  went text not null default '',
  contact_id uuid,
  said text not null check (said <> ''),
  hear_back text check (hear_back in ('mail', 'phone', 'visit', 'none')),
  finished_at timestamptz not null,
  finished_by uuid references person,
  primary key (network_id, visit_id),
  foreign key (network_id, visit_id) references company_visit (network_id, id),
  foreign key (network_id, contact_id) references company_contact (network_id, id)
);

-- What a town hall notes for itself.
create table visit_inside (
  network_id uuid not null,
  visit_id uuid not null,
  text text not null check (text <> ''),
  primary key (network_id, visit_id),
  foreign key (network_id, visit_id) references company_visit (network_id, id)
);

-- What somebody has begun to write of a visit: their own until it is finished.
create table visit_draft (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person,
  -- Null for a company that the network has not met.
  company_id uuid,
  -- The fields as they were typed; null when the visit is finished.
  typed jsonb,
  version int not null check (version > 0),
  saved_at timestamptz not null,
  primary key (network_id, id),
  unique nulls not distinct (network_id, person_id, company_id),
  foreign key (network_id, company_id) references company (network_id, id)
);

-- What a company was promised at a visit.
create table promise (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  company_id uuid not null,
  municipality text not null,
  text text not null check (text <> ''),
  due_on date not null,
  owner_id uuid references person,
  made_at timestamptz not null,
  outcome text check (outcome in ('kept', 'not-kept')),
  because text not null default '',
  settled_at timestamptz,
  settled_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, visit_id) references company_visit (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check ((outcome is null) = (settled_at is null)),
  check (outcome is distinct from 'not-kept' or because <> '')
);
create index promise_of_company on promise (network_id, company_id);
create index promise_due on promise (network_id, due_on) where outcome is null;

-- Which letters about promises have been sent: a job that runs twice writes once.
create table promise_letter (
  network_id uuid not null,
  promise_id uuid not null,
  person_id uuid not null references person,
  occasion text not null check (occasion in ('before', 'after')),
  at timestamptz not null,
  primary key (network_id, promise_id, person_id, occasion),
  foreign key (network_id, promise_id) references promise (network_id, id)
);

-- Asking back ----------------------------------------------------------------------------------------------------

-- How often a company is asked by mail in twelve months, by all the municipalities together.
alter table network add column asks_per_year int not null default 2 check (asks_per_year between 0 and 12);

-- A question to companies. Who asks is a municipality, or the coordinator for the network.
create table ask (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  municipality text,
  title text not null check (title <> ''),
  why text not null,
  -- `[{"kind": "choice", "text": "…", "choices": ["…"]}, {"kind": "scale", "text": "…"}, {"kind": "text", "text": "…"}]`
  questions jsonb not null check (jsonb_array_length(questions) between 1 and 3),
  -- The stated criteria: `{"municipalities": [], "branches": [], "sizes": []}`; an empty list asks nothing.
  criteria jsonb not null,
  closes_on date not null,
  sent_at timestamptz not null,
  sent_by uuid references person,
  closed_at timestamptz,
  is_example boolean not null default false,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- A company that is asked, by its letter's address.
create table ask_recipient (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  ask_id uuid not null,
  company_id uuid not null,
  email text not null check (email <> ''),
  -- Why it may be asked: the contact has agreed, or the address came with a matter.
  ground text not null check (ground in ('agreed', 'matter')),
  -- Of the key in the letter, which is stored nowhere.
  digest bytea not null,
  asked_at timestamptz not null,
  -- When the results were returned.
  told_at timestamptz,
  primary key (network_id, id),
  unique (network_id, ask_id, company_id),
  foreign key (network_id, ask_id) references ask (network_id, id),
  foreign key (network_id, company_id) references company (network_id, id)
);
create unique index ask_recipient_of_key on ask_recipient (network_id, digest);
create index ask_recipient_of_company on ask_recipient (network_id, company_id, asked_at);

-- What was chosen, question by question; null where nothing was. Read by whoever answered, and counted by the database.
create table ask_answer (
  network_id uuid not null,
  recipient_id uuid not null,
  ask_id uuid not null,
  choices smallint[] not null,
  answered_at timestamptz not null,
  primary key (network_id, recipient_id),
  foreign key (network_id, recipient_id) references ask_recipient (network_id, id),
  foreign key (network_id, ask_id) references ask (network_id, id)
);

-- What was written, question by question; empty where nothing was. Read by whoever answered and whoever asks.
create table ask_text (
  network_id uuid not null,
  recipient_id uuid not null,
  ask_id uuid not null,
  texts text[] not null,
  primary key (network_id, recipient_id),
  foreign key (network_id, recipient_id) references ask_recipient (network_id, id),
  foreign key (network_id, ask_id) references ask (network_id, id)
);

-- Addresses that want no more questions, by a digest: the address itself need not be kept for that.
create table ask_stop (
  network_id uuid not null references network,
  address bytea not null,
  stopped_at timestamptz not null,
  primary key (network_id, address)
);

create function address_digest(email text) returns bytea language sql immutable as
$$ select sha256(convert_to(lower(email), 'UTF8')) $$;

create function is_stopped(email text) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from ask_stop where network_id = current_network() and address = address_digest(email)) $$;

-- The most asks of a company in any twelve months that such a moment lies in, that one counted. Twelve months are taken
-- as 366 days, so that no leap year lets one more in.
create function asks_around(in_network uuid, wanted_company uuid, at timestamptz) returns int
language sql volatile security definer set search_path = public as
$$ select max(asks)::int from (
     select asked_at, count(*) over (order by asked_at range between current row and interval '366 days' following) as asks
     from (select asked_at from ask_recipient
           where network_id = in_network and company_id = wanted_company
             and asked_at between at - interval '366 days' and at + interval '366 days'
           union all select at) as near_asks) as counted
   where asked_at <= at $$;
revoke execute on function asks_around from public;

create function is_asked_enough(wanted_company uuid, at timestamptz) returns boolean
language sql volatile security definer set search_path = public as
$$ select asks_around(current_network(), wanted_company, at) > asks_per_year from network where id = current_network() $$;

-- Whoever asks waits here for whoever asks at the same time, whichever municipality: else both would count the same asks.
create function lock_asks(in_network uuid) returns void language sql volatile as
$$ select pg_advisory_xact_lock(hashtextextended('asks of ' || in_network, 0)) $$;

create function guard_asks() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform lock_asks(new.network_id);
  if asks_around(new.network_id, new.company_id, new.asked_at)
     > (select asks_per_year from network where id = new.network_id) then
    raise exception 'the company has been asked enough' using errcode = 'check_violation';
  end if;
  if exists (select from ask_stop where network_id = new.network_id and address = address_digest(new.email)) then
    raise exception 'the address wants no questions' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_asks before insert on ask_recipient for each row execute function guard_asks();

create function key_recipient() returns uuid language sql stable security definer set search_path = public as
$$ select id from ask_recipient where network_id = current_network() and digest = current_key() $$;

create function key_ask() returns uuid language sql stable security definer set search_path = public as
$$ select ask_id from ask_recipient where network_id = current_network() and digest = current_key() $$;

create function key_address() returns bytea language sql stable security definer set search_path = public as
$$ select address_digest(email) from ask_recipient where network_id = current_network() and digest = current_key() $$;

-- How many were asked and have answered: numbers only.
create function ask_turnout(wanted uuid) returns table (asked int, answered int)
language sql stable security definer set search_path = public as
$$ select count(*)::int, count(answer.recipient_id)::int
   from ask_recipient as recipient
   left join ask_answer as answer on answer.network_id = recipient.network_id and answer.recipient_id = recipient.id
   where recipient.network_id = current_network() and recipient.ask_id = wanted
     and (is_member() or wanted = key_ask()) $$;

-- How many chose what, of an ask that is closed; nothing of a question that fewer than five have answered.
create function ask_numbers(wanted uuid) returns table (question int, choice int, answers int)
language sql stable security definer set search_path = public as
$$ select counted.question, counted.choice, counted.answers from (
     select said.question::int, said.choice::int, count(*)::int as answers,
            sum(count(*)) over (partition by said.question) as all_answers
     from ask_answer join ask on ask.network_id = ask_answer.network_id and ask.id = ask_answer.ask_id
     cross join lateral unnest(choices) with ordinality as said (choice, question)
     where ask.network_id = current_network() and ask.id = wanted and ask.closed_at is not null
       and said.choice is not null and (is_member() or wanted = key_ask())
     group by said.question, said.choice) as counted
   where all_answers >= 5 $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table company_contact enable row level security;
alter table company_visit enable row level security;
alter table visit_word enable row level security;
alter table visit_inside enable row level security;
alter table visit_draft enable row level security;
alter table promise enable row level security;
alter table promise_letter enable row level security;
alter table ask enable row level security;
alter table ask_recipient enable row level security;
alter table ask_answer enable row level security;
alter table ask_text enable row level security;
alter table ask_stop enable row level security;

create function meets_companies() returns boolean language sql stable as
$$ select has_role('officer') or has_role('coordinator') $$;

create policy own_or_shared_read on company_contact for select using (
  network_id = (select current_network())
  and (municipality = any ((select municipalities_as('officer'))::text[]) or (is_shared and (select meets_companies()))));
create policy own_officer_adds on company_contact for insert
  with check (network_id = current_network() and has_role('officer', municipality) and added_by = current_person());
create policy own_officer_edits on company_contact for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality));

create policy those_who_meet_them_read on company_visit for select using (
  network_id = (select current_network()) and (select meets_companies()));
create policy own_officer_adds on company_visit for insert
  with check (network_id = current_network() and has_role('officer', municipality));
create policy own_officer_moves on company_visit for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality));

-- Plain functions: what they read is what the asking person may read.
create function is_own_visit(wanted uuid) returns boolean language sql stable as
$$ select exists (
     select from company_visit
     where network_id = current_network() and id = wanted and municipality = any (municipalities_as('officer'))) $$;
create function reads_visit(wanted uuid) returns boolean language sql stable as
$$ select exists (
     select from company_visit
     where network_id = current_network() and id = wanted
       and (shared_at is not null or municipality = any (municipalities_as('officer')))) $$;

create policy own_or_shared_read on visit_word for select
  using (network_id = (select current_network()) and reads_visit(visit_id));
create policy own_officer_finishes on visit_word for insert
  with check (network_id = current_network() and is_own_visit(visit_id) and finished_by = current_person());
create policy own_officer_reads on visit_inside for select
  using (network_id = (select current_network()) and is_own_visit(visit_id));
create policy own_officer_notes on visit_inside for insert
  with check (network_id = current_network() and is_own_visit(visit_id));

create policy own_draft on visit_draft for select
  using (network_id = current_network() and person_id = current_person() and has_role('officer'));
create policy own_beginning on visit_draft for insert
  with check (network_id = current_network() and person_id = current_person() and has_role('officer'));
create policy own_draft_goes_on on visit_draft for update
  using (network_id = current_network() and person_id = current_person() and has_role('officer'))
  with check (network_id = current_network() and person_id = current_person());

create policy own_or_shared_read on promise for select using (
  network_id = (select current_network())
  and (municipality = any ((select municipalities_as('officer'))::text[]) or reads_visit(visit_id)));
create policy own_officer_promises on promise for insert
  with check (network_id = current_network() and has_role('officer', municipality) and is_own_visit(visit_id));
create policy own_officer_settles on promise for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality));

create policy own_letters on promise_letter for select
  using (network_id = current_network() and person_id = current_person());
create policy own_letter_is_noted on promise_letter for insert
  with check (network_id = current_network() and person_id = current_person() and is_member());
-- The worker learns which promises are due; it writes to each in their own name.
create policy worker_finds on promise for select to samsyn_queue using (true);

create function asks_for(municipality text) returns boolean language sql stable as
$$ select case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end $$;
create function is_own_ask(wanted uuid) returns boolean language sql stable as
$$ select exists (select from ask where network_id = current_network() and id = wanted and asks_for(municipality)) $$;

create policy members_read on ask for select using (
  network_id = (select current_network()) and ((select is_member()) or id = (select key_ask())));
create policy own_is_asked on ask for insert
  with check (network_id = current_network() and asks_for(municipality) and sent_by = current_person());
create policy own_is_closed on ask for update
  using (network_id = current_network() and asks_for(municipality)) with check (network_id = current_network());
create policy worker_closes on ask for all to samsyn_queue using (true) with check (true);

create policy asker_or_asked_reads on ask_recipient for select using (
  network_id = (select current_network()) and (digest = (select current_key()) or is_own_ask(ask_id)));
create policy asker_asks on ask_recipient for insert with check (network_id = current_network() and is_own_ask(ask_id));
create policy asked_is_told on ask_recipient for update
  using (network_id = current_network() and digest = current_key()) with check (network_id = current_network());
create policy worker_finds on ask_recipient for select to samsyn_queue using (true);

create function may_answer(wanted uuid) returns boolean language sql stable as
$$ select wanted = key_recipient() and exists (
     select from ask where network_id = current_network() and id = key_ask() and closed_at is null) $$;

create policy asked_reads on ask_answer for select
  using (network_id = current_network() and recipient_id = (select key_recipient()));
create policy asked_answers on ask_answer for insert
  with check (network_id = current_network() and may_answer(recipient_id) and ask_id = key_ask());
create policy asked_changes on ask_answer for update
  using (network_id = current_network() and may_answer(recipient_id)) with check (network_id = current_network());

create policy asked_or_asker_reads on ask_text for select using (
  network_id = (select current_network()) and (recipient_id = (select key_recipient()) or is_own_ask(ask_id)));
create policy asked_writes on ask_text for insert
  with check (network_id = current_network() and may_answer(recipient_id) and ask_id = key_ask());
create policy asked_rewrites on ask_text for update
  using (network_id = current_network() and may_answer(recipient_id)) with check (network_id = current_network());

create policy asked_stops on ask_stop for insert with check (network_id = current_network() and address = key_address());

-- What is logged of a company's visits and promises is told to those who may know of them.
create policy of_companies on audit_entry as restrictive for select using (
  case subject_kind
    when 'company' then (select meets_companies())
    when 'company-visit' then (select meets_companies())
    when 'company-contact' then exists (select from company_contact where network_id = current_network() and id = subject_id::uuid)
    when 'promise' then exists (select from promise where network_id = current_network() and id = subject_id::uuid)
    else true end);

grant select, insert on company_contact, company_visit, visit_word, visit_inside, visit_draft, promise, promise_letter,
  ask, ask_recipient, ask_answer, ask_text to samsyn_program;
grant insert on ask_stop to samsyn_program;
grant update (organisation_number, sole_trader_digest) on company to samsyn_program;
grant update (name, title, email, phone, is_shared, agreed_at, ended_at) on company_contact to samsyn_program;
grant update (on_day, state, shared_at) on company_visit to samsyn_program;
grant update (typed, version, saved_at) on visit_draft to samsyn_program;
grant update (outcome, because, settled_at, settled_by) on promise to samsyn_program;
grant update (closed_at) on ask to samsyn_program;
grant update (told_at) on ask_recipient to samsyn_program;
grant update (choices, answered_at) on ask_answer to samsyn_program;
grant update (texts) on ask_text to samsyn_program;
grant select (network_id, id, municipality, due_on, owner_id, outcome) on promise to samsyn_queue;
grant select (network_id, id, closes_on, closed_at), update (closed_at) on ask to samsyn_queue;
grant select (network_id, id, ask_id, told_at) on ask_recipient to samsyn_queue;
grant select (municipality) on role_grant to samsyn_queue;

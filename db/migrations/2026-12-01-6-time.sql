-- Time: when the town halls are closed, who is away, who has been warned; and letters about matters that come and go by mail.

-- The days on which town halls are closed, or close at noon, besides those that all of Sweden keeps.
create table closed_day (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  -- Whose; null is the whole network's.
  municipality text,
  day date not null,
  -- `as-usual` takes back what was said of the day.
  opens text not null check (opens in ('not', 'till-noon', 'as-usual')),
  name text not null default '',
  said_at timestamptz not null,
  said_by uuid not null references person,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  unique nulls not distinct (network_id, municipality, day)
);

-- When somebody is away and who answers meanwhile. Why they are away is nobody's business and has no column.
create table absence (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  -- Null leaves it to the deputy of the desk.
  deputy_id uuid references person check (deputy_id <> person_id),
  said_at timestamptz not null,
  said_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (network_id, id)
);
create index absence_of_person on absence (network_id, person_id, until_day) where withdrawn_at is null;

-- Who has been warned of which day of a matter: each step once, however often the job runs. A day that moves is another day.
create table matter_warning (
  network_id uuid not null,
  matter_id uuid not null,
  due text not null check (due in ('first-word', 'plan')),
  due_on date not null,
  step text not null check (step in ('before', 'day', 'after')),
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (network_id, matter_id, due, due_on, step, person_id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);

-- Which mails stand in a thread: one that is worked on twice, or comes twice, stands there once.
create table matter_reply (
  network_id uuid not null,
  matter_id uuid not null,
  -- The mail's own Message-ID, or its digest where it has none.
  message text not null,
  at timestamptz not null,
  primary key (network_id, matter_id, message),
  foreign key (network_id, matter_id) references matter (network_id, id)
);

-- A letter may be about a matter; then it can be answered by mail.
alter table mail_message
  add column matter_id uuid,
  -- The officer it goes to, who alone answers it; null is whoever else it goes to.
  add column reader_id uuid references person,
  add column tries int not null default 0,
  -- What a letter about a matter said that holds a secret, sealed by the worker, for as long as it may come back unread.
  add column sealed bytea,
  -- What it said is gone and cannot be sent again.
  add column is_emptied boolean not null default false,
  add foreign key (network_id, matter_id) references matter (network_id, id);
create index mail_message_of_matter on mail_message (network_id, matter_id, created_at) where matter_id is not null;
create index mail_message_newest on mail_message (network_id, created_at desc);

-- A mail that has come, byte by byte, before anybody has looked at it.
create table mail_incoming (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  way text not null check (way in ('imap', 'webhook')),
  -- Empty where the mail has none.
  message_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  raw bytea not null,
  came_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'placed', 'bounce', 'automatic', 'unplaced')),
  -- Why it was set aside, or why it has no place.
  reason text,
  from_address text not null default '',
  subject text not null default '',
  text text not null default '',
  matter_id uuid,
  settled_at timestamptz,
  -- That the coordinator has seen to what had no place.
  handled_at timestamptz,
  handled_by uuid references person,
  primary key (network_id, id),
  unique (network_id, message_id, sha256),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create index mail_incoming_of_sender on mail_incoming (network_id, from_address, came_at);

-- Somebody who can answer in one's place: an officer of the same municipality, another coordinator.
create function works_beside(other_person uuid) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from role_grant
     where network_id = current_network() and person_id = other_person and revoked_at is null
       and (role = 'officer' and municipality = any (municipalities_as('officer'))
         or role = 'coordinator' and has_role('coordinator'))) $$;

-- How much there is to answer and by when, without saying of what: in one's own municipalities, and everywhere for the coordinator.
create function open_dues() returns table (
  municipality text, owner_id uuid, deputy_id uuid, state text,
  first_word_by date, first_word_at timestamptz, plan_by date, planned_at timestamptz)
language sql stable security definer set search_path = public as
$$ select part.municipality, coalesce(part.owner_id, desk.owner_id), desk.deputy_id, matter.state,
          first_word_by, first_word_at, plan_by, planned_at
   from matter
     join matter_part as part on part.network_id = matter.network_id and part.matter_id = matter.id
       and part.role = 'lead' and part.left_at is null
     left join desk on desk.network_id = part.network_id and desk.municipality = part.municipality and desk.id = part.desk_id
   where matter.network_id = current_network() and matter.state <> 'closed' and joined_to is null
     and (has_role('coordinator')
       or part.municipality = any (municipalities_as('officer') || municipalities_as('leader'))) $$;

alter table closed_day enable row level security;
alter table absence enable row level security;
alter table matter_warning enable row level security;
alter table matter_reply enable row level security;
alter table mail_incoming enable row level security;

create policy network_reads on closed_day for select using (network_id = current_network());
create policy own_days_said on closed_day for insert with check (
  network_id = current_network() and said_by = current_person()
  and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end);
create policy own_days_said_anew on closed_day for update
  using (network_id = current_network()
    and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end)
  with check (network_id = current_network() and said_by = current_person());

-- Whoever falls ill cannot say so here: a colleague may.
create policy members_read on absence for select using (network_id = current_network() and (select is_member()));
create policy own_or_colleagues on absence for insert with check (
  network_id = current_network() and said_by = current_person()
  and is_member() and (person_id = current_person() or works_beside(person_id)));
create policy own_or_colleagues_end on absence for update
  using (network_id = current_network() and is_member() and (person_id = current_person() or works_beside(person_id)))
  with check (network_id = current_network());

-- Each letter is written in its reader's own name; those who work on a matter see who knows.
create policy own_or_of_matter_read on matter_warning for select
  using (network_id = (select current_network()) and (person_id = (select current_person()) or works_on_matter(matter_id)));
create policy own_warning on matter_warning for insert
  with check (network_id = current_network() and person_id = current_person());

create policy readers_read on matter_reply for select
  using (network_id = (select current_network()) and reads_matter(matter_id));
create policy readers_answer on matter_reply for insert
  with check (network_id = current_network() and reads_matter(matter_id));

-- The ledger without the letters themselves: whoever answers for the network's mail, and those who work on the matter.
create function keeps_mail() returns boolean language sql stable as
$$ select has_role('coordinator') or has_role('operator') $$;
create policy keepers_read on mail_message for select to samsyn_program using (
  network_id = (select current_network())
  and ((select keeps_mail()) or (matter_id is not null and works_on_matter(matter_id))));
create policy keepers_send_again on mail_message for update to samsyn_program
  using (network_id = (select current_network()) and state in ('sent', 'failed')
    and ((select keeps_mail()) or (matter_id is not null and works_on_matter(matter_id))))
  with check (network_id = current_network() and state = 'queued');

create policy anyone_hands_in on mail_incoming for insert to samsyn_program
  with check (network_id = current_network() and state = 'waiting');
create policy worker_sorts on mail_incoming for all to samsyn_queue using (true);
create policy coordinator_reads on mail_incoming for select to samsyn_program
  using (network_id = current_network() and state = 'unplaced' and has_role('coordinator'));
create policy coordinator_sees_to on mail_incoming for update to samsyn_program
  using (network_id = current_network() and state = 'unplaced' and has_role('coordinator'))
  with check (network_id = current_network() and state = 'unplaced');

grant select, insert on closed_day, absence, matter_warning, matter_reply to samsyn_program;
grant update (opens, name, said_at, said_by) on closed_day to samsyn_program;
grant update (from_day, until_day, deputy_id, withdrawn_at) on absence to samsyn_program;
grant select (network_id, id, recipient, subject, state, reason, tries, created_at, settled_at, is_emptied, matter_id)
  on mail_message to samsyn_program;
grant update (state, reason) on mail_message to samsyn_program;
grant update (tries, sealed, is_emptied) on mail_message to samsyn_queue;
grant insert on mail_incoming to samsyn_program;
grant select (network_id, id, came_at, state, reason, from_address, subject, text, handled_at, handled_by)
  on mail_incoming to samsyn_program;
grant update (handled_at, handled_by) on mail_incoming to samsyn_program;
grant select on mail_incoming to samsyn_queue;
grant update (state, reason, from_address, subject, text, matter_id, settled_at) on mail_incoming to samsyn_queue;

-- The worker learns which days are near and whose they are, and no word of any matter; it writes in the reader's own name.
create policy worker_finds on matter for select to samsyn_queue using (true);
create policy worker_finds on matter_part for select to samsyn_queue using (true);
create policy worker_finds on desk for select to samsyn_queue using (true);
create policy worker_finds on closed_day for select to samsyn_queue using (true);
create policy worker_finds on absence for select to samsyn_queue using (true);
grant select (network_id, id, year, number, state, first_word_by, first_word_at, plan_by, planned_at, waiting_since, joined_to)
  on matter to samsyn_queue;
grant select (network_id, matter_id, municipality, role, desk_id, owner_id, left_at) on matter_part to samsyn_queue;
grant select (network_id, municipality, id, owner_id, deputy_id) on desk to samsyn_queue;
grant select on closed_day, absence to samsyn_queue;
grant select (id, created_at) on network to samsyn_queue;
grant select (municipality) on role_grant to samsyn_queue;

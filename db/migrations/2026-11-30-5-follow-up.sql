-- Rounds of follow-up: the coordinator asks, each municipality answers all of it in one go, its leader confirms, and the
-- round is frozen as it stood.
create table follow_up_round (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  -- What is asked of every municipality besides its word on each intervention: texts, in order.
  questions jsonb not null check (jsonb_typeof(questions) = 'array'),
  closes_on date not null,
  opened_at timestamptz not null,
  opened_by uuid not null references person,
  primary key (network_id, id)
);

-- What an officer has begun to answer and not yet sent. Whoever comes later goes on with it.
create table follow_up_draft (
  network_id uuid not null,
  round_id text not null,
  municipality text not null,
  -- The fields as they were typed; null when they have been sent.
  typed jsonb,
  version int not null check (version > 0),
  saved_at timestamptz not null,
  saved_by uuid not null references person,
  primary key (network_id, round_id, municipality),
  foreign key (network_id, round_id) references follow_up_round (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- That a municipality has answered. The words themselves are words of the matrix. The latest answer holds.
create table follow_up_answer (
  network_id uuid not null,
  round_id text not null,
  municipality text not null,
  number int not null check (number > 0),
  -- To the round's questions, in their order; empty where nothing was said.
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),
  is_unchanged boolean not null,
  answered_at timestamptz not null,
  answered_by uuid not null references person,
  primary key (network_id, round_id, municipality, number),
  foreign key (network_id, round_id) references follow_up_round (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- What the municipality's leader says of an answer.
create table follow_up_verdict (
  network_id uuid not null,
  round_id text not null,
  municipality text not null,
  number int not null,
  verdict text not null check (verdict in ('confirmed', 'sent-back')),
  note text not null check (verdict = 'confirmed' or note <> ''),
  given_at timestamptz not null,
  given_by uuid not null references person,
  primary key (network_id, round_id, municipality, number),
  foreign key (network_id, round_id, municipality, number) references follow_up_answer
);

-- Which letters have been sent: a job that runs twice writes once.
create table follow_up_letter (
  network_id uuid not null,
  round_id text not null,
  person_id uuid not null references person,
  occasion text not null check (occasion in ('opened', 'week-before', 'day-before', 'day-after', 'silence')),
  at timestamptz not null,
  primary key (network_id, round_id, person_id, occasion),
  foreign key (network_id, round_id) references follow_up_round (network_id, id)
);

-- A closed round as it stood: the same bytes for ever.
create table follow_up_report (
  network_id uuid not null,
  round_id text not null,
  bytes bytea not null,
  -- Of the bytes, in hexadecimal: what a citation names.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_at timestamptz not null,
  frozen_by uuid not null references person,
  primary key (network_id, round_id),
  foreign key (network_id, round_id) references follow_up_round (network_id, id)
);

create function is_frozen(wanted_round text) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from follow_up_report where network_id = current_network() and round_id = wanted_round) $$;

alter table follow_up_round enable row level security;
alter table follow_up_draft enable row level security;
alter table follow_up_answer enable row level security;
alter table follow_up_verdict enable row level security;
alter table follow_up_letter enable row level security;
alter table follow_up_report enable row level security;

create policy network_reads on follow_up_round for select using (network_id = current_network());
create policy coordinator_opens on follow_up_round for insert
  with check (network_id = current_network() and has_role('coordinator'));
-- Only the deadline can be moved, and only while the round is open.
create policy coordinator_moves on follow_up_round for update
  using (network_id = current_network() and has_role('coordinator') and not is_frozen(id))
  with check (network_id = current_network());

-- A draft is the officers' own: nobody else sees what has not been sent.
create policy own_officer_reads on follow_up_draft for select
  using (network_id = current_network() and has_role('officer', municipality));
create policy own_officer_begins on follow_up_draft for insert
  with check (network_id = current_network() and has_role('officer', municipality) and not is_frozen(round_id));
create policy own_officer_goes_on on follow_up_draft for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality) and not is_frozen(round_id));

create policy members_read on follow_up_answer for select
  using (network_id = current_network() and (select is_member()));
create policy own_officer_answers on follow_up_answer for insert
  with check (network_id = current_network() and has_role('officer', municipality) and not is_frozen(round_id));

create policy members_read on follow_up_verdict for select
  using (network_id = current_network() and (select is_member()));
create policy own_leader_settles on follow_up_verdict for insert
  with check (network_id = current_network() and has_role('leader', municipality) and not is_frozen(round_id));

-- Each letter is written in its reader's own name.
create policy own_letters on follow_up_letter for select
  using (network_id = current_network() and person_id = current_person());
create policy own_letter on follow_up_letter for insert
  with check (network_id = current_network() and person_id = current_person());

create policy network_reads on follow_up_report for select using (network_id = current_network());
create policy coordinator_freezes on follow_up_report for insert
  with check (network_id = current_network() and has_role('coordinator'));

grant select, insert on follow_up_round, follow_up_answer, follow_up_verdict, follow_up_letter, follow_up_report
  to samsyn_program;
grant update (closes_on) on follow_up_round to samsyn_program;
grant select, insert, update on follow_up_draft to samsyn_program;

-- The worker learns which rounds are open and who is to be written to; it writes to them in their own name.
create policy worker_finds on follow_up_round for select to samsyn_queue using (true);
create policy worker_finds on follow_up_report for select to samsyn_queue using (true);
create policy worker_finds on role_grant for select to samsyn_queue using (true);
grant select (network_id, id, closes_on) on follow_up_round to samsyn_queue;
grant select (network_id, round_id) on follow_up_report to samsyn_queue;
grant select (network_id, person_id, role, revoked_at) on role_grant to samsyn_queue;

create trigger tell after insert or update or delete on follow_up_round for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on follow_up_report for each statement execute function tell_of_change();

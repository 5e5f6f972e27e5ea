-- Supports for further training: what there is, for whom, and who keeps it right; and those who want to know when something
-- new fits them.

-- A partner works for an organisation; what they keep is that organisation's.
create table organisation (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  primary key (network_id, id)
);
alter table role_grant add organisation text,
  add foreign key (network_id, organisation) references organisation (network_id, id),
  add check (organisation is null or role = 'partner');
drop index role_grant_active;
create unique index role_grant_active on role_grant (network_id, person_id, role, municipality, organisation)
  nulls not distinct where revoked_at is null;

create function is_partner_of(wanted text) returns boolean language sql stable security definer set search_path = public as
$$ select exists (
     select from role_grant
     where network_id = current_network() and person_id = current_person() and role = 'partner'
       and organisation = wanted and revoked_at is null) $$;

-- A support by its word, which never changes, and who gives it.
create table support (
  network_id uuid not null,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  giver text not null,
  added_at timestamptz not null,
  -- When its giver was last told that it has passed or wants checking.
  reminded_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, giver) references organisation (network_id, id)
);

-- What a support says, in versions. The latest confirmed one holds; none is ever changed.
create table support_version (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  support_id text not null,
  -- Later ones are higher: of two confirmed at one moment, the later written holds.
  number bigint not null generated always as identity,
  -- As it was written: its parts stay in the order in which a person reads them.
  content json not null,
  -- What is new, in the writer's words.
  note text not null default '',
  written_at timestamptz not null,
  written_by uuid references person,
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  dropped_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, support_id) references support (network_id, id),
  -- Four eyes; what was planted was written and confirmed by nobody here.
  check (confirmed_by is null or confirmed_by <> written_by),
  check (confirmed_at is null or dropped_at is null)
);
create index support_version_that_holds on support_version (network_id, support_id, number desc) where confirmed_at is not null;
-- One draft at a time: two would undo each other.
create unique index support_draft on support_version (network_id, support_id) where confirmed_at is null and dropped_at is null;

-- That somebody has looked a support up at its source and found it right.
create table support_check (
  network_id uuid not null,
  id bigint generated always as identity,
  support_id text not null,
  on_day date not null,
  by_person uuid references person,
  primary key (network_id, id),
  foreign key (network_id, support_id) references support (network_id, id)
);
create index support_check_of on support_check (network_id, support_id, on_day desc);

-- What a support's own page answered when it was last asked for; only where the operator has switched that on.
create table support_link (
  network_id uuid not null,
  support_id text not null,
  is_reached boolean not null,
  asked_at timestamptz not null,
  primary key (network_id, support_id),
  foreign key (network_id, support_id) references support (network_id, id)
);

-- Who wants to be told: an address and answers, no name. Erased when they stop.
create table support_follower (
  network_id uuid not null references network,
  id uuid not null,
  digest bytea not null unique,
  email text not null check (email like '_%@_%'),
  locale text not null check (locale in ('sv', 'en')),
  answers jsonb not null,
  -- The supports that they know fit them.
  told text[] not null default '{}',
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- When they were asked what came of it, and when they said.
  asked_at timestamptz,
  answered_at timestamptz,
  primary key (network_id, id)
);

-- What came of a support, said by somebody who followed it: not by whom, and only in which month.
create table support_outcome (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  support_id text not null,
  came_of text not null check (came_of in ('applied', 'granted', 'gave-up', 'not-tried')),
  stuck text check (stuck in ('terms', 'form', 'time', 'no-answer', 'course', 'other')),
  said_on date not null check (extract(day from said_on) = 1),
  primary key (network_id, id),
  foreign key (network_id, support_id) references support (network_id, id),
  check (stuck is null or came_of = 'gave-up')
);

create function key_follower() returns uuid language sql stable security definer set search_path = public as
$$ select id from support_follower
   where network_id = current_network() and digest = current_key() and confirmed_at is not null and answered_at is null $$;

-- How it went for those who have said: nothing of a support that fewer than five have spoken of, and no number below five.
create function support_outcomes() returns table (support_id text, came_of text, stuck text, count int)
language sql stable security definer set search_path = public as
$$ select counted.support_id, counted.came_of, counted.stuck, case when counted.count >= 5 then counted.count end from (
     select one.support_id, one.came_of, one.stuck, count(*)::int as count,
            sum(count(*)) over (partition by one.support_id) as of_support
     from support_outcome as one where one.network_id = current_network()
     group by one.support_id, one.came_of, one.stuck) as counted
   where of_support >= 5 $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table organisation enable row level security;
alter table support enable row level security;
alter table support_version enable row level security;
alter table support_check enable row level security;
alter table support_link enable row level security;
alter table support_follower enable row level security;
alter table support_outcome enable row level security;

create policy network_reads on organisation for select using (network_id = (select current_network()));
create policy coordinator_adds on organisation for insert
  with check (network_id = current_network() and has_role('coordinator'));

create function keeps_supports_of(giver text) returns boolean language sql stable as
$$ select has_role('coordinator') or is_partner_of(giver) $$;
create function keeps_support(wanted text) returns boolean language sql stable as
$$ select exists (
     select from support where network_id = current_network() and id = wanted and keeps_supports_of(giver)) $$;

create policy network_reads on support for select using (network_id = (select current_network()));
create policy keeper_adds on support for insert with check (network_id = current_network() and keeps_supports_of(giver));

create policy network_reads_what_held on support_version for select using (
  network_id = (select current_network()) and (confirmed_at is not null or ((select is_member()) and keeps_support(support_id))));
create policy keeper_writes on support_version for insert with check (
  network_id = current_network() and keeps_support(support_id) and written_by = current_person() and confirmed_at is null);
-- Confirmed by another; dropped by any of those who keep it.
create policy keeper_settles on support_version for update
  using (network_id = current_network() and keeps_support(support_id) and confirmed_at is null and dropped_at is null)
  with check (network_id = current_network() and (confirmed_at is null or confirmed_by = current_person()));

create policy network_reads on support_check for select using (network_id = (select current_network()));
create policy keeper_checks on support_check for insert
  with check (network_id = current_network() and keeps_support(support_id) and by_person = current_person());

create policy network_reads on support_link for select using (network_id = (select current_network()));

create policy own_by_key on support_follower for select
  using (network_id = current_network() and digest = current_key());
create policy own_begins on support_follower for insert
  with check (network_id = current_network() and digest = current_key() and confirmed_at is null);
create policy own_goes_on on support_follower for update
  using (network_id = current_network() and digest = current_key()) with check (network_id = current_network());
create policy own_ends on support_follower for delete
  using (network_id = current_network() and digest = current_key());

create policy follower_says on support_outcome for insert
  with check (network_id = current_network() and key_follower() is not null);

create policy keeper_is_reminded on support for update
  using (network_id = current_network() and keeps_supports_of(giver)) with check (network_id = current_network());
create policy worker_finds on support for select to samsyn_queue using (true);
create policy worker_reads on support_version for select to samsyn_queue using (true);
create policy worker_asks on support_link for all to samsyn_queue using (true) with check (true);
create policy worker_finds on support_follower for all to samsyn_queue using (true);

create trigger tell after insert or update or delete on organisation for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on support_version for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on support_check for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on support_link for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on support_outcome for each statement execute function tell_of_change();

grant select, insert on organisation, support, support_version, support_check to samsyn_program;
grant select on support_link to samsyn_program;
grant update (confirmed_at, confirmed_by, dropped_at) on support_version to samsyn_program;
grant select, insert, delete on support_follower to samsyn_program;
grant update (told, confirmed_at, asked_at, answered_at) on support_follower to samsyn_program;
grant insert on support_outcome to samsyn_program;
grant update (reminded_at) on support to samsyn_program;
grant select on support to samsyn_queue;
grant select on support_version to samsyn_queue;
grant select, insert, update on support_link to samsyn_queue;
grant select (network_id, id, begun_at, confirmed_at), delete on support_follower to samsyn_queue;
grant select (organisation) on role_grant to samsyn_queue;

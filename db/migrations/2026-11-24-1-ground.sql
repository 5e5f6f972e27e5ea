-- The ground: networks, municipalities, people and their roles, the audit log, mail.
--
-- The program connects as a member of samsyn_program, which owns nothing and cannot bypass row-level security.
-- Each transaction says which network and which person it speaks for; roles are read from role_grant here, so that
-- the program can claim to be a person but never to hold a role.

revoke create on schema public from public;

create function current_network() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('samsyn.network', true), '')::uuid $$;

create function current_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('samsyn.person', true), '')::uuid $$;

create table network (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  about jsonb not null check (about ? 'sv' and about ? 'en'),
  contact jsonb not null check (contact ? 'sv' and contact ? 'en'),
  -- Host names under which the network is reached; a single network answers to any.
  hosts text[] not null default '{}',
  has_example_data boolean not null default false,
  created_at timestamptz not null default now()
);

create table municipality (
  network_id uuid not null references network,
  code text not null check (code <> ''),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  county text,
  -- GeoJSON geometry in WGS84; null where the network has no map.
  boundary jsonb,
  primary key (network_id, code),
  unique (network_id, slug)
);

create table person (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email) and email like '_%@_%'),
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table role_grant (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person,
  role text not null check (role in ('partner', 'officer', 'leader', 'coordinator', 'operator')),
  municipality text,
  granted_at timestamptz not null,
  granted_by uuid references person,
  revoked_at timestamptz,
  revoked_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  check ((role in ('officer', 'leader')) = (municipality is not null))
);
create unique index role_grant_active on role_grant (network_id, person_id, role, municipality)
  nulls not distinct where revoked_at is null;

create function has_role(wanted text, in_municipality text default null) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from role_grant
     where network_id = current_network() and person_id = current_person() and role = wanted
       and revoked_at is null and (in_municipality is null or municipality = in_municipality)) $$;

create function is_member() returns boolean language sql stable security definer set search_path = public as
$$ select exists (
     select from role_grant
     where network_id = current_network() and person_id = current_person() and revoked_at is null) $$;

-- The first network of an installation is founded by whoever holds the founding code, before any role exists.
create function is_unfounded() returns boolean language sql stable security definer set search_path = public as
$$ select not exists (select from network) $$;

create function is_being_founded() returns boolean language sql stable security definer set search_path = public as
$$ select not exists (select from role_grant) $$;

create function shares_network(other_person uuid) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from role_grant where network_id = current_network() and person_id = other_person) $$;

-- Answers whom a sign-in link may be sent to. Only the answer leaves, never the list.
create function person_to_sign_in(wanted_email text) returns uuid
language sql stable security definer set search_path = public as
$$ select person.id from person
   where person.email = lower(wanted_email) and exists (
     select from role_grant
     where role_grant.person_id = person.id and network_id = current_network() and revoked_at is null) $$;

-- An address that is already a person's is reused when they are invited to another network.
create function person_with_email(wanted_email text) returns uuid
language sql stable security definer set search_path = public as
$$ select person.id from person
   where person.email = lower(wanted_email) and (has_role('coordinator') or is_being_founded()) $$;

create table audit_entry (
  network_id uuid not null references network,
  id bigint generated always as identity,
  at timestamptz not null,
  by_person uuid references person,
  did text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  primary key (network_id, id)
);
create index audit_entry_of_subject on audit_entry (network_id, subject_kind, subject_id, id desc);

create table mail_message (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  -- Emptied once sent when it carries a secret (a sign-in link).
  body text not null,
  holds_secret boolean not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'shown', 'failed')),
  reason text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (network_id, id)
);

create table rate_limit (
  key text primary key,
  window_start timestamptz not null,
  hits int not null
);

alter table network enable row level security;
alter table municipality enable row level security;
alter table person enable row level security;
alter table role_grant enable row level security;
alter table audit_entry enable row level security;
alter table mail_message enable row level security;

create policy anyone_reads on network for select using (true);
create policy coordinator_edits on network for update using (id = current_network() and has_role('coordinator'))
  with check (id = current_network());
create policy first_is_founded on network for insert with check (is_unfounded());

create policy network_reads on municipality for select using (network_id = current_network());
create policy founder_adds on municipality for insert
  with check (network_id = current_network() and is_being_founded());

-- What does not depend on the row stands in a subquery of its own, which is asked once and not for each row.
create policy self_and_members_read on person for select using (
  id = (select current_person()) or ((select is_member()) and shares_network(id)));
create policy coordinator_invites on person for insert with check (has_role('coordinator') or is_being_founded());

create policy own_and_members_read on role_grant for select using (network_id = current_network() and (select is_member()));
create policy coordinator_grants on role_grant for insert
  with check (network_id = current_network() and (has_role('coordinator') or is_being_founded()));
create policy coordinator_revokes on role_grant for update
  using (network_id = current_network() and has_role('coordinator'))
  with check (network_id = current_network());

-- What was done to a cell is told to every member, what was done to people and roles to the coordinator.
create policy members_read on audit_entry for select using (
  network_id = current_network()
  and ((select has_role('coordinator')) or ((select is_member()) and subject_kind <> 'person')));
create policy doer_writes on audit_entry for insert with check (
  network_id = current_network() and by_person is not distinct from current_person());

-- Mail is written by whoever causes it and read by the worker's own role alone: it may hold a sign-in link.
create policy anyone_queues on mail_message for insert to samsyn_program
  with check (network_id = current_network() and state = 'queued');
create policy worker_delivers on mail_message for all to samsyn_queue using (true);

grant usage on schema public to samsyn_program;
grant select, insert, update on network to samsyn_program;
grant select, insert on municipality, person, audit_entry to samsyn_program;
grant select, insert on role_grant to samsyn_program;
grant update (revoked_at, revoked_by) on role_grant to samsyn_program;
grant insert on mail_message to samsyn_program;
grant usage on schema public to samsyn_queue;
grant select on mail_message to samsyn_queue;
grant update (state, reason, settled_at, body) on mail_message to samsyn_queue;
grant select, insert, update, delete on rate_limit to samsyn_program;

-- Cached public pages are dropped when anything they may show has changed.
create function tell_of_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('samsyn_changed', coalesce(current_setting('samsyn.network', true), ''));
  return null;
end $$;
create trigger tell after insert or update or delete on network for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on municipality for each statement execute function tell_of_change();

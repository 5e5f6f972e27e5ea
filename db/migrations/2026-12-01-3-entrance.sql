-- The entrance: what a company has begun to write, and what is done behind its private address.

-- A matter that is not sent yet. It has its id and its private address from the first step; whoever has that address, and
-- nobody else, reads and writes it. What is sent is deleted here, and what nobody has come back to for long is forgotten.
create table matter_draft (
  network_id uuid not null references network,
  -- The id of the matter that it becomes: what is sent twice is there once.
  id uuid not null,
  digest bytea not null,
  -- What was typed, right or wrong, by step and field: `{"topic": {"topic": "bygga"}}`.
  written jsonb not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, digest)
);
create index matter_draft_oldest on matter_draft (changed_at);

create table matter_draft_file (
  network_id uuid not null,
  id uuid not null default gen_random_uuid(),
  draft_id uuid not null,
  name text not null check (name <> ''),
  media_type text not null,
  bytes bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, draft_id) references matter_draft (network_id, id) on delete cascade
);
create index matter_draft_file_of_draft on matter_draft_file (network_id, draft_id);

alter table matter_draft enable row level security;
alter table matter_draft_file enable row level security;

create policy holder_writes on matter_draft
  using (network_id = current_network() and digest = current_key())
  with check (network_id = current_network() and digest = current_key());
create policy holder_writes on matter_draft_file
  using (network_id = current_network() and draft_id in (select id from matter_draft))
  with check (network_id = current_network() and draft_id in (select id from matter_draft));
-- The worker forgets what nobody has come back to, without reading it.
create policy worker_forgets on matter_draft to samsyn_queue using (true);

grant select, insert, delete on matter_draft, matter_draft_file to samsyn_program;
grant update (written, changed_at) on matter_draft to samsyn_program;
grant select (network_id, id, changed_at), delete on matter_draft to samsyn_queue;

-- What came of looking through a file. What was found to be harmful is not kept.
create function settle_scan(of_file uuid, result text) returns void
language sql volatile security definer set search_path = public as
$$ update matter_file set scan = result, bytes = case result when 'infected' then ''::bytea else bytes end
   where network_id = current_network() and id = of_file and matter_id = key_matter() and scan = 'waiting' $$;

-- Whom a company deals with in its matter: who owns a part of it, has spoken in it, or has looked at it.
create function people_in_key_matter() returns table (person_id uuid, name text)
language sql stable security definer set search_path = public as
$$ select id, person.name from person
   where id in (
     select owner_id from matter_part where network_id = current_network() and matter_id = key_matter()
     union select e.person_id from matter_entry e
       where network_id = current_network() and matter_id = key_matter() and state = 'sent'
     union select a.person_id from matter_access a where network_id = current_network() and matter_id = key_matter()) $$;

-- Who is written to when the company does something: who has it; else the desk's owner, its deputy, any officer of the
-- municipality that leads; else the coordinator. Only those who hold the role still.
create function answerers_of_key_matter() returns table (email text)
language sql stable security definer set search_path = public as
$$ with lead as (
     select municipality, p.owner_id, desk.owner_id as desk_owner, desk.deputy_id
     from matter_part p left join desk using (network_id, municipality)
     where network_id = current_network() and matter_id = key_matter() and role = 'lead' and left_at is null
       and (p.desk_id is null or desk.id = p.desk_id)),
   ranked as (
     select g.person_id,
       case g.person_id when lead.owner_id then 1 when lead.desk_owner then 2 when lead.deputy_id then 3 else 4 end as rank
     from lead join role_grant g on g.network_id = current_network() and g.role = 'officer'
       and g.municipality = lead.municipality and g.revoked_at is null
     union all
     select person_id, 5 from role_grant
     where network_id = current_network() and role = 'coordinator' and revoked_at is null)
   select distinct person.email from ranked join person on person.id = ranked.person_id
   where key_matter() is not null and rank = (select min(rank) from ranked) $$;

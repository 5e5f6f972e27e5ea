-- How matters move between town halls and desks, and why.

-- Public pages show which desks there are.
create trigger tell after insert or update or delete on desk for each statement execute function tell_of_change();

-- The lead goes from one town hall to another within a transaction; at its end there is one.
drop index matter_part_one_lead;
alter table matter_part add constraint matter_part_one_lead
  exclude using btree (network_id with =, matter_id with =) where (role = 'lead' and left_at is null)
  deferrable initially deferred;

-- A company sees who has its matter now, never who has said that it is not theirs.
drop policy those_of_it_see on matter_part;
create policy those_of_it_see on matter_part for select using (
  network_id = (select current_network())
  and (municipality = any ((select municipalities_as('officer') || municipalities_as('leader'))::text[])
    or case when left_at is null then reads_matter(matter_id) else works_on_matter(matter_id) end));

-- Who has passed a matter on is let in again by whoever works on it.
drop policy own_stance on matter_part;
create policy own_stance on matter_part for update
  using (network_id = current_network() and current_key() is null
    and (has_role('officer', municipality) or answers_matter(matter_id)
      or ((left_at is not null or has_role('coordinator')) and works_on_matter(matter_id))))
  with check (network_id = current_network());

-- Whom the company's log says was let in.
alter table matter_access add column let_in text;
alter table matter_access add foreign key (network_id, let_in) references municipality (network_id, code);

-- What town halls have said of where a matter belongs: added to, never changed. The company reads none of it.
create table matter_move (
  network_id uuid not null,
  id bigint generated always as identity,
  matter_id uuid not null,
  did text not null check (did in ('takes', 'noted', 'desk', 'passed-on', 'shared', 'lead', 'role', 'left')),
  -- For which municipality somebody did it; null is the coordinator.
  municipality text,
  -- Whose part it is about; null is the coordinator to whom it was passed on.
  concerns text,
  role text check (role in ('lead', 'contributor', 'informed')),
  desk_id text,
  reason text not null,
  at timestamptz not null,
  by uuid not null references person,
  primary key (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, concerns) references municipality (network_id, code),
  foreign key (network_id, concerns, desk_id) references desk (network_id, municipality, id)
);
create index matter_move_of_matter on matter_move (network_id, matter_id, id);

alter table matter_move enable row level security;
create policy those_of_it_read on matter_move for select using (
  network_id = (select current_network()) and works_on_matter(matter_id));
create policy those_of_it_move on matter_move for insert with check (
  network_id = current_network() and by = current_person() and works_on_matter(matter_id)
  and case when municipality is null then has_role('coordinator') else has_role('officer', municipality) end);
grant select, insert on matter_move to samsyn_program;

-- The matters of a municipality, on which other rules are tried: what its officer reads anyhow, asked once and not once a row.
create function past_matters(at_municipality text)
returns table (id uuid, year int, number int, subject text, locality text, topic_id text, size text, branch text, answers jsonb)
language sql stable security definer set search_path = public as $$
  select m.id, m.year, m.number, t.subject, t.locality, m.topic_id, m.size, m.branch, m.answers
  from matter m join matter_text t on t.network_id = m.network_id and t.matter_id = m.id
  where m.network_id = current_network() and has_role('officer', at_municipality)
    and m.readers @> array[at_municipality]
  order by m.received_at desc, m.id $$;

-- Whom the worker writes to when a matter has come to a municipality (null is the coordinator): whoever answers at its
-- desk, else their deputy, else all officers there, else the coordinator.
create function receivers_of(in_network uuid, of_matter uuid, at_municipality text)
returns table (person_id uuid, email text) language sql stable security definer set search_path = public as $$
  with holders as (
    select distinct g.person_id, g.role, g.municipality from role_grant g
    where g.network_id = in_network and g.revoked_at is null and g.role in ('officer', 'coordinator')),
  ranked as (
    select h.person_id, case h.person_id when coalesce(p.owner_id, d.owner_id) then 1 when d.deputy_id then 2 else 3 end as rank
    from holders h
    left join matter_part p on p.network_id = in_network and p.matter_id = of_matter and p.municipality = at_municipality
    left join desk d on d.network_id = in_network and d.municipality = at_municipality and d.id = p.desk_id
    where h.role = 'officer' and h.municipality = at_municipality
    union all
    select h.person_id, 4 from holders h where h.role = 'coordinator')
  select distinct person.id, person.email from ranked join person on person.id = ranked.person_id
  where ranked.rank = (select min(rank) from ranked) $$;
revoke execute on function receivers_of from public;
grant execute on function receivers_of to samsyn_queue;

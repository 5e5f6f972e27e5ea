-- The framework on any day: what a part of it said before is kept when it changes, and never rewritten.

-- The moment that a transaction speaks of; unless it says otherwise, what holds now.
create function as_of() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('samsyn.as_of', true), '')::timestamptz, 'infinity') $$;

-- Since when a row says what it says. What was there before anybody wrote it down has been so for as long as is known.
alter table programme add column valid_from timestamptz not null default '-infinity';
alter table goal add column valid_from timestamptz not null default '-infinity';
alter table area add column valid_from timestamptz not null default '-infinity';
alter table intervention add column valid_from timestamptz not null default '-infinity';

create table framework_past (
  network_id uuid not null references network,
  kind text not null check (kind in ('programme', 'goal', 'area', 'intervention')),
  -- Empty for the programme, of which there is one.
  id text not null,
  version int not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- The row as it was.
  said jsonb not null,
  primary key (network_id, kind, id, version)
);

alter table framework_past enable row level security;
create policy network_reads on framework_past for select using (network_id = (select current_network()));
grant select on framework_past to samsyn_program;

-- Written by the database itself, in its owner's name: nobody can forget it, and nobody can write another past.
create function keep_past() returns trigger language plpgsql security definer set search_path = public as $$
declare was jsonb := to_jsonb(old);
begin
  insert into framework_past (network_id, kind, id, version, valid_from, valid_until, said)
  values (old.network_id, tg_table_name, coalesce(was ->> 'id', ''), old.version, old.valid_from, new.valid_from, was);
  return null;
end $$;
create trigger keep_past after update on programme for each row execute function keep_past();
create trigger keep_past after update on goal for each row execute function keep_past();
create trigger keep_past after update on area for each row execute function keep_past();
create trigger keep_past after update on intervention for each row execute function keep_past();

-- Each as it was at the moment that the transaction speaks of.
create view programme_then with (security_invoker = true) as
  select * from programme where valid_from <= as_of()
  union all
  select (jsonb_populate_record(null::programme, said)).* from framework_past
  where kind = 'programme' and valid_from <= as_of() and as_of() < valid_until;
create view goal_then with (security_invoker = true) as
  select * from goal where valid_from <= as_of()
  union all
  select (jsonb_populate_record(null::goal, said)).* from framework_past
  where kind = 'goal' and valid_from <= as_of() and as_of() < valid_until;
create view area_then with (security_invoker = true) as
  select * from area where valid_from <= as_of()
  union all
  select (jsonb_populate_record(null::area, said)).* from framework_past
  where kind = 'area' and valid_from <= as_of() and as_of() < valid_until;
create view intervention_then with (security_invoker = true) as
  select * from intervention where valid_from <= as_of()
  union all
  select (jsonb_populate_record(null::intervention, said)).* from framework_past
  where kind = 'intervention' and valid_from <= as_of() and as_of() < valid_until;
grant select on programme_then, goal_then, area_then, intervention_then to samsyn_program;

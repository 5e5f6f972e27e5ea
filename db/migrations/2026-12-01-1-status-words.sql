-- How each network words the statuses: one more part of its framework, kept in versions as the others are. The id is what
-- the rules rest on and never changes; `not-reported` is how a cell stands where nobody has spoken.
create table status (
  network_id uuid not null references network,
  id text not null check (id in ('planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped', 'not-reported')),
  position int not null,
  name jsonb not null check (name ? 'sv' and name ? 'en'),
  -- What it means.
  text jsonb not null,
  -- Since when it is not to be chosen any more.
  retired_at timestamptz,
  version int not null default 1,
  valid_from timestamptz not null default '-infinity',
  primary key (network_id, id)
);
-- Two statuses with the same word could not be told apart, in use or not. Who reads English sees the Swedish where it is empty.
create unique index status_word_sv on status (network_id, lower(name ->> 'sv'));
create unique index status_word_en on status (network_id, lower(coalesce(nullif(name ->> 'en', ''), name ->> 'sv')));

-- The words that a network begins with.
create function word_the_statuses(network uuid) returns void language sql as $$
  insert into status (network_id, id, position, name, text)
  select network, id, position, jsonb_build_object('sv', sv, 'en', en), jsonb_build_object('sv', text_sv, 'en', text_en)
  from (values
    ('planned', 1, 'Planerad', 'Planned',
     'Bestämt, men inte påbörjat.',
     'Decided, but not begun.'),
    ('on-plan', 2, 'Enligt plan', 'On plan',
     'Arbetet pågår och håller tiden.',
     'Work is under way and on time.'),
    ('delayed', 3, 'Försenad', 'Delayed',
     'Arbetet pågår men tar längre tid än tänkt.',
     'Work is under way but takes longer than intended.'),
    ('stuck', 4, 'Sitter fast', 'Stuck',
     'Något hindrar er som ni inte rår på själva. Skriv vad.',
     'Something beyond your control is in the way. Write what.'),
    ('done', 5, 'Genomförd', 'Done',
     'Klart. Inget mer väntas.',
     'Finished. Nothing more is expected.'),
    ('stopped', 6, 'Avbruten', 'Stopped',
     'Ni har slutat med det. Skriv varför.',
     'You have given it up. Write why.'),
    ('not-reported', 7, 'Inte rapporterat', 'Not reported',
     'Kommunen har inte sagt något om insatsen än. Det betyder inte att inget görs.',
     'The municipality has not said anything about the intervention yet. That does not mean that nothing is done.')
  ) as word (id, position, sv, en, text_sv, text_en)
$$;

-- No network is ever without them, however it comes to be.
create function word_new_networks_statuses() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform word_the_statuses(new.id);
  return null;
end $$;
create trigger word_statuses after insert on network for each row execute function word_new_networks_statuses();
select word_the_statuses(id) from network;
revoke execute on function word_the_statuses(uuid) from public;

alter table status enable row level security;
create policy network_reads on status for select using (network_id = (select current_network()));
create policy coordinator_edits on status for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());
grant select, update on status to samsyn_program;
create trigger tell after insert or update or delete on status for each statement execute function tell_of_change();

alter table framework_past drop constraint framework_past_kind_check;
alter table framework_past add check (kind in ('programme', 'goal', 'area', 'intervention', 'status'));
create trigger keep_past after update on status for each row execute function keep_past();
create view status_then with (security_invoker = true) as
  select * from status where valid_from <= as_of()
  union all
  select (jsonb_populate_record(null::status, said)).* from framework_past
  where kind = 'status' and valid_from <= as_of() and as_of() < valid_until;
grant select on status_then to samsyn_program;

-- The public figures of matters are told once: of a time that is over, on a day, and never changed. What is counted anew each
-- day tells whoever looks twice of the one matter that came between.

create table matter_release (
  network_id uuid not null references network,
  -- Of the matters that came from a day until before another; no matter is in two.
  from_day date not null,
  before_day date not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  is_example boolean not null,
  published_at timestamptz not null,
  primary key (network_id, is_example, from_day),
  check (from_day < before_day)
);

-- What could be subtracted from each other is counted for nobody but the worker.
drop function matter_counts(date, date);
drop function matter_days(date, date);
drop function matter_years();

-- How many matters came in each quarter, from its first day.
create function matters_by_quarter(of_network uuid, of_examples boolean) returns table (from_day date, matters int)
language sql stable security definer set search_path = public as
$$ select date_trunc('quarter', received_at at time zone 'Europe/Stockholm')::date, count(*)::int from matter
   where network_id = of_network and is_example = of_examples group by 1 order by 1 $$;

-- How many matters came and how they went.
create function matter_counts(of_network uuid, of_examples boolean, from_day date, before_day date) returns table (
  topic_id text, municipality text, first_word text, plan text, outcome text, verdict text, matters int)
language sql stable security definer set search_path = public as
$$ select matter.topic_id, part.municipality,
          case when first_word_at is null then 'none'
            when (first_word_at at time zone 'Europe/Stockholm')::date <= first_word_by then 'in-time' else 'late' end,
          case when planned_at is null then 'none'
            when (planned_at at time zone 'Europe/Stockholm')::date <= plan_by then 'in-time' else 'late' end,
          coalesce(outcome, 'open'), coalesce(verdict, 'none'), count(*)::int
   from matter left join matter_part as part on part.network_id = matter.network_id and part.matter_id = matter.id
     and part.role = 'lead' and part.left_at is null
   where matter.network_id = of_network and is_example = of_examples
     and matter.received_at >= (from_day::timestamp at time zone 'Europe/Stockholm')
     and matter.received_at < (before_day::timestamp at time zone 'Europe/Stockholm')
   group by 1, 2, 3, 4, 5, 6 $$;

-- From which day to which a first word or a plan took, and how often.
create function matter_days(of_network uuid, of_examples boolean, from_day date, before_day date) returns table (
  topic_id text, municipality text, what text, received_on date, came_on date, matters int)
language sql stable security definer set search_path = public as
$$ select matter.topic_id, part.municipality, said.what,
          (received_at at time zone 'Europe/Stockholm')::date, (said.came_at at time zone 'Europe/Stockholm')::date, count(*)::int
   from matter left join matter_part as part on part.network_id = matter.network_id and part.matter_id = matter.id
     and part.role = 'lead' and part.left_at is null
     cross join lateral (values ('first-word', first_word_at), ('plan', planned_at)) as said (what, came_at)
   where matter.network_id = of_network and is_example = of_examples and said.came_at is not null
     and matter.received_at >= (from_day::timestamp at time zone 'Europe/Stockholm')
     and matter.received_at < (before_day::timestamp at time zone 'Europe/Stockholm')
   group by 1, 2, 3, 4, 5 $$;

revoke execute on function matters_by_quarter, matter_counts, matter_days from public;
grant execute on function matters_by_quarter, matter_counts, matter_days to samsyn_queue;

-- Whether anything but examples has come; then the examples are told no more.
create function has_real_matters() returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from matter where network_id = current_network() and not is_example) $$;

alter table matter_release enable row level security;
create policy everybody_reads on matter_release for select using (
  network_id = (select current_network()) and is_example = not (select has_real_matters()));
create policy worker_tells on matter_release for all to samsyn_queue using (true) with check (true);
grant select on matter_release to samsyn_program;
grant select, insert on matter_release to samsyn_queue;

create trigger tell after insert or update or delete on matter_release for each statement execute function tell_of_change();

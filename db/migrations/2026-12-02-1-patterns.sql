-- What comes back in many town halls: patterns among the matters, what is made of them and what came of it; the public
-- figures of the matters; and how many companies there are, to see who is not heard.

-- The same obstacle in at least three municipalities: proposed by the program, confirmed or dismissed by a person.
create table pattern (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  topic_id text not null,
  -- `faded`: proposed, and not found any more before anybody decided.
  state text not null check (state in ('proposed', 'faded', 'confirmed', 'dismissed')),
  is_example boolean not null default false,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references person,
  -- When what came of it was written, once, and sent to the companies.
  returned_at timestamptz,
  returned_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, topic_id) references topic (network_id, id),
  check ((state in ('proposed', 'faded')) = (decided_at is null)),
  check (returned_at is null or state = 'confirmed')
);

-- Its words, written by the coordinator. The terms are what its matters have in common, as the program found them.
create table pattern_word (
  network_id uuid not null,
  pattern_id uuid not null,
  terms text[] not null default '{}',
  title text not null default '',
  obstacle text not null default '',
  -- Why it was dismissed.
  because text not null default '',
  -- What is asked of the leaders.
  asked text not null default '',
  came_of text not null default '',
  primary key (network_id, pattern_id),
  foreign key (network_id, pattern_id) references pattern (network_id, id)
);

-- Which matters carry it: found by the program (nobody), or added by somebody who reads the matter.
create table pattern_matter (
  network_id uuid not null,
  pattern_id uuid not null,
  matter_id uuid not null,
  added_at timestamptz not null,
  added_by uuid references person,
  -- When it was counted out again.
  left_at timestamptz,
  -- When its company's letter about what came of it was asked for, and when it was written: of each company's matters one.
  due_at timestamptz,
  told_at timestamptz,
  primary key (network_id, pattern_id, matter_id),
  foreign key (network_id, pattern_id) references pattern (network_id, id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create index pattern_of_matter on pattern_matter (network_id, matter_id);

-- What companies say of it, as the coordinator has written it anew, without names.
create table pattern_voice (
  network_id uuid not null,
  id bigint generated always as identity,
  pattern_id uuid not null,
  text text not null check (text <> ''),
  written_at timestamptz not null,
  written_by uuid references person,
  removed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, pattern_id) references pattern (network_id, id)
);

-- What it was raised to: a note to the leaders, or an intervention of the programme. Themes are a table of their own.
create table pattern_raised (
  network_id uuid not null,
  pattern_id uuid not null,
  kind text not null check (kind in ('note', 'intervention')),
  -- Empty for a note.
  intervention_id text not null default '',
  raised_at timestamptz not null,
  raised_by uuid references person,
  primary key (network_id, pattern_id, kind, intervention_id),
  foreign key (network_id, pattern_id) references pattern (network_id, id),
  check ((kind = 'intervention') = (intervention_id <> ''))
);
create index pattern_of_intervention on pattern_raised (network_id, intervention_id);

-- What a round table may talk about.
create table theme (
  network_id uuid not null references network,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  question text not null check (question <> ''),
  pattern_id uuid,
  made_at timestamptz not null,
  made_by uuid references person,
  primary key (network_id, id),
  foreign key (network_id, pattern_id) references pattern (network_id, id)
);

-- The one sentence of a pattern that everybody may read, while it is not taken back.
create table pattern_sentence (
  network_id uuid not null,
  pattern_id uuid not null,
  text text not null check (text <> ''),
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (network_id, pattern_id),
  foreign key (network_id, pattern_id) references pattern (network_id, id)
);

-- How many companies there are, by municipality, size and branch, as a source has counted them. The latest holds.
create table company_register (
  network_id uuid not null references network,
  id bigint generated always as identity,
  source text not null check (source <> ''),
  as_of date not null,
  -- `[{"municipality": "1440", "size": "1-9", "branch": "C", "companies": 120}]`; null where it is not told apart.
  counts jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid references person,
  primary key (network_id, id)
);

-- Who reads what -------------------------------------------------------------------------------------------------

create function has_matter_in_pattern(wanted uuid) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from pattern_matter as carried
     join matter on matter.network_id = carried.network_id and matter.id = carried.matter_id
     where carried.network_id = current_network() and carried.pattern_id = wanted and carried.left_at is null
       and matter.readers && municipalities_as('officer')) $$;

-- How many companies stand behind a pattern; without a known company nobody knows that it is another one.
create function pattern_companies(wanted uuid) returns int
language sql stable security definer set search_path = public as
$$ select count(distinct sender.company_id)::int from pattern_matter as carried
   join matter_sender as sender on sender.network_id = carried.network_id and sender.matter_id = carried.matter_id
   where carried.network_id = current_network() and carried.pattern_id = wanted and carried.left_at is null and is_member() $$;

-- The matters of a pattern without their words, for whoever reads the pattern; its number for those who read the matter.
create function matters_of_pattern(wanted uuid) returns table (
  matter_id uuid, year int, number int, municipalities text[], received_at timestamptz, added_by uuid, told_at timestamptz)
language sql stable security definer set search_path = public as
$$ select matter.id, case when works_on_matter(matter.id) then matter.year end,
          case when works_on_matter(matter.id) then matter.number end,
          coalesce((select array_agg(municipality order by municipality) from matter_part as part
            where part.network_id = matter.network_id and part.matter_id = matter.id and role <> 'informed' and left_at is null), '{}'),
          matter.received_at, carried.added_by, carried.told_at
   from pattern_matter as carried
   join pattern on pattern.network_id = carried.network_id and pattern.id = carried.pattern_id
   join matter on matter.network_id = carried.network_id and matter.id = carried.matter_id
   where carried.network_id = current_network() and carried.pattern_id = wanted and carried.left_at is null
     and (has_role('coordinator') or has_matter_in_pattern(wanted)
       or (pattern.state = 'confirmed' and (has_role('officer') or has_role('leader'))))
   order by matter.received_at, matter.id $$;

-- What may make a pattern, for the coordinator: what came through the common door, is not marked as secret or withdrawn,
-- and is in no pattern that somebody has decided on.
create function pattern_candidates(since timestamptz) returns table (
  id uuid, topic_id text, received_at timestamptz, is_example boolean, municipalities text[], terms text[], weights real[])
language sql stable security definer set search_path = public as
$$ select matter.id, matter.topic_id, matter.received_at, matter.is_example, part.municipalities, found.terms, found.weights
   from matter
   join matter_term as found on found.network_id = matter.network_id and found.matter_id = matter.id
   join matter_text as words on words.network_id = matter.network_id and words.matter_id = matter.id
   join (select matter_id, array_agg(municipality order by municipality) as municipalities from matter_part
         where network_id = current_network() and role <> 'informed' and left_at is null group by matter_id) as part
     on part.matter_id = matter.id
   where matter.network_id = current_network() and (select has_role('coordinator')) and matter.entrance is null
     and matter.received_at >= since and words.secrecy is null and matter.outcome is distinct from 'withdrawn'
     and not exists (
       select from pattern_matter as carried
       join pattern on pattern.network_id = carried.network_id and pattern.id = carried.pattern_id
       where carried.network_id = matter.network_id and carried.matter_id = matter.id and carried.left_at is null
         and pattern.state in ('confirmed', 'dismissed'))
   -- As many as are compared in half a second; a network of thirteen municipalities has a tenth of that in a year.
   order by matter.received_at desc, matter.id limit 10000 $$;

-- Whether a text names who has sent one of a pattern's matters: the company, whoever one meets there, an address.
create function names_sender(wanted uuid, said text) returns boolean
language sql stable security definer set search_path = public as
$$ select has_role('coordinator') and exists (
     select from pattern_matter as carried
     join matter_sender as sender on sender.network_id = carried.network_id and sender.matter_id = carried.matter_id
     left join company on company.network_id = sender.network_id and company.id = sender.company_id
     -- A contact that is one word is a title.
     cross join lateral (values (company.name, 0), (sender.contact_name, 1), (sender.email, 0), (sender.phone, 0),
       (company.organisation_number, 0)) as known (name, spaces)
     cross join lateral (select lower(trim(regexp_replace(known.name, '\s*\((exempel|example|publ)\)|\m(AB|HB|KB)\M', '', 'gi'))) as bare) as stripped
     where carried.network_id = current_network() and carried.pattern_id = wanted and carried.left_at is null
       and length(bare) > 3 and (spaces = 0 or position(' ' in bare) > 0) and position(bare in lower(said)) > 0) $$;

-- Of each company one matter, the one under way before the closed, and the latest: those that have not been told yet.
create function matters_to_tell(wanted uuid) returns setof uuid
language sql stable security definer set search_path = public as
$$ with carried as (
     select one.matter_id, one.due_at, coalesce(sender.company_id, one.matter_id) as who, matter.state, matter.received_at
     from pattern_matter as one
     join matter on matter.network_id = one.network_id and matter.id = one.matter_id
     left join matter_sender as sender on sender.network_id = one.network_id and sender.matter_id = one.matter_id
     where one.network_id = current_network() and one.pattern_id = wanted and one.left_at is null and has_role('coordinator'))
   select distinct on (who) matter_id from carried
   where not exists (select from carried as told where told.who = carried.who and told.due_at is not null)
   order by who, (state = 'closed'), received_at desc, matter_id $$;

-- What came of a pattern, for the company behind the current key, until it has been told.
create function pattern_answer_due(wanted uuid) returns table (title text, came_of text, locale text)
language sql stable security definer set search_path = public as
$$ select words.title, words.came_of, matter.locale from pattern_matter as carried
   join pattern on pattern.network_id = carried.network_id and pattern.id = carried.pattern_id
   join pattern_word as words on words.network_id = carried.network_id and words.pattern_id = carried.pattern_id
   join matter on matter.network_id = carried.network_id and matter.id = carried.matter_id
   where carried.network_id = current_network() and carried.pattern_id = wanted and carried.matter_id = key_matter()
     and carried.due_at is not null and carried.told_at is null and pattern.returned_at is not null $$;

-- Says it in that company's matter, for the network, once; true when it was said now. The matter itself does not move.
create function give_pattern_answer(wanted uuid, said text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public as $$
begin
  update pattern_matter set told_at = at
  where network_id = current_network() and pattern_id = wanted and matter_id = key_matter()
    and due_at is not null and told_at is null
    and exists (select from pattern where network_id = current_network() and id = wanted and returned_at is not null);
  if not found then return false; end if;
  insert into matter_entry (network_id, matter_id, side, kind, person_id, text, way, state, written_at, finished_at, sent_at)
  select network_id, key_matter(), 'town-hall', 'message', returned_by, said, 'page', 'sent', at, at, at
  from pattern where network_id = current_network() and id = wanted;
  return true;
end $$;

-- Public figures -------------------------------------------------------------------------------------------------

-- How many matters came and how they went. Numbers alone: no matter, no word and no company stands in them. Example
-- matters are counted while there are no others.
create function matter_counts(from_day date, before_day date) returns table (
  quarter int, topic_id text, municipality text, first_word text, plan text, outcome text, verdict text, matters int)
language sql stable security definer set search_path = public as
$$ select extract(quarter from matter.received_at at time zone 'Europe/Stockholm')::int, matter.topic_id, part.municipality,
          case when first_word_at is null then 'none'
            when (first_word_at at time zone 'Europe/Stockholm')::date <= first_word_by then 'in-time' else 'late' end,
          case when planned_at is null then 'none'
            when (planned_at at time zone 'Europe/Stockholm')::date <= plan_by then 'in-time' else 'late' end,
          coalesce(outcome, 'open'), coalesce(verdict, 'none'), count(*)::int
   from matter left join matter_part as part on part.network_id = matter.network_id and part.matter_id = matter.id
     and part.role = 'lead' and part.left_at is null
   where matter.network_id = current_network()
     and matter.received_at >= (from_day::timestamp at time zone 'Europe/Stockholm')
     and matter.received_at < (before_day::timestamp at time zone 'Europe/Stockholm')
     and is_example = not exists (select from matter as real where real.network_id = current_network() and not real.is_example)
   group by 1, 2, 3, 4, 5, 6, 7 $$;

-- From which day to which a first word or a plan took, and how often.
create function matter_days(from_day date, before_day date) returns table (
  quarter int, topic_id text, municipality text, what text, received_on date, came_on date, matters int)
language sql stable security definer set search_path = public as
$$ select extract(quarter from matter.received_at at time zone 'Europe/Stockholm')::int, matter.topic_id, part.municipality, said.what,
          (received_at at time zone 'Europe/Stockholm')::date, (said.came_at at time zone 'Europe/Stockholm')::date, count(*)::int
   from matter left join matter_part as part on part.network_id = matter.network_id and part.matter_id = matter.id
     and part.role = 'lead' and part.left_at is null
     cross join lateral (values ('first-word', first_word_at), ('plan', planned_at)) as said (what, came_at)
   where matter.network_id = current_network() and said.came_at is not null
     and matter.received_at >= (from_day::timestamp at time zone 'Europe/Stockholm')
     and matter.received_at < (before_day::timestamp at time zone 'Europe/Stockholm')
     and is_example = not exists (select from matter as real where real.network_id = current_network() and not real.is_example)
   group by 1, 2, 3, 4, 5, 6 $$;

-- The years in which matters came, and whether all there is are examples.
create function matter_years() returns table (year int, is_example boolean)
language sql stable security definer set search_path = public as
$$ with own as (select received_at, is_example from matter where network_id = current_network())
   select distinct extract(year from received_at at time zone 'Europe/Stockholm')::int, is_example from own
   where is_example = not exists (select from own as real where not real.is_example)
   order by 1 desc $$;

-- Who is heard ---------------------------------------------------------------------------------------------------

-- Matters, visits and companies heard after one moment and until another, by where the company is, its size and its branch; of one's own
-- municipality for an officer, of all for the coordinator. Numbers only.
create function heard(since timestamptz, until timestamptz) returns table (
  municipality text, size text, branch text, matters int, visits int, companies int)
language sql stable security definer set search_path = public as
$$ with deeds as (
     select sender.company_id, coalesce(company.municipality, matter.places[1]) as municipality,
            coalesce(company.size, matter.size) as size, coalesce(company.branch, matter.branch) as branch, 1 as matters, 0 as visits
     from matter
     left join matter_sender as sender on sender.network_id = matter.network_id and sender.matter_id = matter.id
     left join company on company.network_id = sender.network_id and company.id = sender.company_id
     where matter.network_id = current_network() and matter.received_at > since and matter.received_at <= until
     union all
     select company.id, company.municipality, company.size, company.branch, 0, 1
     from company_visit as visit
     join company on company.network_id = visit.network_id and company.id = visit.company_id
     where visit.network_id = current_network() and visit.state = 'done'
       and visit.on_day > (since at time zone 'Europe/Stockholm')::date and visit.on_day <= (until at time zone 'Europe/Stockholm')::date)
   select municipality, size, branch, sum(matters)::int, sum(visits)::int, count(distinct company_id)::int
   from deeds
   where has_role('coordinator') or municipality = any (municipalities_as('officer'))
   group by 1, 2, 3 $$;

-- Rights ---------------------------------------------------------------------------------------------------------

alter table pattern enable row level security;
alter table pattern_word enable row level security;
alter table pattern_matter enable row level security;
alter table pattern_voice enable row level security;
alter table pattern_raised enable row level security;
alter table pattern_sentence enable row level security;
alter table theme enable row level security;
alter table company_register enable row level security;

create policy those_of_it_read on pattern for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator'))
    or (state = 'confirmed' and (select has_role('officer') or has_role('leader')))
    or has_matter_in_pattern(id)));
create policy coordinator_finds on pattern for insert
  with check (network_id = current_network() and has_role('coordinator') and state = 'proposed');
create policy coordinator_decides on pattern for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- A plain function: whoever reads a pattern.
create function reads_pattern(wanted uuid) returns boolean language sql stable as
$$ select exists (select from pattern where network_id = current_network() and id = wanted) $$;

create policy those_of_it_read on pattern_word for select
  using (network_id = (select current_network()) and reads_pattern(pattern_id));
create policy coordinator_writes on pattern_word for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_rewrites on pattern_word for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

create policy those_of_the_matter_read on pattern_matter for select using (
  network_id = (select current_network()) and ((select has_role('coordinator')) or works_on_matter(matter_id)));
-- What is added is read by whoever adds it: an officer's own matter, what came through the common door by the coordinator.
create policy those_of_the_matter_add on pattern_matter for insert with check (
  network_id = current_network() and works_on_matter(matter_id) and reads_pattern(pattern_id)
  and (added_by = current_person() or (added_by is null and has_role('coordinator'))));
create policy coordinator_counts on pattern_matter for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

-- Voices of fewer than three companies could be told apart.
create policy voices_of_many_are_read on pattern_voice for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or (reads_pattern(pattern_id) and pattern_companies(pattern_id) >= 3)));
create policy coordinator_writes on pattern_voice for insert
  with check (network_id = current_network() and has_role('coordinator') and written_by = current_person());
create policy coordinator_takes_away on pattern_voice for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

create policy those_of_it_read on pattern_raised for select
  using (network_id = (select current_network()) and reads_pattern(pattern_id));
create policy coordinator_raises on pattern_raised for insert
  with check (network_id = current_network() and has_role('coordinator') and raised_by = current_person());

create policy network_reads on pattern_sentence for select using (
  network_id = (select current_network()) and (withdrawn_at is null or (select has_role('coordinator'))));
create policy coordinator_publishes on pattern_sentence for insert
  with check (network_id = current_network() and has_role('coordinator'));
create policy coordinator_takes_back on pattern_sentence for update
  using (network_id = current_network() and has_role('coordinator')) with check (network_id = current_network());

create policy members_read on theme for select using (network_id = current_network() and (select is_member()));
create policy coordinator_makes on theme for insert
  with check (network_id = current_network() and has_role('coordinator') and made_by = current_person());

create policy members_read on company_register for select using (network_id = current_network() and (select is_member()));
create policy coordinator_enters on company_register for insert
  with check (network_id = current_network() and has_role('coordinator') and entered_by = current_person());

-- What is logged of a pattern is told to those who read it.
create policy of_patterns on audit_entry as restrictive for select using (
  case subject_kind when 'pattern' then reads_pattern(subject_id::uuid) else true end);

grant select, insert on pattern, pattern_word, pattern_matter, pattern_voice, pattern_raised, pattern_sentence, theme,
  company_register to samsyn_program;
grant update (state, decided_at, decided_by, returned_at, returned_by) on pattern to samsyn_program;
grant update (title, obstacle, because, asked, came_of, terms) on pattern_word to samsyn_program;
grant update (added_at, added_by, left_at, due_at) on pattern_matter to samsyn_program;
grant update (removed_at) on pattern_voice to samsyn_program;
grant update (text, published_at, withdrawn_at) on pattern_sentence to samsyn_program;

create trigger tell after insert or update or delete on pattern_sentence for each statement execute function tell_of_change();

-- The officer's day: what is due first, what is written and by whom, what is alike, and how the service was found.

alter table matter
  -- The next day that its plan has promised.
  add column step_by date,
  -- The day that is waited for: of the first word, then of the plan, then of the plan's next step.
  add column due_on date not null generated always as (
    case when state <> 'open' then 'infinity'::date
      when first_word_at is null then first_word_by
      when planned_at is null then plan_by
      else coalesce(step_by, 'infinity'::date) end) stored;
create index matter_due on matter (network_id, due_on, id) where state <> 'closed';
create index matter_closed on matter (network_id, closed_at desc, id) where state = 'closed';
create index matter_joined on matter (network_id, joined_to) where joined_to is not null;
create index matter_part_of_owner on matter_part (network_id, owner_id, matter_id) where left_at is null;

-- The law that stood in the way, where the outcome is that it was not possible.
alter table matter_text add column outcome_law text check (outcome_law <> '');

alter table matter_entry
  -- Of a draft: what a colleague has written since is not written over unseen.
  add column version int not null default 1 check (version > 0),
  -- Of a plan: `[{"on": "2026-12-12", "text": "…"}]`. What is sent has them in its text too.
  add column steps jsonb;
-- A town hall goes on with the text that it has begun, whoever of them began it.
create unique index matter_entry_one_draft on matter_entry (network_id, matter_id, coalesce(municipality, ''), kind)
  where state <> 'sent';

-- A company reads who has looked, and not how many times they loaded the page.
create unique index matter_access_read_once_a_day on matter_access
  (network_id, matter_id, person_id, ((at at time zone 'Europe/Stockholm')::date)) where did = 'read';

-- What a town hall often writes, with fields: `{företag}`.
create table answer_template (
  network_id uuid not null,
  municipality text not null,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  text text not null check (text <> ''),
  edited_at timestamptz not null,
  edited_by uuid references person,
  removed_at timestamptz,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- How the service was found, in the six factors that Insikt (SKR) asks about; apart from the matter's words.
create table service_rating (
  network_id uuid not null,
  matter_id uuid not null,
  -- The one that led when the matter was closed.
  municipality text not null,
  information smallint check (information between 1 and 5),
  availability smallint check (availability between 1 and 5),
  treatment smallint check (treatment between 1 and 5),
  competence smallint check (competence between 1 and 5),
  legal_certainty smallint check (legal_certainty between 1 and 5),
  efficiency smallint check (efficiency between 1 and 5),
  answered_at timestamptz not null,
  primary key (network_id, matter_id),
  foreign key (network_id, matter_id) references matter (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code)
);

-- What a matter's words come down to, so that others like it are found. Read through `matters_with` alone, which asks who reads.
create table matter_term (
  network_id uuid not null,
  matter_id uuid not null,
  terms text[] not null,
  -- How much of each there is, in the order of the terms.
  weights real[] not null,
  primary key (network_id, matter_id),
  foreign key (network_id, matter_id) references matter (network_id, id)
);
create index matter_term_by_term on matter_term using gin (terms);
-- Enough of the common terms are counted for the rest to be rare.
alter table matter_term alter column terms set statistics 300;

-- The matters that somebody may read the words of and that have one of the terms.
create function matters_with(wanted text[], most int) returns table (matter_id uuid, terms text[], weights real[])
language sql stable security definer set search_path = public as
$$ select found.matter_id, found.terms, found.weights
   from matter_term as found join matter on matter.network_id = found.network_id and matter.id = found.matter_id
   where found.network_id = current_network() and found.terms && wanted
     and (matter.readers && (select municipalities_as('officer'))
       or (matter.entrance is null and (select has_role('coordinator'))))
   limit most $$;

-- How great a share of the matters has a term, as the planner knows it; a rare term is not in the answer.
create function term_shares(wanted text[]) returns table (term text, share real)
language sql stable security definer set search_path = public as
$$ select common.term, common.share
   from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (term, share)
   where schemaname = 'public' and tablename = 'matter_term' and attname = 'terms' and common.term = any (wanted) $$;

-- How the service of one's own municipalities was found. Of few answers each could be told, so they are not shown.
create function service_figures() returns table (municipality text, factor text, answers int, mean real)
language sql stable security definer set search_path = public as
$$ select rating.municipality, factor, count(value)::int, case when count(value) >= 5 then avg(value)::real end
   from service_rating as rating
     cross join lateral (values ('information', information), ('availability', availability), ('treatment', treatment),
       ('competence', competence), ('legal-certainty', legal_certainty), ('efficiency', efficiency)) as said (factor, value)
   where network_id = current_network()
     and rating.municipality = any (municipalities_as('officer') || municipalities_as('leader'))
   group by 1, 2 $$;

alter table answer_template enable row level security;
alter table service_rating enable row level security;
alter table matter_term enable row level security;

create policy own_officers_read on answer_template for select using (
  network_id = (select current_network()) and municipality = any ((select municipalities_as('officer'))::text[]));
create policy own_officers_add on answer_template for insert
  with check (network_id = current_network() and has_role('officer', municipality));
create policy own_officers_edit on answer_template for update
  using (network_id = current_network() and has_role('officer', municipality))
  with check (network_id = current_network() and has_role('officer', municipality));

create policy sender_reads on service_rating for select using (network_id = current_network() and matter_id = key_matter());
create policy sender_rates on service_rating for insert with check (
  network_id = current_network() and matter_id = key_matter()
  and exists (select from matter where id = matter_id and state = 'closed')
  and exists (select from matter_part as part where part.matter_id = service_rating.matter_id
    and part.municipality = service_rating.municipality and role = 'lead' and left_at is null));
create policy sender_rates_anew on service_rating for update
  using (network_id = current_network() and matter_id = key_matter()) with check (network_id = current_network());

create policy those_of_it_add on matter_term for insert with check (network_id = current_network() and reads_matter(matter_id));

grant select, insert on answer_template, service_rating to samsyn_program;
grant insert on matter_term to samsyn_program;
grant update (name, text, edited_at, edited_by, removed_at) on answer_template to samsyn_program;
grant update (information, availability, treatment, competence, legal_certainty, efficiency, answered_at)
  on service_rating to samsyn_program;
grant update (step_by) on matter to samsyn_program;
grant update (outcome_law) on matter_text to samsyn_program;
grant update (person_id, steps, version, written_at) on matter_entry to samsyn_program;

-- What is known in figures: of which place, in which year, from which source, and since when. A figure is never changed or
-- taken away: what is known later is written beside it. Cubes and standings are derived from the figures, in the transaction
-- that writes them, and can be made anew.

-- Who keeps figures: the coordinator, and each municipality's own people for it.
create function keeps_figures() returns boolean language sql stable parallel safe as
$$ select has_role('coordinator') or has_role('officer') or has_role('leader') $$;

create table source (
  network_id uuid not null references network,
  id text not null,
  publisher text not null,
  title text not null,
  url text,
  licence text not null,
  licence_url text,
  vintage text not null,
  retrieved_on text,
  note jsonb not null,
  primary key (network_id, id)
);

-- One thing that is counted, by one source, in one way.
create table series (
  network_id uuid not null references network,
  id int not null generated always as identity,
  -- 'kolada:N02201', 'pxweb:…', 'own:<indicator>'.
  key text not null check (key ~ '^[a-z]+:\S+$'),
  -- As its source called it when the series was begun: an id that has been given to something else is noticed by it.
  title text,
  primary key (network_id, id),
  unique (network_id, key)
);

-- One occasion on which figures came to be known.
create table retrieval (
  network_id uuid not null references network,
  id int not null generated always as identity,
  -- When the network knew it. Every "as known on" is about this moment.
  known_at timestamptz not null,
  way text not null check (way in ('planted', 'kolada', 'pxweb', 'file', 'hand')),
  source_id text not null,
  -- The source's own date, as far as it is known: a year, a month or a day.
  retrieved_on text,
  by_person uuid references person,
  -- Entered by one, confirmed by another.
  confirmed_by uuid references person check (confirmed_by <> by_person),
  primary key (network_id, id),
  foreign key (network_id, source_id) references source (network_id, id)
);

-- The truth. No foreign keys: millions come at once, their series and retrieval are made in the same transaction by the same
-- code, and the check of the cubes finds an orphan.
create table figure (
  network_id uuid not null,
  series_id int not null,
  -- 0 all, 1 women, 2 men
  gender smallint not null check (gender between 0 and 2),
  year smallint not null check (year between 1900 and 2100),
  place text not null check (place <> ''),
  retrieval_id int not null,
  value double precision check (value not in ('NaN', 'Infinity', '-Infinity')),
  -- By its place in the list of reasons in the code, where new ones are added last.
  missing smallint check (missing between 0 and 9),
  is_preliminary boolean not null default false,
  note text,
  primary key (network_id, series_id, gender, year, place, retrieval_id),
  -- A missing value always says why, and is never a zero.
  check ((value is null) <> (missing is null))
);

-- Everything that is known now of one series and gender, in one row: a page reads a handful of these instead of thousands
-- of figures.
create table cube (
  network_id uuid not null,
  series_id int not null,
  gender smallint not null check (gender between 0 and 2),
  first_year smallint not null,
  places text[] not null,
  -- Bytes of a cell: 4 where that holds every value exactly, else 8.
  width smallint not null check (width in (4, 8)),
  -- Year by year, in each the places in their order. A missing value is a NaN that carries its reason.
  cells bytea not null,
  -- A bit for each cell; null where none is preliminary.
  preliminary bytea,
  -- The retrievals that its cells came with, and which of them each cell came with; null where it is one.
  retrievals int[] not null,
  retrieval_of bytea,
  -- By the cell's number; null where there are none.
  notes jsonb,
  primary key (network_id, series_id, gender)
);

-- How a place stands among all in a series, in the year that is common to most of them; and its own latest value.
create table standing (
  network_id uuid not null,
  place text not null,
  series_id int not null,
  gender smallint not null check (gender between 0 and 2),
  -- The series and gender once more; the latest year and value; the common year, the value in it, the rank counted from the
  -- highest value, how many share it, and how many have a value.
  packed bytea not null check (
    length(packed) = 32 and substr(packed, 1, 6) = int4send(series_id) || int2send(gender)),
  -- Whoever reads a place's thousands of standings finds all of them beside one another in the key itself.
  primary key (network_id, place, series_id, gender) include (packed)
);

alter table source enable row level security;
alter table series enable row level security;
alter table retrieval enable row level security;
alter table figure enable row level security;
alter table cube enable row level security;
alter table standing enable row level security;

create policy network_reads on source for select using (network_id = current_network());
create policy network_reads on series for select using (network_id = current_network());
create policy network_reads on retrieval for select using (network_id = current_network());
create policy network_reads on figure for select using (network_id = (select current_network()));
create policy network_reads on cube for select using (network_id = current_network());
create policy network_reads on standing for select using (network_id = (select current_network()));

create policy keepers_add on source for insert with check (network_id = current_network() and (select keeps_figures()));
create policy keepers_add on series for insert with check (network_id = current_network() and (select keeps_figures()));
-- What was planted has no title until its source has been asked for the first time.
create policy keepers_title on series for update using (network_id = current_network() and title is null and (select keeps_figures()))
  with check (network_id = current_network());
create policy keepers_add on retrieval for insert with check (network_id = current_network() and (select keeps_figures()));
-- A municipality's people write its own figures, the coordinator everybody's.
create policy keepers_add on figure for insert with check (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or has_role('officer', place) or has_role('leader', place)));
create policy keepers_derive on cube for insert with check (network_id = current_network() and (select keeps_figures()));
create policy keepers_derive_again on cube for update using (network_id = current_network() and (select keeps_figures()))
  with check (network_id = current_network());
create policy keepers_derive on standing for insert
  with check (network_id = (select current_network()) and (select keeps_figures()));
create policy keepers_derive_again on standing for update
  using (network_id = (select current_network()) and (select keeps_figures()))
  with check (network_id = (select current_network()));

grant select, insert on source, series, retrieval, figure to samsyn_program;
grant update (title) on series to samsyn_program;
grant select, insert, update on cube, standing to samsyn_program;

create trigger tell after insert or update or delete on source for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on cube for each statement execute function tell_of_change();

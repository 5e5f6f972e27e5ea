-- Who wants a letter each month about what is new in the figures.
create table news_reader (
  network_id uuid not null references network,
  person_id uuid not null references person,
  locale text not null check (locale in ('sv', 'en')),
  since timestamptz not null,
  ended_at timestamptz,
  -- The last month that was told: a job that runs twice tells once.
  told_month text check (told_month ~ '^[0-9]{4}-[0-9]{2}$'),
  primary key (network_id, person_id)
);

alter table news_reader enable row level security;
create policy own_choice on news_reader for select using (network_id = current_network() and person_id = current_person());
create policy own_beginning on news_reader for insert
  with check (network_id = current_network() and person_id = current_person() and is_member());
create policy own_ending on news_reader for update using (network_id = current_network() and person_id = current_person())
  with check (network_id = current_network() and person_id = current_person());
-- The worker learns who is to be told; it tells them in their own name.
create policy worker_finds on news_reader for select to samsyn_queue using (true);

grant select, insert, update on news_reader to samsyn_program;
grant select on news_reader to samsyn_queue;

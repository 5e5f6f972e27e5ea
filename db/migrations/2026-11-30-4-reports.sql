-- The Word templates in which reports are had: a municipality's own, and the coordinator's for the region.
create table report_template (
  network_id uuid not null references network,
  -- The municipality's code; empty for the region.
  subject text not null,
  -- Counts what was sent. The latest holds, and an address may name an earlier one for ever.
  version int not null check (version > 0),
  name text not null check (length(name) between 1 and 200),
  -- Null where the template was taken away.
  bytes bytea check (length(bytes) <= 5242880),
  sent_by uuid not null references person,
  sent_at timestamptz not null,
  primary key (network_id, subject, version)
);

alter table report_template enable row level security;
create policy members_read on report_template for select using (network_id = current_network() and is_member());
create policy own_sending on report_template for insert with check (
  network_id = current_network() and sent_by = current_person()
  and case when subject = '' then has_role('coordinator') else has_role('officer', subject) end);

grant select, insert on report_template to samsyn_program;

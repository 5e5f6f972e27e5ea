-- What the municipalities do under the interventions, what shows that it happens, and the passing on of what was
-- somebody's to somebody else.

-- Whether somebody holds no role in a municipality any more. Nobody has not left.
create function has_left(who uuid, from_municipality text) returns boolean
language sql stable security definer set search_path = public as
$$ select who is not null and not exists (
     select from role_grant
     where network_id = current_network() and person_id = who and municipality = from_municipality
       and revoked_at is null) $$;

-- Whether of those who are responsible only some who have left are replaced, by somebody who is there or by nobody.
create function replaces_who_left(
  in_municipality text, owner_before uuid, deputy_before uuid, owner_after uuid, deputy_after uuid
) returns boolean language sql stable as
$$ select (owner_before, deputy_before) is distinct from (owner_after, deputy_after)
     and (owner_after is not distinct from owner_before
       or (has_left(owner_before, in_municipality) and not has_left(owner_after, in_municipality)))
     and (deputy_after is not distinct from deputy_before
       or (has_left(deputy_before, in_municipality) and not has_left(deputy_after, in_municipality))
       -- The deputy who becomes the owner is nobody's deputy any more.
       or (deputy_after is null and deputy_before = owner_after)) $$;

-- A word that only hands over repeats the one before it, its day and its speaker too: nobody has said anything anew.
alter table word
  add column handed_over_at timestamptz,
  add column handed_over_by uuid references person,
  add check ((handed_over_at is null) = (handed_over_by is null));

create function repeats_last_word(said word) returns boolean language sql stable as
$$ select exists (
     select from word as before
     where before.network_id = said.network_id and before.municipality = said.municipality
       and before.intervention_id = said.intervention_id and before.version = said.version - 1
       and (before.status, before.text, before.milestone, before.milestone_on, before.is_example,
            before.said_at, before.said_by)
         is not distinct from
           (said.status, said.text, said.milestone, said.milestone_on, said.is_example, said.said_at, said.said_by)) $$;

create function hands_over_for_who_left(said word) returns boolean language sql stable as
$$ select exists (
     select from word as before
     where before.network_id = said.network_id and before.municipality = said.municipality
       and before.intervention_id = said.intervention_id and before.version = said.version - 1
       and replaces_who_left(said.municipality, before.owner_id, before.deputy_id, said.owner_id, said.deputy_id)) $$;

create policy handing_over_repeats on word as restrictive for insert
  with check (handed_over_at is null or (handed_over_by = current_person() and repeats_last_word(word)));
-- The coordinator speaks for nobody, and may yet pass on what somebody has left behind.
create policy coordinator_hands_over on word for insert with check (
  network_id = current_network() and has_role('coordinator') and handed_over_at is not null
  and hands_over_for_who_left(word));

create table activity (
  network_id uuid not null references network,
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The one that leads it, and alone speaks of it.
  municipality text not null,
  -- The activity that it was copied from.
  taken_from text,
  added_at timestamptz not null,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  foreign key (network_id, taken_from) references activity (network_id, id)
);
create unique index activity_taken_once on activity (network_id, taken_from, municipality) where taken_from is not null;

-- What was said of an activity, as anybody may read it. The latest word holds; none is ever changed.
create table activity_word (
  network_id uuid not null,
  activity_id text not null,
  version int not null check (version > 0),
  intervention_id text not null,
  title text not null check (title <> ''),
  aim text not null check (aim <> ''),
  -- The administration, committee or company that does it.
  body text,
  -- The municipalities that do it together with the one that leads.
  joined text[] not null default '{}',
  starts_on date,
  ends_on date,
  -- `[{"number": 1, "text": "…", "on": "2027-03-01"}]`; a milestone keeps its number, `on` may be null.
  milestones jsonb not null default '[]',
  status text not null check (status in ('planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped')),
  is_example boolean not null default false,
  said_at timestamptz not null,
  said_by uuid references person,
  handed_over_at timestamptz,
  handed_over_by uuid references person,
  primary key (network_id, activity_id, version),
  foreign key (network_id, activity_id) references activity (network_id, id),
  foreign key (network_id, intervention_id) references intervention (network_id, id),
  check (ends_on >= starts_on),
  check ((handed_over_at is null) = (handed_over_by is null))
);

-- The part of a word that only members read.
create table activity_inside (
  network_id uuid not null,
  activity_id text not null,
  version int not null,
  text text not null,
  -- Why it is delayed or stopped, and what it is stuck on.
  reason text,
  -- Whole kronor; null is not known.
  budget bigint check (budget >= 0),
  paid_by text,
  owner_id uuid references person,
  deputy_id uuid references person,
  primary key (network_id, activity_id, version),
  foreign key (network_id, activity_id, version) references activity_word
);

-- What those who do it tell each other. It holds until the next version that has one.
create table activity_note (
  network_id uuid not null,
  activity_id text not null,
  version int not null,
  text text not null,
  primary key (network_id, activity_id, version),
  foreign key (network_id, activity_id, version) references activity_word
);

-- That a milestone was reached, and when; the latest of each holds, and null says that it was not reached after all.
create table milestone_reached (
  network_id uuid not null,
  activity_id text not null,
  milestone int not null,
  version int not null check (version > 0),
  reached_on date,
  said_at timestamptz not null,
  said_by uuid references person,
  primary key (network_id, activity_id, milestone, version),
  foreign key (network_id, activity_id) references activity (network_id, id)
);

-- What shows that something happens: an address here or elsewhere.
create table evidence (
  network_id uuid not null,
  activity_id text not null,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  address text not null check (address ~* '^(https?:/)?/[^/]'),
  added_at timestamptz not null,
  added_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (network_id, activity_id, id),
  foreign key (network_id, activity_id) references activity (network_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- What was passed on, from whom to whom; or to nobody yet, and why.
create table handover (
  network_id uuid not null,
  id bigint generated always as identity,
  municipality text not null,
  kind text not null check (kind in ('cell', 'activity')),
  -- An intervention's id, or an activity's.
  thing text not null,
  part text not null check (part in ('owner', 'deputy')),
  from_person uuid not null references person,
  to_person uuid references person,
  reason text check (reason <> ''),
  handed_over_at timestamptz not null,
  handed_over_by uuid not null references person,
  primary key (network_id, id),
  foreign key (network_id, municipality) references municipality (network_id, code),
  -- Nothing is left without an owner without a word of why.
  check (part = 'deputy' or (to_person is null) = (reason is not null))
);
create index handover_of_thing on handover (network_id, kind, thing, municipality, id desc);
create index handover_from on handover (network_id, from_person, id desc);

create function leads_activity(wanted text) returns boolean language sql stable as
$$ select exists (
     select from activity
     where network_id = current_network() and id = wanted and has_role('officer', municipality)) $$;

-- Whether somebody holds one of the roles in a municipality that leads the activity or joins in it.
create function takes_part_in(wanted text, as_roles text[]) returns boolean
language sql stable security definer set search_path = public as
$$ select exists (
     select from activity
     left join lateral (
       select joined from activity_word
       where activity_word.network_id = activity.network_id and activity_id = activity.id
       order by version desc limit 1) as latest on true
     join role_grant on role_grant.network_id = activity.network_id
       and (role_grant.municipality = activity.municipality or role_grant.municipality = any (latest.joined))
     where activity.network_id = current_network() and activity.id = wanted
       and role_grant.person_id = current_person() and role_grant.role = any (as_roles)
       and role_grant.revoked_at is null) $$;

create function repeats_last_activity_word(said activity_word) returns boolean language sql stable as
$$ select exists (
     select from activity_word as before
     where before.network_id = said.network_id and before.activity_id = said.activity_id
       and before.version = said.version - 1
       and (before.intervention_id, before.title, before.aim, before.body, before.joined, before.starts_on,
            before.ends_on, before.milestones, before.status, before.is_example, before.said_at, before.said_by)
         is not distinct from
           (said.intervention_id, said.title, said.aim, said.body, said.joined, said.starts_on,
            said.ends_on, said.milestones, said.status, said.is_example, said.said_at, said.said_by)) $$;

-- Whether what only members read goes with a word of the coordinator's that hands over, and changes nothing else.
create function hands_over_inside(said activity_inside) returns boolean language sql stable as
$$ select exists (
     select from activity_inside as before
     join activity_word using (network_id, activity_id)
     join activity on activity.network_id = before.network_id and activity.id = before.activity_id
     where before.network_id = said.network_id and before.activity_id = said.activity_id
       and before.version = said.version - 1
       and activity_word.version = said.version and activity_word.handed_over_by = current_person()
       and (before.text, before.reason, before.budget, before.paid_by)
         is not distinct from (said.text, said.reason, said.budget, said.paid_by)
       and replaces_who_left(
         activity.municipality, before.owner_id, before.deputy_id, said.owner_id, said.deputy_id)) $$;

alter table activity enable row level security;
alter table activity_word enable row level security;
alter table activity_inside enable row level security;
alter table activity_note enable row level security;
alter table milestone_reached enable row level security;
alter table evidence enable row level security;
alter table handover enable row level security;

create policy network_reads on activity for select using (network_id = (select current_network()));
create policy network_reads on activity_word for select using (network_id = (select current_network()));
create policy network_reads on milestone_reached for select using (network_id = (select current_network()));
create policy network_reads on evidence for select using (network_id = (select current_network()));
create policy members_read on activity_inside for select
  using (network_id = (select current_network()) and (select is_member()));
create policy members_read on handover for select
  using (network_id = (select current_network()) and (select is_member()));
create policy those_of_it_read on activity_note for select using (
  network_id = (select current_network())
  and ((select has_role('coordinator')) or takes_part_in(activity_id, '{officer,leader}')));

create policy own_officer_adds on activity for insert
  with check (network_id = current_network() and has_role('officer', municipality));
create policy own_officer_speaks on activity_word for insert
  with check (network_id = current_network() and leads_activity(activity_id));
create policy own_officer_speaks on activity_inside for insert
  with check (network_id = current_network() and leads_activity(activity_id));
create policy own_officer_speaks on activity_note for insert
  with check (network_id = current_network() and leads_activity(activity_id));
create policy handing_over_repeats on activity_word as restrictive for insert with check (
  handed_over_at is null or (handed_over_by = current_person() and repeats_last_activity_word(activity_word)));
create policy coordinator_hands_over on activity_word for insert
  with check (network_id = current_network() and has_role('coordinator') and handed_over_at is not null);
create policy coordinator_hands_over on activity_inside for insert with check (
  network_id = current_network() and has_role('coordinator') and hands_over_inside(activity_inside));
create policy officers_of_it_tell on milestone_reached for insert
  with check (network_id = current_network() and takes_part_in(activity_id, '{officer}'));
create policy officers_of_it_add on evidence for insert
  with check (network_id = current_network() and takes_part_in(activity_id, '{officer}'));
create policy officers_of_it_withdraw on evidence for update
  using (network_id = current_network() and withdrawn_at is null and takes_part_in(activity_id, '{officer}'))
  with check (network_id = current_network() and withdrawn_by = current_person());
create policy officer_or_coordinator_tells on handover for insert with check (
  network_id = current_network() and handed_over_by = current_person()
  and (has_role('coordinator') or has_role('officer', municipality)));

grant select, insert on activity, activity_word, activity_inside, activity_note, milestone_reached, evidence, handover
  to samsyn_program;
grant update (withdrawn_at, withdrawn_by) on evidence to samsyn_program;

create trigger tell after insert or update or delete on activity for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on activity_word for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on milestone_reached for each statement execute function tell_of_change();
create trigger tell after insert or update or delete on evidence for each statement execute function tell_of_change();

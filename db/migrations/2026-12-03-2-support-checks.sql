-- Who looked a support up: one of those who give it, or the network's coordinator. The public page says which, and no name.
alter table support_check add column by_giver boolean not null default false;

drop policy keeper_checks on support_check;
create policy keeper_checks on support_check for insert
  with check (network_id = current_network() and keeps_support(support_id) and by_person = current_person()
              and by_giver = exists (select from support
                                     where support.network_id = current_network() and support.id = support_id
                                       and is_partner_of(giver)));

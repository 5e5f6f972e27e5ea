-- Every letter to a participant stands with them; and an event that is moved after invitations have gone.

-- How often the day, the times or the place have changed since people were told of them: calendar programs take the file with
-- the higher number (RFC 5545, 3.8.7.4).
alter table event add column sequence int not null default 0 check (sequence >= 0);

alter table participant_letter drop constraint participant_letter_occasion_check;
alter table participant_letter add constraint participant_letter_occasion_check check (occasion in ('invitation', 'again',
  'reminder-early', 'reminder-late', 'delegate', 'seat', 'lapsed', 'withdrawn', 'cancelled', 'moved', 'seats', 'summary',
  'return-30', 'return-90', 'return-180', 'commitment'));

-- What was told of an event stood apart from the other letters.
insert into participant_letter (network_id, participant_id, occasion, sent_at)
select network_id, reader_id, case what when 'summary' then what else 'return-' || what end, sent_at
from event_letter where what <> 'countdown';
delete from event_letter where what <> 'countdown';
alter table event_letter drop constraint event_letter_what_check;
alter table event_letter add constraint event_letter_what_check check (what = 'countdown');
drop policy told_and_members_read on event_letter;
drop policy told_is_noted on event_letter;
create policy members_read on event_letter for select using (network_id = (select current_network()) and (select is_member()));
create policy told_is_noted on event_letter for insert with check (
  network_id = current_network() and reader_id = current_person() and has_role('coordinator'));
drop policy worker_finds on event_letter;
revoke select (network_id, event_id, reader_id, what) on event_letter from samsyn_queue;

-- Of these one is told once.
drop index participant_reminded;
create unique index participant_told_once on participant_letter (network_id, participant_id, occasion)
  where occasion in ('reminder-early', 'reminder-late', 'cancelled', 'summary', 'return-30', 'return-90', 'return-180');

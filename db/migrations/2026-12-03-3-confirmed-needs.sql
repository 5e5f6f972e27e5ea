-- What a stranger says at the door under a company's number counts once somebody who reads the company's letters has said that it
-- is so. What was said before there was such a letter stands as it was.
alter table skill_need add column confirmed_at timestamptz;
update skill_need set confirmed_at = said_at where way = 'door';
grant update (confirmed_at) on skill_need to samsyn_program;
grant select (confirmed_at) on skill_need to samsyn_queue;

-- The law: what is a record and what it is listed by, how long each kind is kept and by which decision, what is disposed of
-- and what a person may have erased.

-- Who is written to is said by one rule, in the program, which knows who is away.
drop function answerers_of_key_matter();
drop function receivers_of(uuid, uuid, text);

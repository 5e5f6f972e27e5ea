-- The one door into the queue: what leaves the process is asked for in the transaction that causes it.
-- The queue's own tables are out of the program's reach.
create function enqueue_job(kind text, payload jsonb) returns void
language sql security definer set search_path = graphile_worker, public as
$$ select graphile_worker.add_job(kind, payload::json, max_attempts => 12) $$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to samsyn_program;

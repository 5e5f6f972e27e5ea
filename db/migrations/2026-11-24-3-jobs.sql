-- The one door into the queue: what leaves the process is asked for in the transaction that causes it.
-- The queue's own tables are out of the program's reach.
create function enqueue_job(kind text, payload jsonb, run_at timestamptz default null, job_key text default null)
returns void language sql security definer set search_path = graphile_worker, public as
$$ select graphile_worker.add_job(kind, payload::json, run_at => enqueue_job.run_at, job_key => enqueue_job.job_key,
                                  max_attempts => 12) $$;
revoke execute on function enqueue_job from public;
grant execute on function enqueue_job to samsyn_program;

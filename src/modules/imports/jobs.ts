import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import { carryOutRun, type RunParts } from './actions/carry-out-run.ts'
import { forgetTables } from './actions/forget-tables.ts'
import { startDueRuns } from './actions/start-due-runs.ts'
import { failureLetter } from './pages/runs/failure-letter.ts'

/**
 * Fetches figures, when somebody has asked for them and each morning what is due by the sources' calendars; and removes
 * the tables that were sent and forgotten.
 */
export function importJobs(parts: Omit<RunParts, 'letter'> & { readonly origin: string }) {
  const { origin, ...rest } = parts
  const runParts: RunParts = { ...rest, letter: failureLetter(origin) }
  return [
    defineJob('imports.carry-out-run', z.object({ networkId: z.uuid(), run: z.uuid() }), (payload) =>
      carryOutRun(runParts, { networkId: payload.networkId, runId: payload.run }),
    ),
    defineJob('imports.start-due-runs', z.object({}), () => startDueRuns(parts), { at: '17 4 * * *' }),
    defineJob('imports.forget-tables', z.object({}), () => forgetTables(parts), { at: '41 3 * * *' }),
  ]
}

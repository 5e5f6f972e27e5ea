import { z } from 'zod'
import type { Visit } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { askForRun } from '../../actions/ask-for-run.ts'
import { endPlan } from '../../actions/end-plan.ts'
import { goOnWithSuccessor } from '../../actions/go-on-with-successor.ts'
import { replayRun } from '../../actions/replay-run.ts'
import { stopRun } from '../../actions/stop-run.ts'
import { inTransaction } from '#modules/accounts'
import * as store from '../../store.ts'
import { runTextsIn } from './run-texts.ts'

/** What a button on the pages of plans and runs asks for. */
export const RunDeed = z.object({
  do: z.enum(['changes', 'all', 'replay', 'stop', 'end', 'go-on']),
  plan: z.uuid().optional(),
  key: z.string().max(200).default(''),
  from: z.string().trim().max(20).default(''),
})
export type RunDeed = z.infer<typeof RunDeed>

/** Fetches what is new of a plan; answers the run to look at. Null where no plan was named. */
export async function doOnOverview(visit: Visit, deed: RunDeed): Promise<Outcome<string, string> | null> {
  return deed.plan === undefined ? null : askForRun(visit, deed.plan, 'changes')
}

/** Does what a button on a run's page says; answers the run to look at next. */
export async function doOnRun(visit: Visit, id: string, deed: RunDeed): Promise<Outcome<string, string>> {
  switch (deed.do) {
    case 'stop':
      return here(id, await stopRun(visit, id))
    case 'replay':
      return replayRun(visit, id)
    case 'go-on':
      return goOn(visit, id, deed)
    case 'all':
    case 'changes':
    case 'end': {
      const run = await inTransaction(visit, async (tx) => store.runWith(tx, id))
      if (!run?.planId) return refuse('plan-unknown')
      return deed.do === 'end'
        ? here(id, await endPlan(visit, run.planId))
        : askForRun(visit, run.planId, deed.do)
    }
  }
}

function here(id: string, outcome: Outcome<unknown, string>): Outcome<string, string> {
  return outcome.ok ? done(id) : outcome
}

async function goOn(visit: Visit, id: string, { key, from }: RunDeed): Promise<Outcome<string, string>> {
  const year = Number(from)
  if (!/^\d{4}$/.test(from) || year < 1900 || year > 2100) return refuse('year-invalid')
  const run = await inTransaction(visit, async (tx) => store.runWith(tx, id))
  const [old, next] = [run?.report?.series ?? '', key].map((one) => one.slice(one.indexOf(':') + 1))
  const text = (locale: 'sv' | 'en') => runTextsIn(locale).ending.breakText(old ?? '', next ?? '')
  return goOnWithSuccessor(visit, id, { key, from: year, text: { sv: text('sv'), en: text('en') } })
}

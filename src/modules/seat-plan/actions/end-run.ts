import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { isForsaken, type SeatRun } from '../core/run.ts'
import { endRun, noteRun, noteVersion, runWith } from '../run-store.ts'
import { latestVersion, savePlan } from '../store.ts'
import { seatingEvent, type Seating } from './seating-event.ts'

type Refusal = 'not-allowed' | 'event-unknown' | 'run-unknown' | 'run-ended'

interface OfRun {
  readonly event: string
  readonly run: string
}

/** Asks the worker to stop with the best so far; where no worker is left, the best so far is saved here. */
export async function stopRun(context: Context, { event, run: id }: OfRun): Promise<Outcome<null, Refusal>> {
  const { now } = context
  return seatingEvent(context, event, async (seating): Promise<Outcome<null, Refusal>> => {
    const { tx } = seating
    const run = await runWith(tx, event, id)
    if (!run) return refuse('run-unknown')
    if (run.endedAt !== null) return refuse('run-ended')
    if (!isForsaken(run, now)) await noteRun(tx, id, { stopAskedAt: now })
    else {
      const version = run.best === null ? undefined : await saveBest(context, seating, run, run.basedOn)
      await endRun(tx, id, {
        endedAt: now,
        endedAs: 'broken-off',
        ...(version !== undefined && { version }),
      })
    }
    return done(null)
  })
}

/** Makes the best of a run that was overtaken, or broken off, the version that holds. */
export async function keepBest(
  context: Context,
  { event, run: id, basedOn }: OfRun & { readonly basedOn: number },
): Promise<Outcome<number, 'not-allowed' | 'event-unknown' | 'run-unknown' | 'overtaken'>> {
  return seatingEvent(context, event, async (seating) => {
    const { tx } = seating
    const run = await runWith(tx, event, id)
    if (!run || run.best === null || run.endedAt === null || run.version !== null)
      return refuse('run-unknown')
    if ((await latestVersion(tx, event))?.version !== basedOn) return refuse('overtaken')
    const version = await saveBest(context, seating, run, basedOn)
    if (version === undefined) return refuse('overtaken')
    await noteVersion(tx, id, version)
    return done(version)
  })
}

/** Saves what a run had found as the next version; undefined when somebody has saved since. */
async function saveBest(
  { networkId, now }: Context,
  { tx, event, actor }: Seating,
  { best, seed }: SeatRun,
  basedOn: number,
): Promise<number | undefined> {
  const saved = await savePlan(tx, {
    networkId,
    event: event.id,
    basedOn,
    rounds: best ?? [],
    made: { by: 'run', seed },
    at: now,
    by: actor.personId,
  })
  return saved.ok ? saved.value : undefined
}

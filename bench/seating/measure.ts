import { median, table } from '../program.ts'
import { eventNames, givenBoundOf, problemOf, pureNames, runOnce, seeds, type Run } from './events.ts'
import { golferRuns } from './golfers.ts'
import { growthOf } from './growth.ts'
import { liveRun } from './live.ts'
import { variedEvent } from './varied.ts'

const budgets = [50, 1000, 5000] as const

/** How good seatings are, and how soon; each figure by the scorer that shares no code with the engine. */
export function measureSeating(golfers: string | undefined): string {
  // The compiler of the language has its time before anybody is timed, as in a server that runs.
  for (const name of eventNames) runOnce(problemOf(name), 99, 300)
  const runs = new Map(
    eventNames.map((name) => [
      name,
      budgets.map((milliseconds) => seeds.map((seed) => runOnce(problemOf(name), seed, milliseconds))),
    ]),
  )
  return [events(runs), varied(), pures(golfers), live(), growth(), longer()].join('\n\n')
}

function events(runs: ReadonlyMap<string, readonly (readonly Run[])[]>): string {
  const rows = [...runs].map(([name, byBudget]) => [
    name,
    ...byBudget.map((all) => middle(ofGiven(name, all))),
    middle(byBudget.at(-1)?.map(({ quality }) => quality) ?? []),
    Math.min(...byBudget.flat().map(({ wishes }) => wishes)).toFixed(2),
    String(byBudget.flat().reduce((sum, { broken }) => sum + broken, 0)),
    `${byBudget.map((all) => all.filter(({ isProvenBest }) => isProvenBest).length).join(' / ')} of ${seeds.length}`,
  ])
  const means = budgets.map((_, at) =>
    mean([...runs].map(([name, byBudget]) => median(ofGiven(name, byBudget[at] ?? [])))),
  )
  const headings = [
    'event',
    ...budgets.map(budgetName),
    '5 s, of our own bound',
    'wishes',
    'hard rules broken',
    'proven best',
  ]
  return `Quality is what is achieved, different useful meetings of people and of organisations, ÷ the bound proven by whoever made the event; the
engine's own is lower where people can sit at few tables. CPU time; median (worst) of seeds ${seeds.join(', ')}. Wishes: the least part of their bound in any run.

${table(headings, rows)}

Mean of the medians: ${means.map((value, at) => `${value.toFixed(4)} at ${budgetName(budgets[at] ?? 0)}`).join(', ')}.`
}

/** Made up by a generator, and so not what anybody tuned to. */
function varied(): string {
  const all = Array.from({ length: 12 }, (_, at) => runOnce(variedEvent(at + 1), 1, 1000))
  const qualities = all.map(({ quality }) => quality)
  const broken = all.reduce((sum, run) => sum + run.broken, 0)
  return `Twelve events made up from a seed (\`bench/seating/varied.ts\`), 1 s each: mean ${mean(qualities).toFixed(4)}, least ${Math.min(...qualities).toFixed(4)}, \
wishes at least ${Math.min(...all.map(({ wishes }) => wishes)).toFixed(2)}, hard rules broken ${broken}.`
}

/** How long it takes until nothing better can exist, where that can be proven. */
function longer(): string {
  const small = seeds.map((seed) => runOnce(problemOf('ev1-small60'), seed, 5000))
  const proven = small.filter(({ isProvenBest }) => isProvenBest).map((run) => run.milliseconds)
  const { quality, isProvenBest, milliseconds } = runOnce(problemOf('ev2-typical80'), 1, 30_000)
  return `ev1-small60 is proven best with ${proven.length} of ${seeds.length} seeds, after ${median(proven).toFixed(0)} ms (worst ${Math.max(...proven).toFixed(0)}).
ev2-typical80 in 30 s: ${quality.toFixed(4)}${isProvenBest ? `, proven best after ${(milliseconds / 1000).toFixed(1)} s` : ''}.`
}

function pures(golfers: string | undefined): string {
  const peers = new Map((golfers === undefined ? [] : golferRuns(golfers)).map((run) => [run.name, run]))
  const rows = pureNames.map((name) => {
    const all = seeds.map((seed) => runOnce(problemOf(name), seed, 1000))
    const peer = peers.get(name)
    return [
      name,
      median(all.map(({ quality }) => quality)).toFixed(4),
      median(all.map(({ milliseconds }) => milliseconds)).toFixed(1),
      ...(peer === undefined ? ['', ''] : [peer.quality.toFixed(4), peer.milliseconds.toFixed(0)]),
    ]
  })
  const peer =
    golfers === undefined
      ? 'good-enough-golfers was not there: `--golfers FOLDER` says where it lies.'
      : 'good-enough-golfers (MIT, its newest commit 4db2074) run once on the smaller ones; of the larger ones each takes it tens of seconds.'
  return `Nobody twice with anybody, by construction. ${peer}

${table(['schedule', 'ours', 'ms', 'golfers', 'ms'], rows)}`
}

function live(): string {
  const rows = ['ev2-typical80', 'ev4-partial75'].flatMap((name) => {
    const all = seeds.map((seed) => liveRun(name, seed))
    return [
      [
        name,
        median(all.map(({ milliseconds }) => milliseconds)).toFixed(0),
        String(all.reduce((sum, { broken }) => sum + broken, 0)),
        all.map(({ movedPeople, fewest }) => `${movedPeople}/${fewest ?? 'over 3'}`).join(', '),
        all.map(({ movedSeats, forcedSeats }) => `${movedSeats}/${forcedSeats}`).join(', '),
        Math.min(...all.map(({ ofFree }) => ofFree)).toFixed(3),
        all.every(({ isHeldKept }) => isHeldKept) ? 'untouched' : 'TOUCHED',
      ],
    ]
  })
  return `After the first round six are gone and three have come; another six and three with each seed. *Forced* is how many seats must change for the
tables to keep their sizes, whoever seats. *Fewest* is proven by trying every group of up to three people at every table in every
round (\`bench/seating/fewest.ts\`): no fewer can move, whoever seats, without breaking a hard rule. Against all later rounds seated anew in 1 s.

${table(['event', 'ms', 'hard rules broken', 'people moved/fewest', 'seats moved/forced', '÷ anew, least', 'round held'], rows)}`
}

function growth(): string {
  const rows = [96, 200, 400, 1000]
    .map(growthOf)
    .map(({ people, ready, oneSecond }) => [
      String(people),
      ready.toFixed(0),
      oneSecond.quality.toFixed(4),
      String(oneSecond.broken),
    ])
  return `Larger events of the same kind, tables of eight, four rounds; *ready* is a first seating with its figures and bound.

${table(['people', 'ready, ms', 'quality after 1 s', 'hard rules broken'], rows)}`
}

function ofGiven(name: string, runs: readonly Run[]): readonly number[] {
  const bound = givenBoundOf(name)
  return runs.map(({ worth }) => worth / bound)
}

function middle(values: readonly number[]): string {
  return `${median(values).toFixed(4)} (${Math.min(...values).toFixed(4)})`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function budgetName(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${milliseconds / 1000} s`
}

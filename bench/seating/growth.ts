import { seat, type Problem } from '../../src/modules/seating/index.ts'
import { cpuMilliseconds, runOnce, type Run } from './events.ts'

/** What meetings are worth at the events measured. */
export const usualWorths: Pick<Problem, 'meetings' | 'organisationMeetings'> = {
  meetings: [
    { between: ['leadership', 'leadership'], worth: 1 },
    { between: ['leadership', 'company'], worth: 1 },
    { between: ['guest', 'leadership'], worth: 0.5 },
    { between: ['guest', 'company'], worth: 0.5 },
  ],
  organisationMeetings: [{ between: ['leadership', 'company'], worth: 1 }],
}

/** An event of any size like the others: tables of eight, a third leaders with up to 49 municipalities, two guests in a hundred. */
function eventOf(people: number): Problem {
  const tables = people / 8
  const municipalities = Math.min(49, Math.max(8, Math.round(people / 8)))
  return {
    people: Array.from({ length: people }, (_, at) =>
      at % 3 === 0
        ? { id: `l${at}`, organisation: `m${(at / 3) % municipalities}`, kind: 'leadership' }
        : { id: `p${at}`, organisation: `o${at}`, kind: at % 50 === 1 ? 'guest' : 'company' },
    ),
    tables: Array.from({ length: tables }, (_, at) => ({ id: `t${at}`, min: 6, max: 8 })),
    rounds: 4,
    ...usualWorths,
    rules: [
      { rule: 'colleagues-apart' },
      { rule: 'different', who: { kind: 'leadership' }, by: 'organisation', times: { atLeast: 2 } },
      { rule: 'count', who: { kind: 'guest' }, times: { atMost: 1 } },
    ],
  }
}

interface Growth {
  readonly people: number
  /** From the question to a seating, its figures and its bound, with no search at all. */
  readonly ready: number
  readonly oneSecond: Run
}

export function growthOf(people: number): Growth {
  const problem = eventOf(people)
  const from = cpuMilliseconds()
  seat(problem, { seed: 1, budget: { steps: 0 } })
  const ready = cpuMilliseconds() - from
  return { people, ready, oneSecond: runOnce(problem, 1, 1000) }
}

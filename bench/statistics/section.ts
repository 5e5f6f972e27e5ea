import { table } from '../program.ts'
import type { Loaded } from './load-ours.ts'
import { kinds, type Measured, type Times } from './questions.ts'
import { yearCount, type Shape } from './shape.ts'

/** How fast a design answers; how much it stores, or null where it stores nothing of its own. */
export interface MeasuredDesign {
  readonly name: string
  readonly bytes: number | null
  readonly times: Measured
}

export interface Findings {
  readonly shape: Shape
  readonly loaded: Loaded
  /** Ours from the database, with cubes kept, with them in the page's transaction, with nobody asked; then the others. */
  readonly designs: readonly MeasuredDesign[]
  /** Bytes of what is derived from the figures. */
  readonly derived: number
  /** Rows a second that a client sends through COPY. */
  readonly copied: number
  readonly kpiYear: Times
  /** In seconds. */
  readonly checked: number
}

export function sectionOf(findings: Findings): string {
  const { shape, loaded, designs } = findings
  const [places, kpis] = [shape.places.length, shape.kpis.length]
  return `Made-up figures in Kolada's shape: ${places} municipalities, ${whole(kpis)} KPIs with the genders that Kolada has, up to ${yearCount} years:
${whole(loaded.first.added)} figures and ${whole(loaded.again.changed)} revised ones. Milliseconds, p50 / p95, everything warm, client and transaction
included; ours and the narrow table are asked as a visitor under row-level security. Every answer is first held against
that of the typed arrays, and a wrong one stops the run.

*Page*: all years of 10 KPIs for 13 municipalities with latest value, trend, rank and percentile among all in one common
year, and the mean of 8 others. *Rank*: of 13 among all in one KPI. *Profile*: one municipality's latest value, rank and
percentile in every KPI and gender. *As known*: the values of a page as they were known before a revision.

${table(
  ['design', 'stored', 'page', 'rank', 'profile', 'as known'],
  designs.map(({ name, bytes, times }) => [
    name,
    bytes === null ? '' : megabytes(bytes),
    ...kinds.map((kind) => inWords(times[kind])),
  ]),
)}

${table(['goal', 'measured', ''], goalsOf(findings))}

A source that comes again with ${whole(loaded.again.same + loaded.again.changed)} figures of which ${whole(loaded.again.changed)} are changed: ${loaded.again.took.toFixed(1)} s. \`samsyn check\`, which holds
every cube and standing against the figures: ${findings.checked.toFixed(0)} s.
`
}

type Goal = readonly [string, string, string]

function goalsOf({ loaded, designs, derived, copied, kpiYear }: Findings): readonly Goal[] {
  const [stored, kept, within, unasked] = designs.map(({ times }) => times)
  const rate = loaded.first.added / loaded.took
  const { atTenth, most } = loaded.memory
  return [
    atMost(3, 'page from the database: p50 ≤ 3 ms', stored?.page),
    atMost(10, 'page from the database: p95 ≤ 10 ms', stored?.page, 'p95'),
    atMost(0.5, 'page from the cache ≤ 0.5 ms: nobody asked if it holds', unasked?.page),
    atMost(0.5, '… asked in the transaction that the page has anyhow', within?.page),
    atMost(0.5, '… asked in a transaction of its own', kept?.page),
    atMost(1, 'rank and percentile ≤ 1 ms', stored?.rank),
    atMost(5, 'profile of one municipality ≤ 5 ms', stored?.profile),
    atMost(10, 'one KPI-year with what is derived of it ≤ 10 ms', kpiYear),
    [
      'import ≥ 0.5 of COPY, same rows, same table',
      `${(rate / copied).toFixed(2)}: ${whole(rate)} of ${whole(copied)} rows/s`,
      met(rate >= copied / 2),
    ],
    [
      'memory flat while importing',
      `${megabytes(atTenth)} at a tenth, at most ${megabytes(most)}`,
      met(most < 1.25 * atTenth),
    ],
    ['derived data ≤ 300 MB', megabytes(derived), met(derived <= 300 * 2 ** 20)],
  ]
}

function atMost(
  limit: number,
  goal: string,
  times: Times | null | undefined,
  which: keyof Times = 'p50',
): Goal {
  const measured = times?.[which] ?? Number.NaN
  return [goal, `${shown(measured)} ms`, met(measured <= limit)]
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'missed'
}

function inWords(times: Times | null): string {
  return times ? `${shown(times.p50)} / ${shown(times.p95)}` : ''
}

function shown(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(2) : whole(milliseconds)
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}

function megabytes(bytes: number): string {
  return `${whole(bytes / 2 ** 20)} MB`
}

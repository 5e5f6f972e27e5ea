import { genders } from '../../src/modules/statistics/index.ts'
import {
  emptyValues,
  type Design,
  type KpiAnswer,
  type PageQuestion,
  type Place,
  type ProfileRow,
  type Standings,
} from './answers.ts'
import { firstYear, yearCount } from './shape.ts'

/** One row of an answer, its columns by their order. */
export type Row = readonly unknown[]

/** A table of figures, one row each, and how to ask it. */
export interface FigureTable {
  readonly name: string
  readonly table: string
  readonly series: string
  readonly gender: string
  readonly place: string
  /** What orders the vintages of one cell. */
  readonly newest: string
  /** Literals for what the columns hold. */
  readonly seriesIs: (kpi: string) => string
  readonly kpiOf: (series: unknown) => string
  readonly genderIs: (index: number) => string
  readonly genderOf: (gender: unknown) => number
  /** What was known between the first vintage and the second. */
  readonly wasKnown: string
  readonly ask: (sql: string) => Promise<readonly Row[]>
}

/** The questions in SQL, straight from the figures: what a program asks that derives nothing beforehand. */
export function askedInSql(table: FigureTable): Design {
  const { ask, seriesIs, kpiOf, wasKnown } = table
  const overview = `${table.gender} = ${table.genderIs(0)}`
  const ofKpis = (kpis: readonly string[]) => `${table.series} in (${kpis.map(seriesIs).join(', ')})`
  const at = (places: readonly string[]) => `${table.place} in (${texts(places)})`
  const values = async ({ kpis, places }: PageQuestion, more = 'true') =>
    valuesIn(
      kpis,
      places,
      kpiOf,
      await ask(
        `select s, p, y, v from (${known(table, `${ofKpis(kpis)} and ${overview} and ${at(places)} and ${more}`)}) k where v is not null`,
      ),
    )
  const standings = async (kpis: readonly string[], places: readonly string[]) =>
    ask(
      `with ${ranked(table, `${ofKpis(kpis)} and ${overview}`)} select s, p, y, rank, alike, among from ranked where p in (${texts(places)})`,
    )
  const means = async ({ kpis, peers }: PageQuestion) =>
    ask(
      `select s, y, avg(v)::double precision as mean from (${known(table, `${ofKpis(kpis)} and ${overview} and ${at(peers)}`)}) k group by s, y having count(v) > 0`,
    )
  return {
    name: table.name,
    page: async (asked) => {
      const shown = await values(asked)
      const stood = standingsIn(asked.kpis, asked.places, kpiOf, await standings(asked.kpis, asked.places))
      const mean = meansIn(asked.kpis, kpiOf, await means(asked))
      return asked.kpis.map((_, index): KpiAnswer => ({
        values: shown[index] ?? emptyValues(0),
        standings: stood[index] ?? [],
        means: mean[index] ?? emptyValues(0),
      }))
    },
    rank: async (kpi, places) => standingsIn([kpi], places, kpiOf, await standings([kpi], places))[0] ?? [],
    profile: async (place) => {
      const rows = await ask(`with ${ranked(table, 'true')}, latest as (
        select distinct on (s, g) s, g, y, v from known where p = '${place}' and v is not null order by s, g, y desc)
        select latest.s, latest.g, latest.y as latest_year, latest.v, ranked.y, ranked.rank, ranked.alike, ranked.among
        from latest left join ranked on ranked.s = latest.s and ranked.g = latest.g and ranked.p = '${place}'`)
      return rows.map((row) => profileRow(table, row))
    },
    asKnown: async (asked) => values(asked, wasKnown),
  }
}

/** The newest of each cell. */
function known({ table, series, gender, place, newest }: FigureTable, where: string): string {
  return `select distinct on (${series}, ${gender}, year, ${place})
    ${series} as s, ${gender} as g, year as y, ${place} as p, value::double precision as v from ${table} where ${where}
    order by ${series}, ${gender}, year, ${place}, ${newest} desc`
}

/** Every place's rank in the latest year that nine in ten of those that ever have a value have one. */
function ranked(table: FigureTable, where: string): string {
  return `known as (${known(table, where)}),
    counted as (select s, g, y, count(v) as n from known group by s, g, y having count(v) > 0),
    ever as (select s, g, count(distinct p) as n from known where v is not null group by s, g),
    common as (select counted.s, counted.g, max(counted.y) as y from counted
      join ever on ever.s = counted.s and ever.g = counted.g where 10 * counted.n >= 9 * ever.n group by counted.s, counted.g),
    ranked as (select known.s, known.g, known.p, known.y,
        (rank() over (partition by known.s, known.g order by v desc))::int as rank,
        (count(*) over (partition by known.s, known.g, v))::int as alike,
        (count(*) over (partition by known.s, known.g))::int as among
      from known join common on common.s = known.s and common.g = known.g and common.y = known.y where v is not null)`
}

function texts(places: readonly string[]): string {
  return places.map((place) => `'${place}'`).join(', ')
}

function valuesIn(
  kpis: readonly string[],
  places: readonly string[],
  kpiOf: FigureTable['kpiOf'],
  rows: readonly Row[],
): readonly Float64Array[] {
  const all = new Map(kpis.map((kpi) => [kpi, emptyValues(places.length)]))
  const indexOf = new Map(places.map((place, index) => [place, index]))
  for (const [series, place, year, value] of rows) {
    const values = all.get(kpiOf(series))
    if (values)
      values[(indexOf.get(place as string) ?? -1) * yearCount + (year as number) - firstYear] =
        value as number
  }
  return [...all.values()]
}

function standingsIn(
  kpis: readonly string[],
  places: readonly string[],
  kpiOf: FigureTable['kpiOf'],
  rows: readonly Row[],
): readonly Standings[] {
  const found = new Map(
    rows.map(([series, place, ...rest]) => [`${kpiOf(series)} ${String(place)}`, standingIn(rest)]),
  )
  return kpis.map((kpi) => places.map((place) => found.get(`${kpi} ${place}`) ?? null))
}

function standingIn([year, rank, alike, among]: Row): Place {
  return { year, rank, alike, among } as Place
}

function meansIn(
  kpis: readonly string[],
  kpiOf: FigureTable['kpiOf'],
  rows: readonly Row[],
): readonly Float64Array[] {
  const all = new Map(kpis.map((kpi) => [kpi, emptyValues(1)]))
  for (const [series, year, mean] of rows) {
    const means = all.get(kpiOf(series))
    if (means) means[(year as number) - firstYear] = mean as number
  }
  return [...all.values()]
}

function profileRow({ kpiOf, genderOf }: FigureTable, row: Row): ProfileRow {
  const [series, gender, latestYear, latestValue, ...standing] = row
  return {
    kpi: kpiOf(series),
    gender: genders[genderOf(gender)] ?? 'all',
    latestYear: latestYear as number,
    latestValue: latestValue as number,
    standing: standing[0] === null ? null : standingIn(standing),
  }
}

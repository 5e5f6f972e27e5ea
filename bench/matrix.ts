import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { cellGrid } from '../src/modules/programme/store.ts'
import type { Tx } from '#platform/database/connection.ts'
import { median, table } from './program.ts'
import { setStage, type Stage } from './statistics/stage.ts'

const networks = 100
const municipalities = 13
const interventions = 15
/** Three years in which every cell is spoken of each quarter. */
const wordsPerCell = 12
const rounds = 300

/** The whole matrix of one network as its members see it, with a hundred networks of that size in the database. */
export async function measureMatrix(): Promise<string> {
  const stage = await setStage()
  try {
    await fill(stage)
    const ways: Readonly<Record<string, (tx: Tx) => Promise<{ length: number }>>> = {
      'ours: one query, the latest word of each cell by its key': async (tx) => (await cellGrid(tx)).entries,
      'the same by `distinct on`, which reads every word': byDistinctOn,
      'a query for each municipality': async (tx) => byMunicipality(tx, await codesOf(tx)),
    }
    const rows: string[][] = []
    let ours = 0
    for (const [name, way] of Object.entries(ways)) {
      const times = await timesOf(stage, way)
      const middle = median(times)
      if (ours === 0) ours = middle
      rows.push([name, middle.toFixed(1), percentile(times, 0.99).toFixed(1), (middle / ours).toFixed(1)])
    }
    const words = networks * municipalities * interventions * wordsPerCell
    return `${municipalities} municipalities × ${interventions} interventions, ${wordsPerCell} words in every cell, ${networks} networks (${(words / 1000).toFixed(0)},000 words), row-level security on; ${rounds} times each, transaction and all.

${table(['way', 'ms p50', 'ms p99', '÷ ours'], rows)}
`
  } finally {
    await stage.stop()
  }
}

/** The stage's own network and as many others as there are to be, all alike. */
async function fill({ owner, networkId }: Stage): Promise<void> {
  const text = JSON.stringify({ sv: 'X', en: 'X' })
  const ids = [networkId, ...Array.from({ length: networks - 1 }, () => randomUUID())]
  await owner.query(
    `insert into network (id, slug, name, about, contact) select id, 'n' || row_number() over (), $2, $2, $2
     from unnest($1::uuid[]) as id where id <> $3`,
    [ids, text, networkId],
  )
  await owner.query(
    `insert into municipality (network_id, code, slug, name)
     select id, (1400 + m)::text, 'm' || m, 'M' || m from unnest($1::uuid[]) as id, generate_series(1, $2::int) as m`,
    [ids, municipalities],
  )
  await owner.query(
    `insert into goal (network_id, id, position, name, text) select id, 'g', 1, $2, $2 from unnest($1::uuid[]) as id`,
    [ids, text],
  )
  await owner.query(
    `insert into area (network_id, id, position, goal_id, name, strategy)
     select id, 'a', 1, 'g', $2, $2 from unnest($1::uuid[]) as id`,
    [ids, text],
  )
  await owner.query(
    `insert into intervention (network_id, id, number, area_id, name, text)
     select id, 'i' || i, i, 'a', $2, $2 from unnest($1::uuid[]) as id, generate_series(1, $3::int) as i`,
    [ids, text, interventions],
  )
  await owner.query(
    `insert into word (network_id, municipality, intervention_id, version, status, text, owner_id, said_at, said_by)
     select networks.id, (1400 + m)::text, 'i' || i, version, 'on-plan', repeat('Arbetet pågår som det var tänkt. ', 8), person.id,
            now() - interval '90 days' * ($4::int - version), person.id
     from unnest($1::uuid[]) as networks (id), generate_series(1, $2::int) as m, generate_series(1, $3::int) as i,
          generate_series(1, $4::int) as version, person`,
    [ids, municipalities, interventions, wordsPerCell],
  )
  await owner.query('vacuum analyze')
}

async function byDistinctOn(tx: Tx) {
  const { rows } = await sql`
    select * from municipality cross join intervention
    left join (select distinct on (municipality, intervention_id) * from word
               where said_at <= now() order by municipality, intervention_id, version desc) as cell
      on cell.municipality = municipality.code and cell.intervention_id = intervention.id
    left join person as owner on owner.id = cell.owner_id
    left join person as speaker on speaker.id = cell.said_by`.execute(tx)
  return rows
}

async function codesOf(tx: Tx): Promise<readonly string[]> {
  return (await tx.selectFrom('municipality').select('code').execute()).map(({ code }) => code)
}

async function byMunicipality(tx: Tx, codes: readonly string[]) {
  const entries: unknown[] = []
  for (const municipality of codes) entries.push(...(await cellGrid(tx, { municipality })).entries)
  return entries
}

async function timesOf({ asCoordinator }: Stage, way: (tx: Tx) => Promise<{ length: number }>) {
  const times: number[] = []
  for (let round = 0; round < rounds + 20; round += 1) {
    const from = performance.now()
    const { length } = await asCoordinator(way)
    if (length !== municipalities * interventions) throw new Error(`A matrix of ${length} cells`)
    // The first ones warm up.
    if (round >= 20) times.push(performance.now() - from)
  }
  return times
}

function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0
}

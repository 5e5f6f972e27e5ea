import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { InboxView } from '../src/modules/matters/core/inbox.ts'
import { entriesOf } from '../src/modules/matters/entry-store.ts'
import { filesOf } from '../src/modules/matters/file-store.ts'
import { inboxCounts, inboxPage } from '../src/modules/matters/inbox-store.ts'
import { notesOf } from '../src/modules/matters/note-store.ts'
import { mattersLike } from '../src/modules/matters/similar-store.ts'
import { matterWith } from '../src/modules/matters/thread-store.ts'
import { proposalsIn } from '../src/modules/patterns/core/proposals.ts'
import { candidatesSince } from '../src/modules/patterns/proposal-store.ts'
import type { Tx } from '#platform/database/connection.ts'
import { median, table } from './program.ts'
import { setStage, type Stage } from './statistics/stage.ts'
import { everythingSaid, questionAbout, type Said } from './voice-words.ts'

const matters = 100_000
const municipalities = 13
/** One in twenty is open still. */
const openShare = 20
const rounds = 200
const asked = 100
const own = '1401'
/** What is done once a night, or once a day and then kept. */
const rareRounds = 10
const coordinator = '00000000-0000-4000-8000-00000000c0de'

/** The inbox and a matter's page with 100,000 matters, and how soon and how well those that are alike are found. */
export async function measureVoiceInbox(): Promise<string> {
  const stage = await setStage()
  try {
    const said = await everythingSaid()
    const personId = await fill(stage, said)
    const pages = await pageTimes(stage, personId)
    const search = await searchTimes(stage, personId, said)
    return `${matters / 1000},000 matters of ${municipalities} municipalities, one in ${openShare} open, row-level security on, for an officer of one municipality; ${rounds} times each, transaction and all.

${table(['what', 'ms p50', 'ms p99'], pages)}

Patterns are looked for among the newest 10,000 matters of the last twelve months; the public figures are counted, put together and hidden for a year of 8,760 matters. Each ${rareRounds} times.

${table(['what', 'ms p50', 'ms p99'], await patternTimes(stage))}

Similar matters: ${asked} questions, each about one of 20 things in other forms of its words than the matters use, among the ${Math.round(matters / municipalities)} that the officer reads of ${matters / 1000},000. *Right* is how many of the first ten speak of the same thing. PostgreSQL has its own index of its own vector and looks at the same rights.

${table(['way', 'ms p50', 'ms p95', 'right'], search)}
`
  } finally {
    await stage.stop()
  }
}

/** A network with its officer and all its matters; answers who the officer is. */
async function fill({ owner, networkId }: Stage, said: readonly Said[]): Promise<string> {
  const personId = randomUUID()
  const name = JSON.stringify({ sv: 'X', en: 'X' })
  await owner.query(`insert into person (id, email, name) values ($1, 'o@example.org', 'Officer')`, [
    personId,
  ])
  await owner.query(
    `insert into municipality (network_id, code, slug, name) select $1, (1400 + m)::text, 'm' || m, 'M' || m from generate_series(1, $2::int) as m`,
    [networkId, municipalities],
  )
  await owner.query(
    `insert into role_grant (network_id, person_id, role, municipality, granted_at) values ($1, $2, 'officer', $3, now())`,
    [networkId, personId, own],
  )
  await owner.query(`insert into person (id, email, name) values ($1, 'c@example.org', 'Coordinator')`, [
    coordinator,
  ])
  await owner.query(
    `insert into role_grant (network_id, person_id, role, granted_at) values ($1, $2, 'coordinator', now())`,
    [networkId, coordinator],
  )
  await owner.query(
    `insert into topic (network_id, id, position, name, hint) select $1, 't' || n, n, $2, $2 from generate_series(0, 9) as n`,
    [networkId, name],
  )
  await owner.query(
    `create table said (n int primary key, thing int, subject text, text text, terms text[], weights real[])`,
  )
  await owner.query(
    `insert into said select (row ->> 'n')::int, (row ->> 'thing')::int, row ->> 'subject', row ->> 'text',
       array(select jsonb_array_elements_text(row -> 'terms')), array(select jsonb_array_elements_text(row -> 'weights')::real)
     from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(said.map((one, n) => ({ n, ...one })))],
  )
  await fillMatters({ owner, networkId }, personId, said.length)
  await owner.query('vacuum analyze')
  return personId
}

async function fillMatters(
  { owner, networkId }: Pick<Stage, 'owner' | 'networkId'>,
  personId: string,
  variants: number,
): Promise<void> {
  const id = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`
  const closedAt = `now() - interval '1 hour' * n`
  await owner.query(
    `insert into company (network_id, id, name, added_at) select $1, ${id}, 'Företag ' || n, now() from generate_series(1, 20000) as n`,
    [networkId],
  )
  await owner.query(
    `insert into matter (network_id, id, year, number, topic_id, place_kind, places, sender_kind, way, locale, received_at,
       state, first_word_by, first_word_at, plan_by, closed_at, outcome)
     select $1, ${id}, 2026, n, 't' || n % 10, 'places', array[(1401 + n % $2)::text], 'company', 'page', 'sv', ${closedAt},
       case when n % $3 = 0 then 'open' else 'closed' end, current_date + n % 7, case when n % 3 = 0 then now() end,
       current_date + 3 + n % 9, case when n % $3 <> 0 then ${closedAt} end, case when n % $3 <> 0 then 'solved' end
     from generate_series(1, $4::int) as n`,
    [networkId, municipalities, openShare, matters],
  )
  await owner.query(
    `insert into matter_part (network_id, matter_id, municipality, role, owner_id, because, added_at)
     select network_id, id, places[1], 'lead', case when number % 3 = 0 and places[1] = $2 then $1::uuid end, '{"by": "rule"}', received_at from matter`,
    [personId, own],
  )
  await owner.query(
    `insert into matter_text (network_id, matter_id, subject) select network_id, id, subject
     from matter join said on said.n = (number::bigint * 7919) % $1`,
    [variants],
  )
  await owner.query(
    `insert into matter_term (network_id, matter_id, terms, weights) select network_id, id, terms, weights
     from matter join said on said.n = (number::bigint * 7919) % $1`,
    [variants],
  )
  await owner.query(
    `insert into matter_sender (network_id, matter_id, company_id, email, name_for)
     select network_id, id, ('00000000-0000-4000-8000-' || lpad((1 + number % 20000)::text, 12, '0'))::uuid, 'a@example.org', 'all' from matter`,
  )
  await owner.query(
    `insert into matter_entry (network_id, matter_id, side, kind, text, way, state, written_at, finished_at, sent_at)
     select network_id, id, 'company', 'message', text, 'page', 'sent', received_at, received_at, received_at
     from matter join said on said.n = (number::bigint * 7919) % $1 cross join generate_series(1, 3)`,
    [variants],
  )
  await owner.query(
    `create table baseline as select id as matter_id, readers,
       setweight(to_tsvector('swedish', subject), 'A') || to_tsvector('swedish', text) as words
     from matter join said on said.n = (number::bigint * 7919) % $1`,
    [variants],
  )
  await owner.query('create index on baseline using gin (words)')
}

async function pageTimes({ asPerson }: Stage, personId: string): Promise<readonly string[][]> {
  const riskBy = new Date().toISOString().slice(0, 10)
  const looking = { personId, municipalities: [own], riskBy }
  const page =
    (view: InboxView, topic: string | null = null) =>
    async (tx: Tx) =>
      inboxPage(tx, { ...looking, view, topic }, { after: null, size: 20 })
  const ways: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
    'inbox: mine': page('mine'),
    'inbox: the municipality’s': page('municipality'),
    'inbox: urgent': page('risk'),
    'inbox: closed': page('closed'),
    'inbox: closed, of one topic': page('closed', 't5'),
    'inbox: how many there are in each view': async (tx) => inboxCounts(tx, looking),
    'a matter: facts, parts, sender, thread, files, notes': readMatter,
  }
  const rows: string[][] = []
  for (const [name, way] of Object.entries(ways)) {
    const times = await timesOf(rounds, async () => asPerson(personId, way))
    rows.push([name, median(times).toFixed(1), percentile(times, 0.99).toFixed(1)])
  }
  return rows
}

/** The first of the officer's: thirteen lie between two of the same municipality. */
async function readMatter(tx: Tx) {
  const matter = await matterWith(tx, { year: 2026, number: municipalities * 77 })
  if (!matter) throw new Error('The officer does not read it')
  return [await entriesOf(tx, matter.id), await filesOf(tx, matter.id), await notesOf(tx, matter.id)]
}

async function patternTimes({ asPerson }: Stage): Promise<readonly string[][]> {
  const since = new Date(Date.now() - 365 * 86_400_000)
  const ways: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
    'patterns looked for': async (tx) => proposalsIn(await candidatesSince(tx, since)),
  }
  const rows: string[][] = []
  for (const [name, way] of Object.entries(ways)) {
    const times = await timesOf(rareRounds, async () => asPerson(coordinator, way))
    rows.push([name, median(times).toFixed(0), percentile(times, 0.99).toFixed(0)])
  }
  return rows
}

async function searchTimes(stage: Stage, personId: string, said: readonly Said[]) {
  const { ownerDb, asPerson } = stage
  const thingOf = (id: string) => said[(Number(id.slice(-12)) * 7919) % said.length]?.thing
  const ways: Readonly<Record<string, (question: Question) => Promise<readonly string[]>>> = {
    'ours: lemmas, parts of compounds, BM25, as the officer': async (question) =>
      asPerson(personId, (tx) => mattersLike(tx, question, 10)),
    'PostgreSQL `swedish`, all words, ts_rank': async ({ subject, text }) =>
      baseline(ownerDb, sql`plainto_tsquery('swedish', ${`${subject} ${text}`})`),
    'PostgreSQL `swedish`, any word, ts_rank': async ({ subject, text }) =>
      baseline(
        ownerDb,
        sql`replace(plainto_tsquery('swedish', ${`${subject} ${text}`})::text, '&', '|')::tsquery`,
      ),
  }
  const rows: string[][] = []
  for (const [name, way] of Object.entries(ways)) {
    let right = 0
    const times: number[] = []
    for (let number = 0; number < asked; number += 1) {
      const question = questionAbout(number)
      const from = performance.now()
      const found = await way(question)
      times.push(performance.now() - from)
      right += found.filter((id) => thingOf(id) === question.thing).length
    }
    const share = `${Math.round((100 * right) / (asked * 10))} %`
    rows.push([name, median(times).toFixed(1), percentile(times, 0.95).toFixed(1), share])
  }
  return rows
}

type Question = ReturnType<typeof questionAbout>

async function baseline(db: Stage['ownerDb'], query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select matter_id as id from baseline, (select ${query} as query) as asked
    where words @@ query and readers && ${[own]}::text[] order by ts_rank(words, query, 1) desc limit 10`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

async function timesOf(count: number, way: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < count + 10; round += 1) {
    const from = performance.now()
    await way()
    // The first ones warm up.
    if (round >= 10) times.push(performance.now() - from)
  }
  return times
}

function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0
}

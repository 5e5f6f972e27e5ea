import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { rm } from 'node:fs/promises'
import autocannon from 'autocannon'
import { compile, nextQuestions, regionsOf, type Rule, type Waiting } from '../../src/modules/rules/index.ts'
import { median, newDataFolder, start, table } from '../program.ts'
import { peersIn, type Peer } from './peers.ts'
import { employer, manyRules, setting } from './thousand.ts'

const rounds = 21
const seconds = 4

/** What it costs to ask a thousand rules, to choose the next question, and to answer with the finder; beside other engines. */
export async function measureRules(peers: string | undefined): Promise<string> {
  const rules = manyRules(1000)
  return `${await engines(rules, peers === undefined ? [] : peersIn(peers))}

${choosing(rules)}

${await finder()}`
}

interface Cost {
  readonly ready: number
  readonly ask: number
  readonly megabytes: number
}

async function engines(rules: readonly Rule[], peers: readonly Peer[]): Promise<string> {
  const own = await costOf(() => {
    const all = rules.map((rule) => compile(rule, setting))
    return async (answers) => all.map(({ verdict }) => verdict(answers).answer === 'yes')
  })
  const rows = [['ours, with reasons and what is missing', 'unknown', ...inWords(own), '1', '1']]
  for (const peer of peers) {
    const cost = await costOf(() => peer.load(rules))
    const ratios = [cost.ask / own.ask, cost.megabytes / own.megabytes]
    rows.push([peer.name, peer.unknown, ...inWords(cost), ...ratios.map((ratio) => ratio.toFixed(1))])
  }
  const said =
    peers.length === 0
      ? 'No other engine was there: `--peers FOLDER` says in whose node_modules they lie.'
      : 'The others as npm has them, told the same rules; a column says what they answer when they do not know.'
  return `1,000 rules (the 25 real ones over and over, their numbers shifted) asked of one employer with ten answers, median of ${rounds}. ${said}

${table(['engine', 'not knowing is', 'ready, ms', 'ask all, ms', 'MB', 'time ÷ ours', 'memory ÷ ours'], rows)}`
}

function inWords({ ready, ask, megabytes }: Cost): readonly string[] {
  return [ready.toFixed(1), ask.toFixed(2), megabytes.toFixed(1)]
}

async function costOf(load: () => ReturnType<Peer['load']>): Promise<Cost> {
  const before = heapNow()
  const from = performance.now()
  const ask = load()
  await ask(employer)
  const ready = performance.now() - from
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await ask(employer)
    times.push(performance.now() - began)
  }
  const megabytes = (heapNow() - before) / 1e6
  // Asked once more, so that what was loaded is there still when the heap is looked at.
  await ask({})
  return { ready, ask: median(times), megabytes }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function heapNow(): number {
  collect()
  return process.memoryUsage().heapUsed
}

function choosing(rules: readonly Rule[]): string {
  const waiting: readonly Waiting[] = rules.map((rule) => ({
    compiled: compile(rule, setting),
    regions: regionsOf(rule, setting),
  }))
  const names = Object.keys(setting.facts)
  const rows = [0, 1, 3, 5, 10].map((known) => {
    const answers = Object.fromEntries(Object.entries(employer).slice(0, known))
    const times = Array.from({ length: rounds }, () => {
      const from = performance.now()
      nextQuestions(waiting, answers, names)
      return performance.now() - from
    })
    return [String(known), nextQuestions(waiting, answers, names)[0]?.fact ?? '–', median(times).toFixed(2)]
  })
  return `The next question, the one that settles most of the thousand, after so many answers.

${table(['answers', 'next question', 'ms'], rows)}`
}

const page = '/stod/hitta?purpose=person&sector=private&age=41'
const json = '/api/v1/support-finder?purpose=person&sector=private&age=41'
/** Answers that nobody has given before: each is worked out and written anew. */
const other = (path: string) => (at: number) => `${path}&monthsWorked=${at % 169}&income=${300_000 + at}`
const paths: readonly { readonly name: string; readonly path: (at: number) => string }[] = [
  { name: 'the finder’s page, three answers', path: () => page },
  { name: 'the same, five answers that are others each time', path: other(page) },
  { name: 'the three answers as JSON', path: () => json },
  { name: 'the five others as JSON', path: other(json) },
]

async function finder(): Promise<string> {
  const dataFolder = await newDataFolder()
  try {
    const program = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder)
    const rows: string[][] = []
    for (const { name, path } of paths) {
      let at = 0
      const { requests, latency } = await autocannon({
        url: program.origin,
        connections: 10,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, path: path((at += 1)) }) }],
      })
      rows.push([name, String(Math.round(requests.average)), `${latency.p50} / ${latency.p99}`])
    }
    await program.stop()
    return `The 25 supports over HTTP, one process, ${seconds} s with 10 connections: what has been asked before is kept, what has not is made. While every page was made for each request, with the database asked each time, it was 87 pages a second on this machine.

${table(['answer', 'req/s', 'p50 / p99 ms'], rows)}`
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { median, newDataFolder, root, start, table } from './program.ts'

const pages = [
  { name: 'overview', path: '/' },
  { name: 'indicator page', path: '/indikatorer/oppet-arbetslosa' },
  { name: 'API read', path: '/api/v1/indicators/oppet-arbetslosa' },
] as const

// A cookie that may be a session keeps an answer from being taken out of the store: the page is made each time.
const rendersEachTime = { cookie: 'samsyn.session_token=none' }
const encoded = { 'accept-encoding': 'br' }
const rounds = 3
const seconds = 4

interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Requests per second and latency of three answers, beside the same bytes as a static file and without any cache. */
export async function measureServing(): Promise<string> {
  const dataFolder = await newDataFolder()
  const files: string[] = []
  try {
    const before = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder)
    for (const { path } of pages) {
      const body = await (await fetch(before.origin + path)).text()
      files.push(join(root, 'dist/client', staticName(path)))
      await writeFile(files.at(-1) ?? '', body)
    }
    // Static files are read when the program starts.
    await before.stop()
    const program = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder)
    const rows: string[][] = []
    for (const page of pages) rows.push(await rowFor(page, program.origin))
    await program.stop()
    return `Three rounds of ${seconds} s each in turn, 10 connections, medians. *Static* is the same bytes as a file from the same server;
*rendered* is the same page made for each request.

${table(
  [
    'answer',
    'stored: req/s',
    'p50 / p99 ms',
    'static: req/s',
    'p50 / p99 ms',
    'rendered: req/s',
    'p50 / p99 ms',
    'stored ÷ static',
    'stored ÷ rendered',
  ],
  rows,
)}
`
  } finally {
    for (const file of files) await rm(file, { force: true })
    await rm(dataFolder, { recursive: true, force: true })
  }
}

function staticName(path: string): string {
  return `bench${path.replaceAll('/', '-')}.txt`
}

async function rowFor(page: (typeof pages)[number], origin: string): Promise<string[]> {
  const loads: Record<'stored' | 'still' | 'rendered', Load[]> = { stored: [], still: [], rendered: [] }
  for (let round = 0; round < rounds; round += 1) {
    loads.stored.push(await load(origin + page.path, encoded))
    loads.still.push(await load(`${origin}/${staticName(page.path)}`, encoded))
    loads.rendered.push(await load(origin + page.path, { ...encoded, ...rendersEachTime }))
  }
  const [stored, still, rendered] = [loads.stored, loads.still, loads.rendered].map(middle) as [
    Load,
    Load,
    Load,
  ]
  const ratio = (to: Load) => (stored.perSecond / to.perSecond).toFixed(2)
  return [page.name, ...shown(stored), ...shown(still), ...shown(rendered), ratio(still), ratio(rendered)]
}

function middle(loads: readonly Load[]): Load {
  const of = (what: keyof Load) => median(loads.map((one) => one[what]))
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') }
}

function shown({ perSecond, p50, p99 }: Load): string[] {
  return [String(Math.round(perSecond)), `${p50} / ${p99}`]
}

async function load(url: string, headers: Record<string, string>): Promise<Load> {
  const result = await autocannon({ url, headers, connections: 10, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} answered ${result.non2xx} times with an error`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

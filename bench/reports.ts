import { rm } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { median, newDataFolder, start, table } from './program.ts'

const forms = ['', '.pdf', '.docx', '.pptx', '.xlsx'] as const
const names: Record<(typeof forms)[number], string> = {
  '': 'web page',
  '.pdf': 'PDF (PDF/UA-1)',
  '.docx': 'Word',
  '.pptx': 'PowerPoint',
  '.xlsx': 'Excel',
}
// A cookie that may be a session keeps an answer from being taken out of the store: the file is written each time.
const writtenEachTime = { cookie: 'samsyn.session_token=none' }
const rounds = 7

interface Written {
  readonly took: number
  readonly bytes: number
  /** The longest that somebody else waited for a small answer meanwhile. */
  readonly longestWait: number
}

/**
 * The report of the whole region in each form: how long it takes, beside the plainest way to the same, and how long others
 * wait for the program meanwhile.
 */
export async function measureReports(): Promise<string> {
  const dataFolder = await newDataFolder()
  const program = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder)
  try {
    const day = new Date().toISOString().slice(0, 10)
    const address = `${program.origin}/rapporter/regionen/${day}`
    const measured = new Map<string, readonly Written[]>()
    for (const form of forms) {
      await write(`${address}${form}`, program.origin)
      const times: Written[] = []
      for (let round = 0; round < rounds; round += 1)
        times.push(await write(`${address}${form}`, program.origin))
      measured.set(form, times)
    }
    const printed = await printedByBrowser(address)
    const page = median((measured.get('') ?? []).map(({ took }) => took))
    const rows = forms.map((form) => rowOf(names[form], measured.get(form) ?? [], page))
    const idle = await longestWaitWhile(program.origin, new Promise((resolve) => setTimeout(resolve, 1000)))
    return `The whole region: 13 municipalities, 15 interventions, ten indicators with their charts, written anew each time; medians of ${rounds}.
*Others wait* is the longest that \`/healthz\` took to answer meanwhile; with nothing else to do it was ${idle.toFixed(0)} ms.

${table(['form', 'ms', 'kB', '÷ web page', 'others wait, ms: median', 'longest'], rows)}

The plainest way to a PDF, a browser that prints the web page, took ${printed.toFixed(0)} ms with the browser already started: ${(printed / median((measured.get('.pdf') ?? []).map(({ took }) => took))).toFixed(1)}
times as long as ours.
`
  } finally {
    await program.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

function rowOf(name: string, times: readonly Written[], page: number): string[] {
  const took = median(times.map((one) => one.took))
  const waits = times.map(({ longestWait }) => longestWait)
  return [
    name,
    took.toFixed(0),
    (median(times.map(({ bytes }) => bytes)) / 1000).toFixed(0),
    (took / page).toFixed(1),
    median(waits).toFixed(0),
    Math.max(...waits).toFixed(0),
  ]
}

async function write(address: string, origin: string): Promise<Written> {
  const from = performance.now()
  let took = 0
  const asked = fetch(address, { headers: writtenEachTime }).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    const { byteLength } = await answer.arrayBuffer()
    took = performance.now() - from
    return byteLength
  })
  const longestWait = await longestWaitWhile(origin, asked)
  return { took, bytes: await asked, longestWait }
}

/** Asks for a small answer again and again, and tells how long the slowest took. */
async function longestWaitWhile(origin: string, work: Promise<unknown>): Promise<number> {
  let isOver = false
  const done = work.finally(() => {
    isOver = true
  })
  let longest = 0
  while (!isOver) {
    const from = performance.now()
    await (await fetch(`${origin}/healthz`)).arrayBuffer()
    longest = Math.max(longest, performance.now() - from)
  }
  await done
  return longest
}

async function printedByBrowser(address: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const page = await browser.newPage({ extraHTTPHeaders: writtenEachTime })
    const from = performance.now()
    await page.goto(address)
    await page.pdf({ format: 'A4', tagged: true })
    times.push(performance.now() - from)
    await page.close()
  }
  await browser.close()
  return median(times)
}

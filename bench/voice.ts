import { rm } from 'node:fs/promises'
import { newDataFolder, start, table } from './program.ts'

/** What the issue asks for: so many companies within one minute, none lost, none doubled. */
const companies = 500
const atOnce = 50

/** The steps of one company, after the topic. */
const steps = (company: number) =>
  [
    ['beskrivning', { subject: `Bygglov ${company}`, text: 'Vi har väntat i tolv veckor på besked.' }],
    ['plats', { where: 'one', 'at-1440': 'on', locality: 'Nödinge' }],
    [
      'avsandare',
      { sender: 'company', company: `Plåt ${company} (exempel)`, email: `agare-${company}@example.org` },
    ],
  ] as const

interface Measured {
  readonly seconds: number
  readonly times: readonly number[]
}

/** Companies that all write at once, over HTTP: from the first step to the receipt, worker and database on the same machine. */
export async function measureVoice(): Promise<string> {
  const dataFolder = await newDataFolder()
  const program = await start([process.execPath, 'dist/server/main.js', 'start'], dataFolder, {
    TRUST_PROXY: 'true',
  })
  try {
    const post = poster(program.origin)
    const drafts: string[] = []
    const writing = await timed(async (company) => {
      const began = await post('/arende/nytt', { topic: 'bygga' }, company)
      const draft = began.replace(/\/beskrivning$/, '')
      for (const [step, fields] of steps(company)) await post(`${draft}/${step}`, fields, company)
      drafts[company] = draft
    })
    const receipts: string[] = []
    const sending = await timed(async (company) => {
      // Each presses twice.
      const [first, second] = await Promise.all([
        post(`${drafts[company] ?? ''}/granska`, {}, company),
        post(`${drafts[company] ?? ''}/granska`, {}, company),
      ])
      if (first !== second) throw new Error('one company got two receipts')
      receipts[company] = first
    })
    await holdAgainst(program.origin, receipts)
    return said(writing, sending)
  } finally {
    await program.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Sends a form as one company and tells where it leads on to. */
function poster(origin: string) {
  return async (path: string, fields: Readonly<Record<string, string>>, company: number): Promise<string> => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, 'x-forwarded-for': `198.51.100.${company}` },
      redirect: 'manual',
    })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return answer.headers.get('location') ?? ''
  }
}

/** Has every company do something, so many at a time. */
async function timed(work: (company: number) => Promise<void>): Promise<Measured> {
  const times: number[] = []
  let next = 0
  const from = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < companies) {
        const company = next
        next += 1
        const began = performance.now()
        await work(company)
        times.push(performance.now() - began)
      }
    }),
  )
  return { seconds: (performance.now() - from) / 1000, times: times.toSorted((a, b) => a - b) }
}

/** Every matter is there, with a number of its own and none left out; a wrong one stops the run. */
async function holdAgainst(origin: string, receipts: readonly string[]): Promise<void> {
  const numbers = new Set<number>()
  for (const receipt of receipts) {
    const page = await (await fetch(origin + receipt)).text()
    numbers.add(Number(/\d{4}-(\d+)/.exec(page.split('<main')[1] ?? '')?.[1]))
  }
  const span = Math.max(...numbers) - Math.min(...numbers) + 1
  if (numbers.size !== companies || span !== companies)
    throw new Error(`${companies} companies have ${numbers.size} numbers between them, in a span of ${span}`)
}

function said(writing: Measured, sending: Measured): string {
  const all = writing.seconds + sending.seconds
  const at = ({ times }: Measured, share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0)
  const row = (name: string, measured: Measured) => [
    name,
    (companies / measured.seconds).toFixed(0),
    at(measured, 0.5),
    at(measured, 0.99),
  ]
  return `${companies} companies, ${atOnce} at a time, over HTTP to the built program with its worker and its database on the same machine.
*Written*: the topic, the words, the place and the sender, each saved. *Sent*: stored, routed, audited, the receipt and the letter to
whoever answers queued; each company presses the button twice.

${table(['', 'matters per second', 'ms p50', 'ms p99'], [row('written, four requests', writing), row('sent, two presses', sending)])}

From the first step to the receipt: ${(companies / all).toFixed(0)} matters per second, ${companies} in ${all.toFixed(1)} s. None was lost and none doubled:
the numbers of all receipts were held against each other.
`
}

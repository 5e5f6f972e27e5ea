import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginDraft } from '../src/modules/matters/actions/begin-draft.ts'
import { plantVoice } from '../src/modules/matters/testing.ts'
import { badFiles, smallFiles } from '../src/platform/files/testing.ts'
import { createLog } from '../src/platform/log.ts'
import { testApp, type TestApp } from './app.ts'
import { useTestDatabase } from './database.ts'
import { testSecret } from './server.ts'
import { testNow } from './people.ts'
import { hostileBodies, hostilePaths, hostileTexts } from './entrance-hostility.ts'

/** The entrance and the thread as strangers meet them, through the whole program. */

const database = useTestDatabase()
const logged: string[] = []
let entrance: TestApp
let networkId = ''
let visitors = 0
const write = (line: unknown) => logged.push(JSON.stringify(line))

beforeAll(async () => {
  const { network } = await plantVoice(database)
  networkId = network.id
  const log = createLog('info')
  entrance = testApp(database, network.id, {
    config: {
      trustProxy: true,
      isDevelopment: false,
      clamavUrl: undefined,
      mailWebhookSecret: undefined,
      embedOrigins: [],
    },
    log: Object.assign(Object.create(log) as typeof log, { info: write, error: write }),
  })
})
afterAll(async () => entrance.close())

async function ask(path: string, init: RequestInit = {}, visitor?: string): Promise<Response> {
  visitors += 1
  const { origin, app } = entrance
  return app.request(`${origin}${path}`, {
    ...init,
    headers: {
      origin,
      'x-forwarded-for': visitor ?? `visitor-${visitors}`,
      ...(init.headers as Record<string, string>),
    },
  })
}
const posted = async (path: string, fields: Readonly<Record<string, string>>, visitor?: string) =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields) }, visitor)
const leadsTo = (answer: Response) => answer.headers.get('location') ?? ''

async function withFile(path: string, fields: Readonly<Record<string, string>>, files: readonly File[]) {
  const body = new FormData()
  for (const [name, text] of Object.entries(fields)) body.set(name, text)
  for (const file of files) body.append('files[]', file)
  return ask(path, { method: 'POST', body })
}

const steps = {
  beskrivning: { subject: 'Bygglov', text: 'Tolv veckor.' },
  plats: { where: 'one', 'at-1440': 'on' },
  avsandare: { sender: 'company', company: 'Plåt (exempel)', email: 'agare@example.org' },
} as const

/** A draft with all its steps in order; its address. */
async function finishedDraft(visitor?: string, email = `agare${visitors}@example.org`): Promise<string> {
  const began = await posted('/arende/nytt', { topic: 'bygga' }, visitor)
  const draft = leadsTo(began).replace(/\/beskrivning$/, '')
  for (const [step, fields] of Object.entries(steps))
    await posted(`${draft}/${step}`, step === 'avsandare' ? { ...fields, email } : fields, visitor)
  return draft
}

/** A matter that is sent; the address of its thread. */
async function sentMatter(): Promise<string> {
  return leadsTo(await posted(`${await finishedDraft()}/granska`, {})).replace(/\/kvitto$/, '')
}

/** Answered as it should be, and nothing of what was sent stands in the page as more than text. */
async function expectHarmless(answer: Response): Promise<string> {
  expect(answer.status).toBeLessThan(500)
  expect(answer.status).toBeGreaterThanOrEqual(200)
  const page = await answer.text()
  expect(page).not.toMatch(/<x-evil|<script>alert|<img src=x|x-evil="/)
  expect(answer.headers.get('set-cookie')).toBeNull()
  return page
}

/** How many matters there are, and whether any of them is there only in part. */
async function stored(): Promise<{ readonly matters: number; readonly halves: number }> {
  const { rows } = await sql<{ matters: number; halves: number }>`
    select count(*)::int as matters, count(*) filter (where texts.subject is null or name_for is null or digest is null
      or not exists (select from matter_entry as entry where entry.matter_id = matter.id))::int as halves
    from matter left join matter_text as texts on texts.matter_id = matter.id
      left join matter_sender as sender on sender.matter_id = matter.id
      left join matter_key as key on key.matter_id = matter.id`.execute(database.ownerDb)
  return rows[0] ?? { matters: -1, halves: -1 }
}

let draft = ''
let thread = ''
let said = 0

/** A thread in which something may be said: on one of them it may not be said without end. */
async function nextThread(): Promise<string> {
  said += 1
  if (said % 10 === 0) thread = await sentMatter()
  return thread
}
beforeAll(async () => {
  draft = await finishedDraft()
  thread = await sentMatter()
})

describe('hostile input', () => {
  // Each of the texts in each of the fields, from the first step to the thread: more than three hundred inputs.
  test.each(Object.entries(hostileTexts))('in every field: %s', async (_name, text) => {
    const began = await posted('/arende/nytt', { topic: 'bygga', municipality: text })
    const own = leadsTo(began).replace(/\/beskrivning$/, '')
    const answers = [
      began,
      await posted('/arende/nytt', { topic: text }),
      await posted(`${own}/beskrivning`, { subject: text, text, 'answer-skede': text, [text]: text }),
      await posted(`${own}/plats`, { where: 'one', 'at-1440': 'on', locality: text, [`at-${text}`]: 'on' }),
      await posted(`${own}/avsandare`, {
        sender: 'company',
        number: text,
        email: text,
        seat: text,
        size: text,
      }),
      await posted(`${own}/adress`, { linkEmail: text }),
    ]
    // What may be sent is sent, and read where it comes out.
    for (const [step, refused] of [
      ['beskrivning', answers[2]],
      ['plats', answers[3]],
    ] as const)
      if (refused?.status !== 303) await posted(`${own}/${step}`, steps[step])
    const named = await posted(`${own}/avsandare`, {
      ...steps.avsandare,
      company: text,
      name: text,
      phone: text,
    })
    if (named.status !== 303) await posted(`${own}/avsandare`, steps.avsandare)
    answers.push(named, await ask(`${own}/granska`), await posted(`${own}/granska`, {}))
    const at = leadsTo(answers.at(-1) ?? new Response()).replace(/\/kvitto$/, '')
    answers.push(
      await posted(at, { do: 'say', message: text }),
      await posted(at, { do: 'contact', name: text, phone: text, email: text }),
      await posted(at, { do: 'verdict', verdict: text, verdictText: text }),
      await posted(at, { do: text }),
      await ask(at),
    )
    for (const answer of answers) await expectHarmless(answer)
    expect(await stored()).toMatchObject({ halves: 0 })
  })

  const places = [() => '/arende/nytt', () => `${draft}/beskrivning`, () => thread]
  test.each(hostileBodies)('as a body: %s', async (_name, body) => {
    const { matters } = await stored()
    for (const place of places) await expectHarmless(await ask(place(), { method: 'POST', ...body }))
    expect(await stored()).toEqual({ matters, halves: 0 })
  })

  test.each(hostilePaths)('as an address: %s', async (path) => {
    const [, own = ''] = /\/([\w-]{43})$/.exec(draft) ?? []
    const address = `/arende/${path.replaceAll('KEY', own)}`
    expect((await ask(address)).status).toBe(404)
    expect((await ask(address, { method: 'POST' })).status).toBe(404)
  })

  test.each(badFiles)('as a file: %s', async (_name, bytes) => {
    const file = new File([new Uint8Array(bytes)], '"><x-evil>\r\n../../a.pdf', { type: 'application/pdf' })
    for (const [place, fields] of [
      [`${draft}/beskrivning`, steps.beskrivning],
      [await nextThread(), { do: 'say', message: 'Se filen.' }],
    ] as const) {
      const answer = await withFile(place, fields, [file])
      expect(answer.status).toBe(422)
      await expectHarmless(answer)
    }
    const { rows } = await sql`select from matter_file union all select from matter_draft_file`.execute(
      database.ownerDb,
    )
    expect(rows).toEqual([])
  })
})

describe('a private address', () => {
  test('is kept by nobody on the way, and is written in no log', async () => {
    const own = await finishedDraft()
    const sent = await posted(`${own}/granska`, {})
    const at = leadsTo(sent).replace(/\/kvitto$/, '')
    for (const answer of [
      sent,
      await ask(own),
      await ask(`${at}/kvitto`),
      await ask(at),
      await ask(`/en/matter/${at.slice(8)}`),
    ])
      expect(answer.headers.get('cache-control')).toMatch(/no-store/)
    const page = await (await ask(at)).text()
    expect(page).toContain('Tolv veckor.')
    expect(page).toContain('Näringslivsservice, Ale')
    await ask(`${at}/finns-inte`)
    await ask(at.slice(0, -5))
    expect(logged.length).toBeGreaterThan(8)
    const key = at.slice('/arende/'.length)
    expect(logged.filter((line) => line.includes(key.slice(0, 12)))).toEqual([])
  })

  test('of a draft leads to the matter when it is sent', async () => {
    const own = await finishedDraft()
    const at = leadsTo(await posted(`${own}/granska`, {})).replace(/\/kvitto$/, '')
    for (const path of [own, `${own}/plats`, `${own}/granska`]) expect(leadsTo(await ask(path))).toBe(at)
    expect(leadsTo(await posted(`${own}/plats`, steps.plats))).toBe(at)
    // The button is pressed again: it is the same receipt.
    expect(leadsTo(await posted(`${own}/granska`, {}))).toBe(`${at}/kvitto`)
  })

  test('gives files to keep, never to open', async () => {
    const own = await finishedDraft()
    const names = ['Ritning över lagret.pdf', 'a\r\nSet-Cookie: x=y.pdf']
    const files = names.map((name) => new File([smallFiles.pdf], name))
    expect((await withFile(`${own}/beskrivning`, steps.beskrivning, files)).status).toBe(303)
    const at = leadsTo(await posted(`${own}/granska`, {})).replace(/\/kvitto$/, '')
    const page = await (await ask(at)).text()
    const links = [...page.matchAll(/href="([^"]+\/filer\/[^"]+)"/g)].map(([, link = '']) => link)
    expect(links).toHaveLength(2)
    for (const link of links) {
      const { status, headers } = await ask(link)
      expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
        200,
        'application/pdf',
        'nosniff',
      ])
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w .()-]+\.pdf"; filename\*=UTF-8''\S+$/,
      )
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('cache-control')).toMatch(/no-store/)
    }
    // Another matter's key does not open them.
    const [, file = ''] = /filer\/(.+)$/.exec(links[0] ?? '') ?? []
    expect((await ask(`${thread}/filer/${file}`)).status).toBe(404)
  })
})

describe('many', () => {
  test('companies at once are all taken in, each once', async () => {
    const { matters } = await stored()
    const visitor = { db: database.db, networkId, actor: null, now: testNow }
    const drafts = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const sender = { ...steps.avsandare, email: `many-${n}@example.org` }
        const written = { topic: { topic: 'bygga' }, words: steps.beskrivning, place: steps.plats, sender }
        const begun = await beginDraft(visitor, written, { ip: `many-${n}`, secret: testSecret })
        return begun.ok ? `/arende/nytt/${begun.value}` : ''
      }),
    )
    // Each presses twice.
    const answers = await Promise.all([...drafts, ...drafts].map(async (own) => posted(`${own}/granska`, {})))
    expect(new Set(answers.map(leadsTo)).size).toBe(100)
    expect(answers.filter((answer) => !leadsTo(answer).endsWith('/kvitto'))).toEqual([])
    expect(await stored()).toEqual({ matters: matters + 100, halves: 0 })
    const { rows } = await sql<{ letters: number; to: number }>`
      select count(*)::int as letters, count(distinct recipient)::int as to from mail_message
      where recipient like 'many-%'`.execute(database.ownerDb)
    expect(rows).toEqual([{ letters: 100, to: 100 }])
    const numbers = await sql<{
      missing: number
    }>`select max(number)::int - count(*)::int as missing from matter`.execute(database.ownerDb)
    expect(numbers.rows).toEqual([{ missing: 0 }])
  })

  test('from one place are told to wait, and lose nothing', async () => {
    expect((await posted('/arende/nytt', { topic: 'bygga' }, 'flood')).status).toBe(303)
    const [own, other] = [await finishedDraft('flood'), await finishedDraft('flood')]
    await posted(`${other}/granska`, {}, 'flood')
    await posted(`${own}/adress`, { linkEmail: 'a@example.org' }, 'flood')
    await database.ownerDb.updateTable('rateLimit').set({ hits: 1000 }).execute()
    const begun = await posted('/arende/nytt', { topic: 'bygga' }, 'flood')
    expect([begun.status, await begun.text()]).toEqual([429, expect.stringContaining('Vänta en kvart')])
    const sent = await posted(`${own}/granska`, {}, 'flood')
    expect([sent.status, await sent.text()]).toEqual([429, expect.stringContaining('finns kvar')])
    const linked = await posted(`${own}/adress`, { linkEmail: 'a@example.org' }, 'flood')
    expect(linked.status).toBe(429)
    expect((await posted('/arende/nytt', { topic: 'bygga' }, 'somebody else')).status).toBe(303)
  })
})

test('no letter holds a word that a stranger has written, and each goes to one address', async () => {
  const letters = await database.ownerDb
    .selectFrom('mailMessage')
    .select(['recipient', 'subject', 'body'])
    .execute()
  expect(letters.length).toBeGreaterThan(100)
  for (const { recipient, subject, body } of letters) {
    expect(recipient).toMatch(/^[\w.+-]+@example\.org$/)
    expect(subject).toMatch(/^(?:\[\d{4}-\d+\] )?[\wåäö -]+$/i)
    expect(body).not.toMatch(/x-evil|Bcc|drop table|alert\(/)
  }
})

import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { send } from '#modules/mail'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { addTestActor } from '../../../../../tests/people.ts'
import { asked, form } from '../../../../../tests/visits.ts'
import { receiveMatter } from '../../actions/receive-matter.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../../testing.ts'
import { timeRoutes } from './routes.tsx'
import { clockSection, lettersSection } from './sections.tsx'

const database = useTestDatabase()
let planted: Planted
let colleague = ''
let matter = { id: '', year: 0, number: 0 }

beforeAll(async () => {
  planted = await plantVoice(database)
  colleague = (await addTestActor(database, planted.network.id, 'officer', '1440')).personId
  const outcome = await receiveMatter(planted.context('visitor'), aMatter, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  matter = outcome.value
})

beforeEach(async () => {
  for (const table of ['absence', 'closedDay', 'mailMessage', 'mailIncoming', 'auditEntry'] as const)
    await database.ownerDb.deleteFrom(table).execute()
})

async function ask(who: Who, path: string, fields?: Record<string, string>) {
  const place = { database, network: planted.network }
  const { actor } = planted.context(who)
  return asked(place, actor, timeRoutes(), path, fields === undefined ? undefined : form(fields))
}
const times = '/arenden/tider'

async function logged(): Promise<number> {
  return (await database.ownerDb.selectFrom('auditEntry').select('id').execute()).length
}

describe('the promise', () => {
  test('is the coordinator’s to set', async () => {
    const promise = { do: 'promise', firstWordDays: '2', planDays: '10' }
    expect((await ask('coordinator', times, promise)).status).toBe(303)
    expect((await ask('officer', times)).text).toContain('inom 2 arbetsdagar och en plan inom 10')
    expect(await logged()).toBe(1)
    for (const who of ['visitor', 'partner', 'officer', 'leader', 'operator'] as const)
      expect((await ask(who, times, { ...promise, planDays: '3' })).status).toBe(403)
    expect(await logged()).toBe(1)
  })

  test('is refused at its field, with what was typed', async () => {
    const answer = await ask('coordinator', times, { do: 'promise', firstWordDays: 'två', planDays: '5' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Skriv ett antal arbetsdagar med siffror.')
    expect(answer.text).toContain('value="två"')
    expect(await logged()).toBe(0)
  })
})

describe('a closed day', () => {
  const day = { do: 'day', day: '2026-12-28', opens: 'till-noon', name: 'Planeringsdag' }

  test('is the town hall’s own or, by the coordinator, the whole network’s; and can be taken back', async () => {
    expect((await ask('officer', times, { ...day, municipality: '1440' })).status).toBe(303)
    expect((await ask('coordinator', times, { ...day, municipality: '' })).status).toBe(303)
    expect((await ask('leader', times)).text.match(/Planeringsdag/g)).toHaveLength(2)
    const open = { do: 'open-day', day: day.day, municipality: '1440', opens: 'as-usual' }
    expect((await ask('officer', times, open)).status).toBe(303)
    expect((await ask('leader', times)).text.match(/Planeringsdag/g)).toHaveLength(1)
  })

  test.each([
    ['officer', '', 403],
    ['neighbour', '1440', 403],
    ['coordinator', '1440', 403],
    ['leader', '1440', 403],
  ] as const)('is not said by the %s for “%s”', async (who, municipality, status) => {
    expect((await ask(who, times, { ...day, municipality })).status).toBe(status)
    expect(await logged()).toBe(0)
  })

  test.each([
    ['2026-12-24', 'Den dagen är ledig ändå'],
    ['2026-11-02', 'Dagen har redan varit.'],
    ['2036-12-28', 'Dagen ligger mer än två år bort.'],
    ['igår', 'Välj en dag.'],
  ])('on %s is refused: %s', async (when, why) => {
    const answer = await ask('officer', times, { ...day, day: when, municipality: '1440' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
  })
})

const officerId = () => planted.context('officer').actor?.personId ?? ''
const away = () => ({
  do: 'absence',
  person: officerId(),
  fromDay: '2026-11-25',
  untilDay: '2026-12-04',
  deputy: colleague,
})

describe('an absence', () => {
  test('is told to colleagues, by oneself or a colleague, and ended', async () => {
    expect((await ask('officer', times, away())).status).toBe(303)
    expect((await ask('leader', times)).text).toContain('officer 1440 (exempel)')
    const [row] = await database.ownerDb.selectFrom('absence').select('id').execute()
    expect((await ask('neighbour', times, { do: 'back', absence: row?.id ?? '' })).status).toBe(403)
    expect((await ask('officer', times, { do: 'back', absence: row?.id ?? '' })).status).toBe(303)
    expect((await ask('officer', times)).text).toContain('Ingen är borta.')
  })

  test.each([
    [{ untilDay: '2026-11-24', fromDay: '2026-11-25' }, 'Sista dagen ligger före den första.'],
    [{ untilDay: '2026-11-02', fromDay: '2026-11-01' }, 'Dagen har redan varit.'],
    [{ fromDay: 'x' }, 'Välj en dag.'],
    [{ deputy: '00000000-0000-4000-8000-000000000001' }, 'Välj någon som arbetar i samma kommun.'],
  ])('%j is refused', async (said, why) => {
    const answer = await ask('officer', times, { ...away(), ...said })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(await logged()).toBe(0)
  })

  test('is not said of somebody elsewhere', async () => {
    for (const who of ['neighbour', 'leader', 'coordinator', 'partner'] as const)
      expect((await ask(who, times, away())).status).toBe(403)
  })
})

test('the load is seen by the town hall, everywhere by the coordinator, and by nobody else', async () => {
  const own = await ask('officer', '/arenden/belastning')
  expect(own.text).toContain('officer 1440 (exempel)')
  expect(own.text).not.toContain('Lerum')
  const all = await ask('coordinator', '/en/matters/load')
  expect(all.text).toContain('Lerum')
  expect(all.text).not.toContain(aMatter.subject)
  for (const who of ['visitor', 'partner', 'operator'] as const)
    expect((await ask(who, '/arenden/belastning')).status).toBe(403)
})

async function shown(who: Who, section: typeof clockSection): Promise<string> {
  let html = ''
  const routes = new Hono<VisitEnv>()
  routes.get('/', async (c) => {
    const visit: Visit = c.get('visit')
    const node = await section(visit, matter)
    html = node === null ? '' : renderToString(node)
    return c.text('')
  })
  await asked({ database, network: planted.network }, planted.context(who).actor, routes, '/')
  return html
}

test('beside a matter stand its days and who is told next', async () => {
  const html = await shown('officer', clockSection)
  expect(html).toContain('25 november 2026, en arbetsdag kvar')
  expect(html).toContain('officer 1440 (exempel), sista dagen')
  expect(await shown('neighbour', clockSection)).toBe('')
})

async function failed(): Promise<string> {
  const context = planted.context('officer')
  const letter = {
    networkId: context.networkId,
    to: 'a@example.org',
    subject: 'Svar',
    body: 'Ord',
    holdsSecret: true,
  }
  await inTransaction(context, (tx) => send(tx, { ...letter, matter: matter.id }, context.now))
  const row = await database.ownerDb
    .updateTable('mailMessage')
    .set({ state: 'failed', reason: '550 No such mailbox', tries: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

describe('the ledger', () => {
  test('shows what became of letters without their words, and sends them again once', async () => {
    const letter = await failed()
    for (const who of ['coordinator', 'operator'] as const) {
      const { text } = await ask(who, '/arenden/brev')
      expect(text).toContain('550 No such mailbox')
      expect(text).not.toContain('Ord')
    }
    expect(await shown('officer', lettersSection)).toContain('Kom inte fram')
    expect((await ask('operator', '/arenden/brev', { letter })).to).toBe('/arenden/brev?again')
    expect((await ask('operator', '/arenden/brev', { letter })).to).toBe('/arenden/brev?not-failed')
    expect(await logged()).toBe(1)
    expect((await ask('coordinator', '/arenden/brev?lage=queued')).text).toContain('Väntar på att skickas')
  })

  test('is nobody else’s, but for the letters of one’s own matters', async () => {
    const letter = await failed()
    for (const who of ['visitor', 'partner', 'neighbour', 'leader'] as const) {
      expect((await ask(who, '/arenden/brev')).status).toBe(403)
      expect((await ask(who, '/arenden/brev', { letter })).status).toBe(403)
    }
    expect(await shown('leader', lettersSection)).toBe('')
    const again = await ask('officer', '/arenden/brev', { letter, matter: '2026-1' })
    expect(again.to).toBe('/arenden/2026-1')
  })

  test('lists for the coordinator the mail that has no place', async () => {
    const row = await database.ownerDb
      .insertInto('mailIncoming')
      .values({
        networkId: planted.network.id,
        way: 'webhook',
        messageId: '',
        sha256: '0'.repeat(64),
        raw: Buffer.from(''),
        cameAt: planted.context('visitor').now,
        state: 'unplaced',
        reason: 'no-letter',
        fromAddress: 'a@example.org',
        subject: 'Hej',
        text: '<script>alert(1)</script>',
        matterId: null,
        settledAt: null,
        handledAt: null,
        handledBy: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const page = '/arenden/brev/inkomna'
    const { text } = await ask('coordinator', page)
    expect(text).toContain('Mejlet är inte ett svar på något brev härifrån.')
    expect(text).toContain('&lt;script>')
    for (const who of ['operator', 'officer', 'visitor'] as const)
      expect((await ask(who, page)).status).toBe(403)
    expect((await ask('operator', page, { mail: row.id })).status).toBe(403)
    expect((await ask('coordinator', page, { mail: row.id })).status).toBe(303)
    expect((await ask('coordinator', page)).text).toContain('Åtgärdat 24 november 2026')
  })
})

import { Hono } from 'hono'
import { sql } from 'kysely'
import { renderToString } from 'preact-render-to-string'
import { afterEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testSecret } from '../../../../tests/server.ts'
import { foundingCode } from '../founding-code.ts'
import { readSweden } from '../sweden.ts'
import { foundingRoutes, type FoundingEnv } from './routes.tsx'

const database = useTestDatabase()
const dataFolder = new URL('../../../../data/sweden/', import.meta.url)
const code = foundingCode(testSecret)
const founded = new Date('2026-11-24T09:00:00Z')

function appAt(now: Date, hasLocalMailbox = true): Hono<FoundingEnv> {
  const app = new Hono<FoundingEnv>()
  app.use(async (c, next) => {
    c.set('visit', {
      db: database.db,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      now,
      page: (head, content, status = 200) =>
        new Response(`${head.title}\n${renderToString(content)}`, { status }),
    })
    await next()
  })
  return app.route('/', foundingRoutes({ secret: testSecret, hasLocalMailbox, dataFolder }))
}
const app = appAt(founded)

const filled = {
  nameSv: 'Fyra kommuner',
  aboutSv: 'Vi är fyra.',
  contactSv: 'Ring 010.',
  person: 'Eva Ek',
  email: 'eva@example.org',
}

async function post(fields: Record<string, string>, address = `/start?kod=${code}`) {
  return app.request(address, { method: 'POST', body: new URLSearchParams(fields) })
}

const found = () => post({ ...filled, 'municipality-1440': 'on' })

async function networks() {
  return database.ownerDb.selectFrom('network').selectAll().execute()
}
async function municipalities() {
  return database.ownerDb.selectFrom('municipality').selectAll().orderBy('code').execute()
}

afterEach(async () => {
  await sql`truncate network, person cascade`.execute(database.ownerDb)
  await sql`delete from graphile_worker._private_jobs`.execute(database.ownerDb)
})

describe('the first-run page', () => {
  test.each([
    ['/start', 'Sätt upp ert nätverk'],
    ['/en/start', 'Set up your network'],
  ])('%s shows the form to who holds the code, kept by no cache', async (address, title) => {
    const answer = await app.request(`${address}?kod=${code}`)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(html).toContain(title)
    expect(html.match(/type="checkbox"/g)).toHaveLength(290)
    expect(html.match(/<details/g)).toHaveLength(21)
    expect(html).toContain(`action="${address}?kod=${code}"`)
  })

  test('lists the municipalities of a county as a Swede sorts names', async () => {
    const html = await (await app.request(`/start?kod=${code}`)).text()
    const county = html.slice(
      html.indexOf('aria-label="Västra Götalands län"'),
      html.indexOf('aria-label="Värmlands län"'),
    )
    const names = [...county.matchAll(/<label[^>]*>([^<]+)<\/label>/g)].map(([, name]) => name)
    expect(names).toHaveLength(49)
    expect([...names.slice(0, 2), ...names.slice(-3)]).toEqual([
      'Ale',
      'Alingsås',
      'Vänersborg',
      'Åmål',
      'Öckerö',
    ])
  })

  test.each(['', '?kod=', '?kod=abcdefghjkmn', `?kod=${code.slice(1)}`])(
    '%j says where the code is found',
    async (query) => {
      for (const method of ['GET', 'POST']) {
        const answer = await app.request(`/start${query}`, {
          method,
          ...(method === 'POST'
            ? { body: new URLSearchParams({ ...filled, 'municipality-1440': 'on' }) }
            : {}),
        })
        expect(answer.status).toBe(403)
        const html = await answer.text()
        expect(html).toContain('terminalen')
        expect(html).not.toContain(code)
        expect(html.includes('Koden stämmer inte')).toBe(query.length > '?kod='.length)
      }
      expect(await networks()).toEqual([])
    },
  )
})

describe('sending the form', () => {
  test('founds the network and leads to what comes next', async () => {
    const answer = await post({ ...filled, 'municipality-1440': 'on', 'municipality-0643': 'on' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/start?done')
    expect(await networks()).toMatchObject([{ name: { sv: 'Fyra kommuner', en: 'Fyra kommuner' } }])
    const rows = await municipalities()
    expect(rows.map(({ slug, county }) => [slug, county])).toEqual([
      ['habo', 'Jönköpings län'],
      ['ale', 'Västra Götalands län'],
    ])
    expect(rows.map(({ boundary }) => boundary?.type)).toEqual(['Polygon', 'Polygon'])
  })

  test('takes all 290 at once, each with its outline', async () => {
    const codes = readSweden(dataFolder).municipalities.map((municipality) => municipality.code)
    const ticks = Object.fromEntries(codes.map((one) => [`municipality-${one}`, 'on']))
    expect((await post({ ...filled, ...ticks })).status).toBe(303)
    const rows = await municipalities()
    expect(rows.map((row) => row.code)).toEqual(codes)
    expect(rows.every(({ boundary }) => boundary !== null)).toBe(true)
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(290)
  })

  test('takes Danish municipalities that are written, in English', async () => {
    const written =
      '101; København\r\n147; Frederiksberg\r\n185; Tårnby\r\n400; Bornholm\r\n561; Esbjerg\r\n825; Læsø'
    const { nameSv: nameEn, aboutSv: aboutEn, contactSv: contactEn, person, email } = filled
    const answer = await post({ nameEn, aboutEn, contactEn, person, email, written }, `/en/start?kod=${code}`)
    expect(answer.headers.get('Location')).toBe('/en/start?done')
    expect((await municipalities()).map((row) => [row.code, row.slug, row.county, row.boundary])).toEqual([
      ['101', 'kobenhavn', null, null],
      ['147', 'frederiksberg', null, null],
      ['185', 'tarnby', null, null],
      ['400', 'bornholm', null, null],
      ['561', 'esbjerg', null, null],
      ['825', 'laeso', null, null],
    ])
  })

  test('keeps everything that was typed and ticked when something is wrong, and founds nothing', async () => {
    const typed = { ...filled, email: 'eva"@', written: '101\n<b>; x', 'municipality-1440': 'on' }
    const answer = await post(typed)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="Fyra kommuner"')
    expect(html).toContain('value="eva&quot;@"')
    expect(html).toContain('101\n&lt;b>; x</textarea>')
    expect(html).toMatch(/<input[^>]*name="municipality-1440"[^>]*checked/)
    expect(html.match(/<input[^>]*checked/g)).toHaveLength(1)
    expect(html.match(/<details[^>]* open/g)).toHaveLength(1)
    expect(html).toContain('1 av 49 valda')
    expect(html).toContain(`action="/start?kod=${code}"`)
    expect(await networks()).toEqual([])
  })

  test('says each thing that is missing, with the way to its field', async () => {
    const html = await (await post({})).text()
    const links = [...html.matchAll(/<li><a href="#([\w-]+)">/g)].map(([, id]) => id)
    expect(links).toEqual([
      'field-nameSv',
      'field-aboutSv',
      'field-contactSv',
      'field-person',
      'field-email',
      'field-municipalities',
    ])
    for (const id of links) expect(html.split(` id="${id}"`)).toHaveLength(2)
  })

  test('names faulty lines by number, in the reader’s language', async () => {
    const written = '101\n; Ale\n1; A\n1; B\n2; A'
    const swedish = await (await post({ ...filled, written })).text()
    expect(swedish).toContain('Rad 1: namnet saknas efter ”101”.')
    expect(swedish).toContain('Rad 2: koden saknas framför ”Ale”.')
    expect(swedish).toContain('Rad 4: koden för ”B” används redan.')
    expect(swedish).toContain('Rad 5: namnet ”A” används redan.')
    const english = await (await post({ ...filled, written }, `/en/start?kod=${code}`)).text()
    expect(english).toContain('Line 1: the name after “101” is missing.')
  })

  test('ten thousand lines are too many', async () => {
    const written = Array.from({ length: 10_000 }, (_, index) => `${index}; K${index}`).join('\n')
    const answer = await post({ ...filled, written })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('högst 500 kommuner')
  })

  test('names with markup, emoji and turned text are kept as text; a null character is dropped', async () => {
    const nameSv = '<img src=x onerror=alert(1)> 🏔️ شبكة\u202e\u0000'
    await post({ ...filled, nameSv, written: '1; </textarea><script>\u0000\n2; עיר' })
    expect((await networks())[0]?.name.sv).toBe('<img src=x onerror=alert(1)> 🏔️ شبكة')
    expect((await municipalities()).map(({ name, slug }) => [name, slug])).toEqual([
      ['</textarea><script>', 'textarea-script'],
      ['עיר', 'kommun'],
    ])
  })

  test('a faulty name with markup comes back as text', async () => {
    const html = await (
      await post({ ...filled, nameSv: '"><script>', written: '</textarea><script>' })
    ).text()
    expect(html).not.toContain('<script>')
  })
})

describe('when the network exists', () => {
  test('the page says so and leads home, with the code or without', async () => {
    await found()
    for (const address of ['/start', `/start?kod=${code}`]) {
      const answer = await app.request(address)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('Nätverket finns redan')
    }
  })

  test('sending the form again changes nothing and says that a letter may be on its way', async () => {
    await found()
    const answer = await found()
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Var det du som nyss gjorde det?')
    expect(await networks()).toHaveLength(1)
  })

  test('two who press at once get one network; the other is told', async () => {
    const answers = await Promise.all([found(), found()])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
    expect(await networks()).toHaveLength(1)
  })

  test('the page after founding says what happens and what comes next, to the local mailbox where there is one', async () => {
    await found()
    const local = await (await app.request('/start?done')).text()
    expect(local).toContain('Nätverket är uppsatt')
    expect(local).toContain('href="/post"')
    for (const next of ['/logga-in', '/ramverk', '/personer/bjud-in'])
      expect(local).toContain(`href="${next}"`)
    const sent = await (await appAt(founded, false).request('/en/start?done')).text()
    expect(sent).toContain('The network is set up')
    expect(sent).not.toContain('/en/mail')
  })

  test('a few days later that page is gone, and before the founding it never was', async () => {
    expect((await app.request('/start?done')).status).toBe(403)
    await found()
    expect((await appAt(new Date('2026-11-25T22:00:00Z')).request('/start?done')).status).toBe(200)
    expect((await appAt(new Date('2026-11-26T09:00:00Z')).request('/start?done')).status).toBe(404)
  })
})

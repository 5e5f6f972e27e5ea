import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from './database.ts'
import { plantRegion, type Planted, type Who } from '../src/modules/programme/testing.ts'
import { visitedBy } from './report-readers.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

async function read(who: Who, path: string, asOf?: Date) {
  const answer = await visitedBy(planted, who, asOf).request(path)
  const { status, headers } = answer
  return { status, to: headers.get('location') ?? '', headers, text: await answer.text() }
}

const names = /\(exempel\)|Näringslivsansvarig/

describe('the report of a day', () => {
  it.each([
    [
      '/rapporter/regionen/2026-11-24',
      'Uppföljning: Näringslivsnätverket',
      'Exempeldata',
      'Förslag, inte beslutat',
    ],
    ['/en/reports/region/2026-11-24', 'Follow-up: The business', 'Example data', 'A proposal, not decided'],
    [
      '/rapporter/ale/2026-11-24?sedan=2026-10-30',
      'Uppföljning: Ale',
      'Ändrat sedan 30 oktober 2026',
      'Sitter fast',
    ],
    [
      '/en/reports/ale/2026-11-24?since=2026-10-30',
      'Follow-up: Ale',
      'Changed since 30 October 2026',
      'Stuck',
    ],
  ])('%s is a page', async (path, ...words) => {
    const { status, text } = await read('visitor', path)
    expect(status).toBe(200)
    for (const word of words) expect(text).toContain(word)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  it('leads to the same in every form', async () => {
    const { text } = await read('visitor', '/rapporter/ale/2026-11-24?sedan=2026-10-30')
    for (const form of ['pdf', 'docx', 'pptx', 'xlsx'])
      expect(text).toContain(`href="/rapporter/ale/2026-11-24.${form}?sedan=2026-10-30"`)
  })

  it.each(['visitor', 'officer', 'coordinator'] as const)('holds nobody’s name for a %s', async (who) => {
    for (const path of ['/rapporter/ale/2026-11-24', '/en/reports/region/2026-11-24'])
      expect((await read(who, path)).text).not.toMatch(names)
  })

  it('of an officer’s words says in which language they are', async () => {
    const { text } = await read('visitor', '/en/reports/ale/2026-11-24')
    expect(text).toContain('<span lang="sv">Vi ringer runt')
  })

  it('of a day before anything was said says that nothing is reported', async () => {
    const { status, text } = await read('visitor', '/rapporter/ale/2020-01-01')
    expect(status).toBe(200)
    expect(text).toContain('aldrig rapporterat insats 1, 2, 3')
    expect(text).not.toContain('Vi ringer runt')
  })
})

describe('an address that is no report’s', () => {
  it.each([
    ['/rapporter/ale/2026-11-25', 'Den dagen har inte varit än', '2026-11-25'],
    ['/rapporter/ale/2026-02-30.pdf', 'Det är ingen dag', '2026-02-30'],
    ['/rapporter/atlantis/2026-11-24', 'Nätverket har ingen sådan kommun', '2026-11-24'],
    ['/rapporter/atlantis/2026-11-24.docx', 'Nätverket har ingen sådan kommun', '2026-11-24'],
    ['/rapporter/ale/2026-11-24.doc', 'Rapporten finns som webbsida', '2026-11-24'],
    ['/rapporter/ale/2026-11-24?sedan=2026-11-24', 'tidigare än rapportens egen', '2026-11-24'],
    ['/en/reports/ale/2027-01-01', 'That day has not been yet', '2027-01-01'],
    ['/en/reports/ale/2026-11-24?since=soon', 'no day to compare with', 'soon'],
  ])('%s says why, and keeps what was asked', async (path, why, kept) => {
    const { status, text, headers } = await read('visitor', path)
    expect(status).toBe(404)
    expect(text).toContain(why)
    expect(text).toContain(`value="${kept}"`)
    expect(headers.get('content-type')).toMatch('text/html')
  })
})

describe('the choice', () => {
  it('leads to the report’s own address', async () => {
    const chosen = '/rapporter?vad=ale&dag=2026-11-20&sedan=2026-10-01&sprak=en&form=pdf'
    expect(await read('visitor', chosen)).toMatchObject({
      status: 303,
      to: '/en/reports/ale/2026-11-20.pdf?since=2026-10-01',
    })
    const region = '/en/reports?what=region&day=2026-11-20&since=&language=sv&form=page'
    expect(await read('visitor', region)).toMatchObject({ status: 303, to: '/rapporter/regionen/2026-11-20' })
  })

  it('that is wrong comes back as it was made', async () => {
    const { status, text } = await read('visitor', '/rapporter?vad=ale&dag=nyss&sedan=&sprak=sv&form=xlsx')
    expect(status).toBe(422)
    expect(text).toContain('Det är ingen dag')
    expect(text).toContain('value="nyss"')
    expect(text).toMatch(/<option value="ale" selected/)
  })

  it('begins with today, or the day that is asked for', async () => {
    expect((await read('visitor', '/rapporter')).text).toContain('value="2026-11-24"')
    const earlier = new Date('2026-11-01T22:59:59Z')
    expect((await read('visitor', '/rapporter', earlier)).text).toContain('value="2026-11-01"')
  })

  it('of the latest is today’s', async () => {
    expect(await read('visitor', '/rapporter/ale')).toMatchObject({
      status: 302,
      to: '/rapporter/ale/2026-11-24',
    })
    expect((await read('visitor', '/en/reports/region')).to).toBe('/en/reports/region/2026-11-24')
  })

  it('by ?per= leads to that day’s own address', async () => {
    const earlier = new Date('2026-11-01T22:59:59Z')
    expect(await read('visitor', '/rapporter/ale/2026-11-24.pdf', earlier)).toMatchObject({
      status: 302,
      to: '/rapporter/ale/2026-11-01.pdf',
    })
  })
})

describe('the page of the leaders', () => {
  it.each(['leader', 'officer', 'coordinator'] as const)(
    'is there for the %s of the municipality',
    async (who) => {
      const { status, text } = await read(who, '/mitt-arbete/ledning/ale')
      expect(status).toBe(200)
      expect(text).toContain('Läget i Ale')
      expect(text).toContain('elnätet räcker inte')
      expect(text).toMatch(/Ansvarig: .*\(exempel\)/)
      expect(text).toContain('Exempeldata')
    },
  )

  it.each(['visitor', 'partner', 'neighbour'] as const)('is refused to a %s', async (who) => {
    const { status, text } = await read(who, '/mitt-arbete/ledning/ale')
    expect(status).toBe(403)
    expect(text).toBe('refused')
  })

  it('is there in English, and for no municipality that there is not', async () => {
    const { text } = await read('leader', '/en/my-work/leadership/ale')
    expect(text).toContain('What needs you')
    expect(text).toContain('<span lang="sv">')
    expect((await read('leader', '/mitt-arbete/ledning/atlantis')).status).toBe(404)
  })
})

describe('the goal tree', () => {
  it.each([
    ['/programmet/maltrad', 'Målträdet', 'Rätt kompetens', 'Nystartade företag: 10,8 (2023)'],
    ['/en/programme/goal-tree', 'The goal tree', 'The right skills', 'New companies: 10.8 (2023)'],
  ])('%s is a page with a picture and a list', async (path, ...words) => {
    const { status, text } = await read('visitor', path)
    expect(status).toBe(200)
    for (const word of words) expect(text).toContain(word)
    expect(text).toContain(`src="${path}.svg"`)
    expect(text.match(/href="\/(?:en\/interventions|insatser)\//g)).toHaveLength(15)
  })

  it('is an SVG that needs nothing from elsewhere', async () => {
    const { text, headers } = await read('visitor', '/programmet/maltrad.svg')
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(text).not.toMatch(/<(?:script|style|image|a|use|foreignObject)\b|(?:href|src)=|NaN|undefined/)
    expect(text.match(/<rect/g)?.length).toBe(1 + 1 + 3 + 6 + 15)
  })

  it('is one sheet of PDF', async () => {
    const answer = await visitedBy(planted, 'visitor').request('/programmet/maltrad.pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect((await answer.text()).match(/\/Type \/Page\b/g)?.length ?? 1).toBe(1)
  })
})

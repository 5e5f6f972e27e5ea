import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { addTestActor, addTestNetwork, contextOf } from '../../../../tests/people.ts'
import { everything, notCoordinating, plantRegion, visited, type Planted, type Who } from '../testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

async function read(who: Who, path: string): Promise<{ status: number; text: string }> {
  const answer = await planted.visitedBy(who).request(path)
  return { status: answer.status, text: await answer.text() }
}

function form(fields: Readonly<Record<string, string>>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}

describe('a visitor reads, in both languages,', () => {
  it.each([
    ['/programmet', 'Gemensamt näringslivsprogram', 'Förslag, inte beslutat', 'Vad var och en har beslutat'],
    ['/en/programme', 'Joint business programme', 'A proposal, not adopted', 'Vad var och en har beslutat'],
    ['/insatser', 'Företagsklimat', 'Exempeldata', 'Enligt plan: '],
    ['/en/interventions', 'Business climate', 'Example data', 'On plan: '],
    [
      '/insatser/fortbilda-anstallda',
      'Fortbilda dem som redan arbetar',
      'Arbetslöshet',
      'Förslag, inte beslutat',
    ],
    [
      '/en/interventions/fortbilda-anstallda',
      'Train people who already work',
      'Unemployment',
      'Example data',
    ],
    ['/insatser/fortbilda-anstallda/ale', 'Enligt plan', 'för 8 dagar sedan', 'Exempeldata'],
    ['/en/interventions/fortbilda-anstallda/ale', 'On plan', '8 days ago', 'Example data'],
    ['/insatser/ge-verksamheter-plats/ale', 'Inte rapporterat', 'inte sagt något', 'Förslag, inte beslutat'],
    ['/en/interventions/ge-verksamheter-plats/ale', 'Not reported', 'not said anything', 'A proposal'],
  ])('%s', async (path, ...words) => {
    const { status, text } = await read('visitor', path)
    expect(status).toBe(200)
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  it('no name of any person', async () => {
    for (const path of ['/insatser', '/insatser/fortbilda-anstallda', '/insatser/fortbilda-anstallda/ale']) {
      expect((await read('visitor', path)).text).not.toMatch(/Näringslivsansvarig|Historik/)
    }
  })

  it('of no cell that nobody has spoken for as if it were good', async () => {
    const { text } = await read('visitor', '/insatser/ge-verksamheter-plats/ale')
    expect(text).toContain('status--muted')
    expect(text).not.toMatch(/status--(good|done)/)
  })

  it.each([
    '/insatser/finns-inte',
    '/insatser/fortbilda-anstallda/finns-inte',
    '/insatser/finns-inte/ale/redigera',
  ])('that %s is not there', async (path) => {
    expect((await read('visitor', path)).status).toBe(404)
  })
})

describe('the matrix', () => {
  it('is a table with headers, a word and a way on in every cell, and small', async () => {
    const { text } = await read('visitor', '/insatser')
    const table = /<table class="table matrix">.*?<\/table>/s.exec(text)?.[0] ?? ''
    expect(table.match(/<th scope="col"/g)).toHaveLength(14)
    expect(table.match(/<th scope="row"/g)).toHaveLength(15)
    expect(
      table.match(/<td><a href="\/insatser\/[\w-]+\/[\w-]+" title="[^"]+"><svg[^>]+aria-label="[^"]+"/g),
    ).toHaveLength(195)
    expect(gzipSync(table).length).toBeLessThan(9_000)
  })
})

describe('a member', () => {
  it('reads who owns a cell', async () => {
    expect((await read('partner', '/insatser/fortbilda-anstallda/ale')).text).toContain(
      'Näringslivsansvarig, Ale',
    )
  })

  it.each([
    ['officer', true],
    ['colleague', true],
    ['neighbour', false],
    ['leader', false],
    ['coordinator', false],
    ['partner', false],
    ['visitor', false],
  ] as const)('who is the %s is offered to change it: %s', async (who, offered) => {
    const { text } = await read(who, '/insatser/fortbilda-anstallda/ale')
    expect(text.includes('href="/insatser/fortbilda-anstallda/ale/redigera"')).toBe(offered)
  })
})

describe('my work', () => {
  it.each([
    ['officer', 'Att göra i Ale', 'Har aldrig rapporterats.'],
    ['leader', 'Sitter fast i Ale', 'Läget i Ale'],
    ['coordinator', 'Luckor i den gemensamma bilden', '/ramverk'],
    ['partner', 'Du har inget att rapportera här', ''],
  ] as const)('of the %s says “%s”', async (who, ...words) => {
    const { status, text } = await read(who, '/mitt-arbete')
    expect(status).toBe(200)
    for (const word of words) expect(text).toContain(word)
    expect((await read(who, '/en/my-work')).status).toBe(200)
  })

  it('leads the officer to the forms, the leader to no form', async () => {
    expect((await read('officer', '/mitt-arbete')).text).toContain('/ge-verksamheter-plats/ale/redigera')
    expect((await read('leader', '/mitt-arbete')).text).not.toContain('redigera')
  })

  it('is nobody’s who is not signed in', async () => {
    expect((await read('visitor', '/mitt-arbete')).status).toBe(403)
  })
})

describe('the framework', () => {
  const pages = [
    ['/ramverk', 'Ramverket', '/en/framework', 'The framework'],
    ['/ramverk/mal/kompetens', 'Ändra målet', '/en/framework/goal/kompetens', 'Edit the goal'],
    ['/ramverk/mal/ny', 'Lägg till ett mål', '/en/framework/goal/new', 'Add a goal'],
    ['/ramverk/omrade/foretagsklimat', 'Ändra området', '/en/framework/area/foretagsklimat', 'Edit the area'],
    ['/ramverk/omrade/ny', 'Lägg till ett område', '/en/framework/area/new', 'Add an area'],
    [
      '/ramverk/insats/ha-mark-redo',
      'Ändra insatsen',
      '/en/framework/intervention/ha-mark-redo',
      'Edit the intervention',
    ],
    ['/ramverk/insats/ny', 'Lägg till en insats', '/en/framework/intervention/new', 'Add an intervention'],
    [
      '/ramverk/program/program',
      'Målbild på svenska',
      '/en/framework/programme/programme',
      'Vision in Swedish',
    ],
    // The page in the other language is found by its path alone, with the word of the first.
    ['/ramverk/goal/kompetens', 'Ändra målet', '/en/framework/mal/kompetens', 'Edit the goal'],
  ] as const

  it.each(pages)('%s', async (swedish, inSwedish, english, inEnglish) => {
    for (const [path, word] of [
      [swedish, inSwedish],
      [english, inEnglish],
    ] as const) {
      const { status, text } = await read('coordinator', path)
      expect([status, text.includes(word)]).toEqual([200, true])
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  it.each([
    ['/ramverk/mal/hallbar-tillvaxt', 'Ändra målet: Hållbar tillväxt'],
    ['/en/framework/intervention/ha-mark-redo', 'Edit the intervention: Have land ready'],
  ])('names in the title of %s what is changed', async (path, title) => {
    expect((await read('coordinator', path)).text).toContain(`<title>${title}`)
  })

  it.each(notCoordinating)('is refused to the %s, read or sent', async (who) => {
    const before = await everything(database.ownerDb)
    for (const [path] of pages) {
      expect((await read(who, path)).status).toBe(403)
      const sent = await planted
        .visitedBy(who)
        .request(path, form({ nameSv: 'X', textSv: 'X', position: '1', do: 'retire' }))
      expect(sent.status).toBe(path === '/ramverk' ? 404 : 403)
    }
    expect(await everything(database.ownerDb)).toEqual(before)
  })

  it.each([
    '/ramverk/mal/finns-inte',
    '/ramverk/program/ny',
    '/ramverk/indikator/arbetsloshet',
    '/ramverk/annat/x',
  ])('leaves %s to others', async (path) => {
    expect((await read('coordinator', path)).status).toBe(404)
  })

  it('saves, says so, and keeps what was typed when it cannot', async () => {
    const typed = {
      nameSv: 'Fler <b>jobb</b>',
      nameEn: '',
      textSv: 'En text',
      textEn: '',
      number: '1',
      area: 'foretagsklimat',
    }
    const app = planted.visitedBy('coordinator')
    const taken = await app.request('/ramverk/insats/ny', form({ ...typed, 'indicator-arbetsloshet': 'on' }))
    const text = await taken.text()
    expect(taken.status).toBe(422)
    expect(text).toContain('En annan insats har redan det numret.')
    expect(text).toContain('Fler &lt;b>jobb')
    expect(text).toMatch(/name="indicator-arbetsloshet"[^>]*checked/)

    const saved = await app.request('/ramverk/insats/ny', form({ ...typed, number: '16' }))
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/ramverk?saved'])
    expect((await read('visitor', '/insatser/fler-b-jobb-b')).text).not.toContain('<b>')
    expect((await read('coordinator', '/ramverk?saved')).text).toContain('Ändringen är sparad')
  })

  it('retires by a button, says why it cannot, and keeps the page of what is retired', async () => {
    const app = planted.visitedBy('coordinator')
    const held = await app.request('/ramverk/omrade/foretagsklimat', form({ do: 'retire' }))
    expect(held.status).toBe(422)
    expect(await held.text()).toContain('något som fortfarande gäller hör hit')

    const path = '/ramverk/insats/visa-upp-hela-regionen'
    expect((await app.request(path, form({ do: 'retire' }))).status).toBe(303)
    const { status, text } = await read('visitor', '/insatser/visa-upp-hela-regionen')
    expect([status, text.includes('Insatsen är avslutad sedan 24 november 2026')]).toEqual([200, true])
    expect((await read('visitor', '/insatser')).text).toContain('Avslutade insatser')
    const edit = await planted.visitedBy('officer').request('/insatser/visa-upp-hela-regionen/ale/redigera')
    expect([edit.status, edit.headers.get('location')]).toEqual([303, '/insatser/visa-upp-hela-regionen/ale'])
    expect((await app.request(path, form({ do: 'bring-back' }))).status).toBe(303)
  })

  it('says no longer that it is a proposal when it is not', async () => {
    const app = planted.visitedBy('coordinator')
    const typed = {
      nameSv: 'Programmet',
      nameEn: '',
      textSv: 'Målbilden',
      textEn: '',
      noteSv: '',
      noteEn: '',
    }
    expect((await app.request('/ramverk/program/program', form({ ...typed, isProposal: 'on' }))).status).toBe(
      422,
    )
    expect((await app.request('/ramverk/program/program', form({ ...typed, version: '1' }))).status).toBe(303)
    expect((await read('visitor', '/programmet')).text).not.toContain('Förslag')
    expect((await read('visitor', '/en/programme')).text).toContain('Målbilden')
  })
})

const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

describe('two coordinators who have the same form open', () => {
  it.each([
    ['/ramverk/mal/kompetens', 'Någon annan har sparat medan du skrev', { position: '1' }],
    [
      '/en/framework/area/foretagsklimat',
      'Somebody else has saved while you were writing',
      { position: '1', goal: 'kompetens' },
    ],
    [
      '/ramverk/insats/ha-mark-redo',
      'Någon annan har sparat medan du skrev',
      { number: '90', area: 'foretagsklimat' },
    ],
    ['/en/framework/programme/programme', 'Somebody else has saved while you were writing', {}],
  ])('at %s: the second is told, and may then save all the same', async (path, sentence, places) => {
    const app = planted.visitedBy('coordinator')
    const send = async (version: Readonly<Record<string, string>>, nameSv: string) =>
      app.request(path, form({ nameSv, textSv: 'En <i>text</i>', ...places, ...version }))
    const version = versionIn((await read('coordinator', path)).text)
    expect((await send({ version }, 'Den första')).status).toBe(303)

    const before = await everything(database.ownerDb)
    for (const outdated of [{ version }, {}, { version: '' }, { version: 'x' }, { version: '1e99' }]) {
      const late = await send(outdated, 'Den andra')
      const text = await late.text()
      expect(late.status).toBe(409)
      for (const word of [
        sentence,
        'data-error-summary',
        'href="#field-version"',
        'id="field-version"',
        `href="${path}"`,
        'value="Den andra"',
        'En &lt;i>text',
        `name="version" value="${Number(version) + 1}"`,
      ]) {
        expect(text).toContain(word)
      }
    }
    expect(await everything(database.ownerDb)).toEqual(before)
    expect((await send({ version: String(Number(version) + 1) }, 'Den andra')).status).toBe(303)
    expect((await read('coordinator', path)).text).toContain('value="Den andra"')
  })
})

async function json(path: string) {
  const answer = await planted.visitedBy('officer').request(path)
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: (await answer.json()) as unknown,
  }
}

describe('a network without anything in it', () => {
  it.each([
    ['/programmet', 'Nätverket har inget program än.'],
    ['/en/programme', 'The network has no programme yet.'],
    ['/insatser', 'Inga insatser är inskrivna'],
    ['/mitt-arbete', 'Alla kommuner har rapporterat allt'],
    ['/ramverk', 'Lägg till ett mål först.'],
    ['/ramverk/mal/ny', 'Lägg till ett mål'],
  ])('says so at %s', async (path, sentence) => {
    const { id } = await addTestNetwork(database)
    const coordinator = await addTestActor(database, id, 'coordinator')
    const empty = { ...planted.network, id, hasExampleData: false }
    const answer = await visited(contextOf(database.db, id, coordinator), empty).request(path)
    const text = await answer.text()
    expect([answer.status, text.includes(sentence)]).toEqual([200, true])
    expect(text).not.toMatch(/Exempeldata|Example data|undefined/)
  })

  it('has no programme to edit', async () => {
    const { id } = await addTestNetwork(database)
    const coordinator = await addTestActor(database, id, 'coordinator')
    const app = visited(contextOf(database.db, id, coordinator), { ...planted.network, id })
    expect((await app.request('/ramverk/program/program')).status).toBe(404)
    expect((await app.request('/api/v1/cells')).status).toBe(200)
  })
})

describe('the open interface', () => {
  it('tells the interventions', async () => {
    const { status, body } = await json('/api/v1/interventions')
    const { interventions } = body as {
      interventions: { id: string; goal: { id: string }; indicators: string[] }[]
    }
    expect(status).toBe(200)
    expect(interventions[0]).toMatchObject({
      id: 'fortbilda-anstallda',
      number: 1,
      goal: { id: 'kompetens' },
      area: { id: 'kompetensforsorjning' },
      indicators: ['arbetsloshet', 'sysselsattning'],
    })
  })

  it('tells the cells, with what is public of them and nothing more', async () => {
    const { body } = await json('/api/v1/cells?municipality=1440')
    const { cells } = body as { cells: Record<string, unknown>[] }
    expect(cells.find(({ intervention }) => intervention === 'ge-verksamheter-plats')).toEqual({
      municipality: '1440',
      intervention: 'ge-verksamheter-plats',
      status: 'not-reported',
      statusName: { sv: 'Inte rapporterat', en: 'Not reported' },
      text: null,
      milestone: null,
      saidAt: null,
      isExample: false,
    })
    expect(cells[0]).toMatchObject({
      intervention: 'fortbilda-anstallda',
      status: 'on-plan',
      isExample: true,
    })
    expect(JSON.stringify(body)).not.toMatch(/owner|deputy|saidBy|Näringslivsansvarig/)
  })

  it.each([
    ['/api/v1/cells?municipality=0000', 404],
    ['/api/v1/cells?intervention=finns-inte', 404],
    ['/api/v1/cells?intervention=%3Cscript%3E', 400],
    ['/api/v1/cells?municipality=%00', 400],
  ])('answers %s with a problem', async (path, expected) => {
    const { status, type, body } = await json(path)
    expect([status, type]).toEqual([expected, 'application/problem+json'])
    expect(body).toMatchObject({ status: expected, title: expect.any(String), detail: expect.any(String) })
  })
})

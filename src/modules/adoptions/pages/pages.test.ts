import { beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { contextOf } from '../../../../tests/people.ts'
import { asked, form } from '../../../../tests/visits.ts'
import { drawTree } from '../actions/draw-tree.ts'
import { mapNodes } from '../actions/map-nodes.ts'
import { adoptionsOf } from '../store.ts'
import { as, counts, entered, notWriting, setStage, treeOf, type Stage, type Who } from '../testing.ts'
import { treeIn } from '../tree-store.ts'
import { adoptionApi } from './api.ts'
import { adoptionRoutes } from './routes.tsx'

const database = useTestDatabase()
let stage: Stage
beforeEach(async () => {
  stage = await setStage(database)
})

const place = () => ({ database, network: stage.network })
const visit = async (path: string, who: Who = 'visitor', init?: RequestInit) =>
  asked(place(), stage.actors[who], adoptionRoutes(), path, init)
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const context = () => contextOf(database.db, stage.network.id, stage.actors.officer)
const ale = { municipality: '1440', version: 1 }
const outline = 'Mål\n  Öppna dörren\n  Köpa mark'

const exactly = (node: number, intervention: string | null) => ({
  node,
  seen: 0,
  choice: { fit: intervention === null ? ('none' as const) : ('exact' as const), intervention },
  comment: null,
})

/** Two versions, each with a tree; the first is mapped whole, the second in part. */
async function twoVersions(): Promise<void> {
  await entered(database, stage)
  await entered(database, stage, { name: 'Nytt program', decidedOn: '2025' }, 1)
  await drawTree(context(), { ...ale, seen: 0 }, treeOf(outline, ['Mål', 'Insats']))
  await drawTree(
    context(),
    { ...ale, version: 2, seen: 0 },
    treeOf('Mål\n  Öppna dörren på vid gavel\n  Bygga hamn'),
  )
  await mapNodes(context(), ale, [exactly(1, null), exactly(2, 'oppna-en-vag-in'), exactly(3, null)])
  await mapNodes(context(), { ...ale, version: 2 }, [exactly(2, 'oppna-en-vag-in')])
}

describe('a visitor reads, in both languages,', () => {
  beforeEach(twoVersions)

  test.each([
    ['/antagna-program', 'Nytt program', '2025, av kommunfullmäktige', 'Lerum Inte känt'],
    ['/en/adopted-programmes', 'Nytt program', '2025, by kommunfullmäktige', 'Lerum Not known'],
    ['/antagna-program/ale/1', 'Ersatt av ett senare beslut (2025).', '§ 12', 'Mål Mål', 'Insats Köpa mark'],
    ['/en/adopted-programmes/ale/2', 'In force today.', 'Not known', 'Not mapped yet'],
    ['/antagna-program/ale/2/skillnad/1', '1 nya, 1 borttagna, 1 omskrivna', 'tillagt: på vid gavel'],
    ['/en/adopted-programmes/ale/2/difference/1', 'Removed', 'Köpa mark', 'Reworded'],
    ['/antagna-program/insatser', 'Finns', 'Inget känt program var beslutat.'],
    ['/en/adopted-programmes/interventions?day=2024-01-01', 'On 1 January 2024', 'Missing'],
  ])('%s', async (path, ...expected) => {
    const { status, text } = await visit(path)
    expect(status).toBe(200)
    for (const word of expected) expect(words(text)).toContain(word)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    expect(text.match(/<h1/g)).toHaveLength(1)
    // Who wrote what is for those who work in the network.
    expect(text).not.toContain('officer 1440')
  })

  test.each([
    '/antagna-program/ale/3',
    '/antagna-program/ale/x',
    '/antagna-program/finns-inte/1',
    '/antagna-program/ale/2/skillnad/2',
    '/antagna-program/ale/2/skillnad/9',
    '/antagna-program/ale/1/dokument/x',
    '/antagna-program/ale/1/dokument/00000000-0000-0000-0000-000000000000',
  ])('there is nothing at %s', async (path) => {
    expect((await visit(path)).status).toBe(404)
  })

  test('a day that is none is told at its field', async () => {
    const { status, text } = await visit('/antagna-program/insatser?dag=2024-02-31')
    expect(status).toBe(422)
    expect(text).toContain('value="2024-02-31"')
    expect(text).toContain('Den dagen finns inte.')
  })

  test('a file of a day that is none leads to the page that says so', async () => {
    const { status, to } = await visit('/en/adopted-programmes/interventions/data.csv?day=x')
    expect([status, to]).toEqual([303, '/en/adopted-programmes/interventions?day=x'])
  })

  test('in the middle of a year that is all one knows, nothing is said for sure', async () => {
    const { text } = await visit('/antagna-program/insatser?dag=2025-06-01')
    expect(words(text)).toContain('Vilket beslut som gällde går inte att säga säkert')
  })

  test('as a file and through the open interface it is the same answer', async () => {
    const file = await visit('/antagna-program/insatser/data.csv?dag=2024-01-01')
    expect(file.text.split('\r\n').slice(1, 4)).toEqual([
      '2024-01-01,1440,Ale,1,Näringslivsprogram,2020-05-04,1,Öppna en väg in för företag,Finns,Öppna dörren,nej',
      '2024-01-01,1441,Lerum,,,,1,Öppna en väg in för företag,Inte känt,,nej',
      '2024-01-01,1440,Ale,1,Näringslivsprogram,2020-05-04,2,Ha mark redo för företag,Saknas,,nej',
    ])
    const answer = await asked(place(), null, adoptionApi(), '/api/v1/adopted-interventions?day=2024-01-01')
    const { interventions } = JSON.parse(answer.text) as { interventions: { standing: string }[] }
    expect(interventions.map(({ standing }) => standing)).toEqual(['exact', 'not-known', 'none', 'not-known'])
    expect(interventions[0]).toEqual({
      municipality: '1440',
      intervention: 'oppna-en-vag-in',
      standing: 'exact',
      version: 1,
      nodes: [{ node: 2, mark: null, text: 'Öppna dörren' }],
      isExample: false,
    })
    const wrong = await asked(place(), null, adoptionApi(), '/api/v1/adopted-interventions?day=2024-02-31')
    expect(wrong.status).toBe(400)
  })

  test('the open interface tells every version, and nobody’s name', async () => {
    const { text } = await asked(place(), null, adoptionApi(), '/api/v1/adoptions')
    const { adoptions } = JSON.parse(text) as { adoptions: Record<string, unknown>[] }
    expect(adoptions.map(({ version, name }) => [version, name])).toEqual([
      [1, 'Näringslivsprogram'],
      [2, 'Nytt program'],
    ])
    expect(text).not.toContain('exempel')
  })

  test('on an earlier day nothing of it had been written yet', async () => {
    const earlier = { ...place(), asOf: new Date('2026-11-01T00:00:00Z') }
    const { text } = await asked(earlier, null, adoptionRoutes(), '/antagna-program')
    expect(text).not.toContain('Nytt program')
  })

  test('a retired intervention keeps its mapping, and says that it is retired', async () => {
    await database.ownerDb
      .updateTable('intervention')
      .set({ retiredAt: new Date() })
      .where('networkId', '=', stage.network.id)
      .where('id', '=', 'oppna-en-vag-in')
      .execute()
    const { text } = await visit('/antagna-program/ale/1')
    expect(words(text)).toContain('1. Öppna en väg in för företag (avslutad insats)')
    expect(words((await visit('/antagna-program/insatser')).text)).not.toContain('1. Öppna en väg in')
  })
})

describe.each(notWriting)('%s', (who) => {
  beforeEach(twoVersions)

  test.each([
    '/antagna-program/ale/ny',
    '/antagna-program/ale/1/ratta',
    '/antagna-program/ale/1/delar',
    '/antagna-program/ale/1/delar/las-in',
    '/antagna-program/ale/1/koppling',
  ])('is refused at %s, and leaves nothing behind', async (path) => {
    const before = await counts(database)
    expect((await visit(path, who)).status).toBe(403)
    expect(
      (await visit(path, who, form({ name: 'X', outline, 'seen-1': '0', 'fit-1': 'none' }))).status,
    ).toBe(403)
    expect(await counts(database)).toBe(before)
    expect((await visit('/antagna-program/ale/1', who)).text).not.toContain('/ratta')
  })
})

const filled = {
  name: 'Program',
  kind: 'strategy',
  decidedOn: '2024-03',
  aimSv: 'Fler jobb.',
  sources: 'Ale kommun: programmet https://ale.example/program\nhttps://ale.example/mer',
  version: '0',
}

function withFile(fields: Readonly<Record<string, string>>, name: string, content: string): RequestInit {
  const body = new FormData()
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  body.set('file', new File([content], name))
  return { method: 'POST', body }
}

describe('the officer enters and corrects', () => {
  test('a version, with its document', async () => {
    expect((await visit('/antagna-program/ale/ny', 'officer')).status).toBe(200)
    const sent = await visit(
      '/antagna-program/ale/ny',
      'officer',
      withFile(filled, 'Programmet (1).pdf', '%PDF-1.7 x'),
    )
    expect([sent.status, sent.to]).toEqual([303, '/antagna-program/ale/1?saved'])
    const page = await visit('/antagna-program/ale/1?saved', 'officer')
    expect(words(page.text)).toContain('Sparat. Det syns nu för alla.')
    expect(page.text).toContain('href="https://ale.example/program"')
    expect(words(page.text)).toContain('ale.example')
    const [, address = ''] = /href="([^"]+\/dokument\/[^"]+)"/.exec(page.text) ?? []
    const file = await visit(address)
    expect(file.text).toBe('%PDF-1.7 x')
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="Programmet (1).pdf"; filename*=UTF-8''Programmet%20%281%29.pdf`,
    )
  })

  test('what is wrong comes back as it was typed, each with its sentence', async () => {
    const before = await counts(database)
    const { status, text } = await visit(
      '/antagna-program/ale/ny',
      'officer',
      withFile(
        {
          ...filled,
          name: '',
          decidedOn: '2024-02-31',
          sources: 'bara ord',
          link: 'ale.se',
          noteEn: 'Note',
          kind: 'x',
          caseNumber: 'KS/§½ 12'.repeat(20),
        },
        'bild.pdf',
        'GIF89a',
      ),
    )
    expect(status).toBe(422)
    for (const sentence of [
      'Skriv vad dokumentet heter.',
      'Skriv ett år, en månad eller en dag som finns',
      'Varje rad ska sluta med en hel adress',
      'Skriv hela adressen',
      'Skriv texten på svenska också.',
      'Välj en av sorterna i listan.',
      'Högst 120 tecken får plats.',
      'Filen är varken PDF, Word (.docx) eller Excel (.xlsx).',
    ])
      expect(text.split(sentence).length, sentence).toBe(3)
    expect(text).toContain('value="2024-02-31"')
    expect(text).toContain('bara ord')
    expect(await counts(database)).toBe(before)
  })

  test('a file that was fine is asked for again when something else is wrong', async () => {
    const sent = withFile({ ...filled, decidedOn: '2030' }, 'a.pdf', '%PDF-1.7')
    const { text } = await visit('/en/adopted-programmes/ale/new', 'coordinator', sent)
    expect(text).toContain('That day has not come yet.')
    expect(text).toContain('Choose the file again')
  })

  test('whatever day the form was read as of, what is written follows what stands now', async () => {
    await entered(database, stage)
    const earlier = { ...place(), asOf: new Date('2026-11-01T00:00:00Z') }
    const sent = form({ ...filled, version: '1' })
    const { status, to } = await asked(
      earlier,
      stage.actors.officer,
      adoptionRoutes(),
      '/antagna-program/ale/ny',
      sent,
    )
    expect([status, to]).toEqual([303, '/antagna-program/ale/2?saved'])
  })

  test('who saves second is told, and may then save', async () => {
    await entered(database, stage)
    const late = await visit('/antagna-program/ale/1/ratta', 'officer', form({ ...filled, version: '0' }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('value="2024-03"')
    expect(late.text).toContain('name="version" value="1"')
    const again = await visit('/antagna-program/ale/1/ratta', 'officer', form({ ...filled, version: '1' }))
    expect(again.status).toBe(303)
    const page = words((await visit('/antagna-program/ale/1', 'officer')).text)
    expect(page).toContain('Rättad 1 gång')
    expect(page).toContain('från Näringslivsprogram (program) → till Program (strategi)')
    expect(page).toContain('officer 1440 (exempel)')
  })
})

const tree = async (version = 1) => as(database, stage, 'visitor', (tx) => treeIn(tx, { ...ale, version }))

describe('the officer writes the tree', () => {
  beforeEach(async () => void (await entered(database, stage)))

  test('as an outline', async () => {
    const sent = await visit(
      '/antagna-program/ale/1/delar',
      'officer',
      form({ outline, levels: 'Mål, Insats', version: '0' }),
    )
    expect([sent.status, sent.to]).toEqual([303, '/antagna-program/ale/1?saved'])
    expect((await tree()).tree).toMatchObject({ tree: 1, levels: ['Mål', 'Insats'] })
    expect((await visit('/antagna-program/ale/1/delar', 'officer')).text).toContain(
      `\n  Köpa mark</textarea>`,
    )
  })

  test('what cannot be read says in which line, and is still there', async () => {
    const long = `Mål\n  ${'ord '.repeat(200)}`
    const { status, text } = await visit('/antagna-program/ale/1/delar', 'officer', form({ outline: long }))
    expect(status).toBe(422)
    expect(text).toContain('Rad 2 är för lång.')
    expect(text).toContain('ord ord ord')
  })

  test('two at once: the second sees both', async () => {
    await drawTree(context(), { ...ale, seen: 0 }, treeOf('Ett helt annat träd'))
    const late = await visit('/antagna-program/ale/1/delar', 'coordinator', form({ outline, version: '0' }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('Ett helt annat träd')
    expect(late.text).toContain('Öppna dörren')
    expect(late.text).toContain('name="version" value="1"')
  })

  test('a new version begins with the parts of the one before', async () => {
    await drawTree(context(), { ...ale, seen: 0 }, treeOf(outline))
    await entered(database, stage, { name: 'Nytt' }, 1)
    const { text } = await visit('/antagna-program/ale/2/delar', 'officer')
    expect(text).toContain('Här står delarna från version 1')
    expect(text).toContain('Öppna dörren')
    expect((await tree(2)).tree.tree).toBe(0)
  })

  test('a document only proposes', async () => {
    const before = await counts(database)
    const table = 'Mål\tInsats\nKompetens\tFortbilda'
    const { status, text } = await visit(
      '/antagna-program/ale/1/delar/las-in',
      'officer',
      withFile({ paste: table }, '', ''),
    )
    expect(status).toBe(200)
    expect(text).toContain('2 delar är ett förslag')
    expect(text).toContain('Kompetens\n  Fortbilda</textarea>')
    expect(text).toContain('value="Mål, Insats"')
    expect(await counts(database)).toBe(before)
  })

  test.each([
    ['', '', '', 'Välj en fil eller klistra in text.'],
    ['tom.docx', 'PK\u0003\u0004', 'x', 'Filen är trasig och går inte att läsa.'],
    ['bild.png', 'GIF', '', 'Filen är varken PDF'],
  ])('%s that cannot be read says so at the field', async (name, content, paste, sentence) => {
    const { status, text } = await visit(
      '/antagna-program/ale/1/delar/las-in',
      'officer',
      withFile({ paste }, name, content),
    )
    expect(status).toBe(422)
    expect(text.split(sentence).length).toBe(3)
    expect(text).toContain(`${paste}</textarea>`)
  })
})

describe('the officer maps the nodes', () => {
  const address = '/antagna-program/ale/1/koppling'
  beforeEach(async () => {
    await entered(database, stage)
    await drawTree(
      context(),
      { ...ale, seen: 0 },
      treeOf('Mål\n  Öppna en väg in för alla företag\n  Köpa mark', ['Mål', 'Insats']),
    )
  })

  test('with a proposal that nobody has decided', async () => {
    const { text } = await visit(address, 'officer')
    expect(words(text)).toContain('Förslag: Helt: Öppna en väg in för företag (orden liknar varandra)')
    expect(words(text)).toContain('3 av 3 delar är inte kopplade än.')
    expect(text).not.toContain('selected')
    expect((await tree()).mappings.size).toBe(0)
  })

  test('some now and the rest later', async () => {
    const said = { 'seen-1': '0', 'seen-2': '0', 'seen-3': '0', 'fit-2': 'exact:oppna-en-vag-in' }
    const sent = await visit(`${address}?visa=ej-kopplade`, 'officer', form(said))
    expect([sent.status, sent.to]).toEqual([303, `${address}?visa=ej-kopplade&saved=1`])
    const left = words((await visit(sent.to, 'officer')).text)
    expect(left).toContain('En del är kopplad.')
    expect(left).toContain('2 av 3 delar är inte kopplade än.')
    await visit(
      address,
      'officer',
      form({ 'seen-1': '0', 'seen-2': '1', 'fit-2': 'exact:oppna-en-vag-in', 'seen-3': '0', rest: 'none' }),
    )
    expect([...(await tree()).mappings].map(([node, { fit }]) => `${node} ${fit}`).toSorted()).toEqual([
      '1 none',
      '2 exact',
      '3 none',
    ])
  })

  test('what is wrong is told at its field, and the other choices are still there', async () => {
    const before = await counts(database)
    const said = {
      'seen-1': '0',
      'comment-1': 'Bara en kommentar',
      'seen-2': '0',
      'fit-2': 'partly:oppna-en-vag-in',
      'seen-3': '0',
      'fit-3': 'exact:visa-upp-regionen',
    }
    const first = await visit(address, 'officer', form(said))
    expect(first.status).toBe(422)
    expect(first.text).toContain('Välj också vad delen motsvarar')
    expect(first.text).toContain('value="Bara en kommentar"')
    expect(first.text).toMatch(/value="partly:oppna-en-vag-in" selected/)
    const second = await visit(address, 'officer', form({ ...said, 'comment-1': '' }))
    expect(second.status).toBe(422)
    expect(second.text).toContain('Insatsen finns inte eller är avslutad.')
    expect(await counts(database)).toBe(before)
  })

  test('two at once: the second sees what the first said, and may then say otherwise', async () => {
    await visit(address, 'officer', form({ 'seen-3': '0', 'fit-3': 'exact:ha-mark-redo' }))
    const said = { 'seen-2': '0', 'fit-2': 'none', 'seen-3': '0', 'fit-3': 'none' }
    const late = await visit(address, 'coordinator', form(said))
    expect(late.status).toBe(409)
    expect(words(late.text)).toContain('Nu står det: Helt: Ha mark redo för företag')
    expect(late.text).toContain('name="seen-3" value="1"')
    const again = await visit(address, 'coordinator', form({ ...said, 'seen-3': '1' }))
    expect(again.status).toBe(303)
    expect((await tree()).mappings.get(3)).toMatchObject({ fit: 'none', said: 2 })
  })

  test('four hundred nodes come page by page', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `Del nummer ${at + 1}`).join('\n')
    await drawTree(context(), { ...ale, seen: 1 }, treeOf(many))
    const { text } = await visit(`${address}?sida=10`, 'officer')
    expect(words(text)).toContain('Del 361–400 av 400')
    expect(text.match(/<select/g)).toHaveLength(40)
    expect((await visit(`${address}?sida=99`, 'officer')).status).toBe(200)
  })
})

test('another network knows nothing of it', async () => {
  await entered(database, stage)
  const other = await setStage(database)
  const { text, status } = await asked(
    { database, network: other.network },
    null,
    adoptionRoutes(),
    '/antagna-program/ale/1',
  )
  expect([status, text]).toEqual([404, '404 Not Found'])
  expect(await as(database, other, 'officer', (tx) => adoptionsOf(tx))).toEqual([])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { form } from '../../../../tests/visits.ts'
import { publishFigures } from '../actions/publish-figures.ts'
import { plantPatternNetwork, waiting, type Planted } from '../testing.ts'

const database = useTestDatabase()
/** Thirty days after the quarter in which the planted matters came. */
const afterwards = new Date('2027-01-31T05:00:00Z')
let planted: Planted
beforeAll(async () => {
  planted = await plantPatternNetwork(database)
  for (const at of [1, 2])
    for (const one of waiting)
      await planted.send('visitor', { ...one, company: `Företag ${at} i ${one.place}` })
  await planted.send('visitor', { place: '1440', topic: 'annat', subject: 'Skylt', text: 'En skylt.' })
  await planted.send('officer', {
    place: '1440',
    subject: 'Egen',
    text: 'Egen dörr.',
    door: '1440',
    company: 'Eget',
  })
})

const publishOn = async (day: Date) => publishFigures({ queueDb: database.queueDb, clock: () => day })

describe('the public figures', () => {
  test('are not counted until their quarter is over and settled', async () => {
    await publishOn(new Date('2027-01-20T05:00:00Z'))
    expect((await planted.asked('visitor', '/arenden-i-siffror')).text).toContain(
      'Inga siffror är publicerade än',
    )
  })

  test('are the same for everybody, and hold no group of fewer than five', async () => {
    await publishOn(afterwards)
    const page = await planted.asked('visitor', '/arenden-i-siffror')
    expect(page.status).toBe(200)
    expect(page.text).toContain('8 ärenden kom 1 oktober 2026 – 31 december 2026.')
    expect(page.text).toContain('Räknat 31 januari 2027.')
    expect((await planted.asked('officer', '/arenden-i-siffror')).text).toEqual(page.text)
    const csv = (await planted.asked('visitor', '/arenden-i-siffror/data.csv?fran=2026-10-01')).text
    const numbers = csv
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(-1) ?? '')
    expect(csv).toContain('2026-10-01,2026-12-31,topic,annat+el,matters,,8')
    expect(numbers.filter((number) => /^[1-4]$/.test(number))).toEqual([])
    const json = JSON.parse((await planted.asked('visitor', '/en/matters-in-figures/data.json')).text)
    expect(json).toMatchObject({ from: '2026-10-01', publishedOn: '2027-01-31', isExample: false })
    expect((await planted.asked('visitor', '/arenden-i-siffror?fran=x')).status).toBe(200)
  })

  test('do not change with what comes or is closed afterwards', async () => {
    const before = (await planted.asked('visitor', '/arenden-i-siffror')).text
    await planted.send('visitor', { place: '1440', topic: 'annat', subject: 'Till', text: 'En till.' })
    await database.ownerDb.updateTable('matter').set({ firstWordAt: afterwards }).execute()
    await publishOn(new Date('2027-03-01T05:00:00Z'))
    expect((await planted.asked('visitor', '/arenden-i-siffror')).text).toEqual(before)
  })
})

const table = 'kommun\tstorlek\tantal\nAle\t0\t700\nAle\t10-49\t100\nLerum\t0\t500\nLerum\t10-49\t90'

describe('who is heard', () => {
  test('is read by the coordinator for all, by an officer for their own, by nobody else', async () => {
    for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
      expect((await planted.asked(who, '/vilka-hors-inte')).status).toBe(403)
    const all = (await planted.asked('coordinator', '/vilka-hors-inte')).text
    expect(all).toContain('Hur många företag som finns är inte känt')
    expect(all).toContain('Göteborg')
    const own = (await planted.asked('neighbour', '/vilka-hors-inte')).text
    expect(own).toContain('Företag i Lerum.')
    expect(own).not.toContain('Göteborg')
  })

  test('is compared with a table that the coordinator enters with its source', async () => {
    const path = '/vilka-hors-inte/antal-foretag'
    const filled = { source: 'Provregistret', asOf: '2026-10-01', table }
    expect((await planted.asked('officer', path, form(filled))).status).toBe(403)
    const wrong = await planted.asked(
      'coordinator',
      path,
      form({ ...filled, table: `${table}\nOrust\t0\t3` }),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Rad 6: kommunen är inte med i nätverket.')
    expect((await planted.asked('coordinator', path, form({ ...filled, asOf: '2030-01-01' }))).status).toBe(
      422,
    )
    expect((await planted.asked('coordinator', path, form({ source: '' }))).status).toBe(422)
    expect((await planted.asked('coordinator', path, form(filled))).status).toBe(303)
    const page = (await planted.asked('officer', '/vilka-hors-inte')).text
    expect(page).toContain('Antal företag: Provregistret')
    expect(page).toContain('Färre än 20 företag har hörts')
    expect(page).toContain('/foretag?kommun=1440&amp;storlek=0')
  })
})

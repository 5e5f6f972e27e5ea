import { expect, test } from 'vitest'
import { readAnswer } from './answers.ts'
import { catalogueEntry } from './catalogue.ts'
import { endingOf, successorsOf, titleChange } from './succession.ts'
import kpiRecords from './testing/kpi-records.json' with { type: 'json' }

// Real entries of the catalogue of March 2026.
const { records } = readAnswer('kpis', 'https://api.kolada.se/v3/kpi', JSON.stringify(kpiRecords))
const catalogue = records.map(catalogueEntry)

function entryOf(id: string) {
  const entry = catalogue.find((one) => one.id === id)
  if (!entry) throw new Error(`${id} is not among the records`)
  return entry
}

test.each([
  ['U07451', { lastYear: 2024, why: 'end-year-in-title', words: '(-2024)' }],
  ['N03932', { lastYear: 2023, why: 'end-year-in-title', words: '(-2023)' }],
  ['N60988', { lastYear: 2024, why: 'end-year-in-title', words: '(-2024)' }],
  ['U07415', { lastYear: 2023, why: 'end-year-in-title', words: '(-2023)' }],
])('%s has ended', (id, ending) => {
  expect(endingOf(entryOf(id))).toEqual(ending)
})

test.each(['U07453', 'N03941', 'N03937', 'N02201', 'N45953', 'N07415'])('%s goes on', (id) => {
  expect(endingOf(entryOf(id))).toBeNull()
  expect(successorsOf(entryOf(id), catalogue)).toEqual([])
})

test.each([
  ['(–2024)', { lastYear: 2024, why: 'end-year-in-title', words: '(–2024)' }],
  ['(- 2024)', { lastYear: 2024, why: 'end-year-in-title', words: '(- 2024)' }],
  ['gammal definition', { lastYear: null, why: 'old-definition-in-title', words: 'gammal definition' }],
  ['(1998-) region', null],
  ['ny definition', null],
  ['(normalårskorrigerad med nytt normalår 2022)', null],
])('a title that ends “%s”', (words, ending) => {
  expect(endingOf({ title: `Värme, kWh ${words}`, description: '' })).toEqual(ending)
})

test('a description that names the successor and since when', () => {
  const title = 'Utvecklade bränder i byggnad, antal/1000 inv'
  expect(endingOf({ ...entryOf('U07415'), title })).toMatchObject({
    lastYear: 2023,
    why: 'replaced-in-description',
  })
})

test.each([
  ['U07451', ['U07453']],
  ['U07551', ['U07554']],
  ['U07552', ['U07553']],
  ['N45923', ['N45953']],
  // From the register RAMS to the register BAS, and two years less of youth.
  ['N03932', ['N03941']],
  ['N03927', ['N03942']],
  ['N03936', ['N03942']],
  ['U00488', ['N00488']],
  ['U07415', ['N07415']],
  // Sisters, not successors: other ages, "never" beside "always", another service.
  ['N01928', []],
  ['U26442', []],
  ['N04116', []],
])('after %s comes %j', (id, successors) => {
  expect(successorsOf(entryOf(id), catalogue).map((one) => one.id)).toEqual(successors)
})

test('the reason is told: the same name, differing in these words', () => {
  expect(successorsOf(entryOf('U07451'), catalogue)).toEqual([
    {
      id: 'U07453',
      title: 'Företagsklimat Insikt - Totalt, Index, ny definition',
      why: { reason: 'same-name', onlyInOld: ['gammal'], onlyInNew: ['ny'] },
      isStatedIncomparable: false,
    },
  ])
  expect(successorsOf(entryOf('N03932'), catalogue)[0]?.why).toEqual({
    reason: 'same-name',
    onlyInOld: ['arsmedelvarde', 'registerbaserad', '16–65'],
    onlyInNew: ['bas', '18–65'],
  })
})

test('the reason is told: the catalogue says so, and that they cannot be compared', () => {
  expect(successorsOf(entryOf('U07415'), catalogue)).toMatchObject([
    {
      id: 'N07415',
      why: { reason: 'stated', by: 'the-old', words: 'Fr.o.m. 2024 ersätts detta nyckeltal med N07415' },
      isStatedIncomparable: true,
    },
  ])
})

test('a KPI that vanished is looked for by what its successor says', () => {
  const vanished = { id: 'N21819', title: 'Kostnad hemtjänst', description: '', municipalityType: 'K' }
  expect(successorsOf(vanished, catalogue)).toMatchObject([
    { id: 'N21006', why: { reason: 'stated', by: 'the-new', words: 'Ersätter: N21819' } },
  ])
})

test.each([
  ['Företagsklimat Insikt - Totalt, Index', 'Företagsklimat Insikt - Totalt, Index', 'same'],
  [
    'Företagsklimat Insikt - Totalt, Index',
    'Företagsklimat Insikt - Totalt, Index, gammal definition (-2024)',
    'ended',
  ],
  [
    'Företagsklimat enl. Öppna Jämförelser (Insikt) - Totalt, NKI',
    'Företagsklimat Insikt - Totalt, Index',
    'reworded',
  ],
  ['Arbetslöshet 16-64 år, andel (%)', 'Arbetslöshet 16-65 år, andel (%)', 'reworded'],
  // What U07453 was before it was given to Insikt.
  [
    'Invånare som känner oro för bostadsinbrott, andel (%)',
    'Företagsklimat Insikt - Totalt, Index, ny definition',
    'reused',
  ],
  ['Nystartade företag, antal', 'Företagskonkurser, antal', 'reused'],
  ['Sysselsatta invånare 20-64 år, andel (%)', 'Sysselsatta invånare 20-64 år som pendlar, kr/inv', 'reused'],
])('from “%s” to “%s”: %s', (stored, current, change) => {
  expect(titleChange(stored, current)).toBe(change)
})

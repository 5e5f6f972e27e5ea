import { expect, test } from 'vitest'
import { readAnswer } from './answers.ts'
import { catalogueEntry, fewestAnswers } from './catalogue.ts'
import kpiRecords from './testing/kpi-records.json' with { type: 'json' }
import { proposedUnit } from './unit.ts'

const [first] = kpiRecords.values

function entryOf(change: object) {
  const raw = JSON.stringify({ values: [{ ...first, ...change }], next_url: null })
  const [record] = readAnswer('kpis', 'https://api.kolada.se/v3/kpi', raw).records
  if (!record) throw new Error('no record')
  return catalogueEntry(record)
}

test('a record as Kolada writes it in 2026: 1 and 0, numbers for years, a backslash and an n', () => {
  const record = kpiRecords.values.find(({ id }) => id === 'N07909')
  expect(entryOf({ ...record })).toEqual({
    id: 'N07909',
    title: 'Fastighetspris småhus, kr/kvm',
    description: expect.stringMatching(
      /köp använts\.\nMed småhus .*\nDefinitionen .*\nKälla: SCB:s Fastighetsprisregister$/,
    ),
    isDividedByGender: false,
    municipalityType: 'K',
    auspice: 'X',
    operatingArea: 'Infrastruktur, miljö- och hälsoskydd mm',
    perspective: 'Övrigt',
    publicationDate: '2027-06-05',
    preliminaryPublicationDate: null,
    publicationPeriod: 2026,
    hasUnitData: false,
  })
})

test.each([
  ['a period as text', { publ_period: '2025' }, { publicationPeriod: 2025 }],
  ['no description', { description: null }, { description: '' }],
  ['an escaped character', { description: 'juli%u2010juni' }, { description: 'juli‐juni' }],
  ['spaces of all kinds', { title: ' Invånare\u00a0totalt,\t antal ' }, { title: 'Invånare totalt, antal' }],
  ['a date that is none', { publication_date: 'våren 2027' }, { publicationDate: null }],
  ['a date with a time', { publication_date: '2027-06-05T00:00:00' }, { publicationDate: '2027-06-05' }],
  ['yes as true', { is_divided_by_gender: true }, { isDividedByGender: true }],
])('%s', (_, change, expected) => {
  expect(entryOf(change)).toMatchObject(expected)
})

test('the fewest answers of a survey stand in its description', () => {
  const known = kpiRecords.values.find(({ id }) => id === 'U07453')
  expect(fewestAnswers(entryOf({ ...known }))).toBe(20)
  expect(fewestAnswers(entryOf({ description: '' }))).toBeNull()
})

test.each([
  ['Arbetslösa av arbetskraften (BAS), 18-65 år, andel (%)', 'percent', 1, null],
  [
    'Arbetslöshet 16-65 år, årsmedelvärde, andel (%) av registerbaserad arbetskraft (-2023)',
    'percent',
    1,
    null,
  ],
  ['Sysselsatta efter arbetsställets belägenhet, antal', 'number', 1, null],
  ['Nystartade företag, antal/1000 inv, 16-64 år', 'number', 1, { count: 1000, of: 'inv' }],
  ['Kulturhus, antal/10 000 inv (-2023)', 'number', 1, { count: 10_000, of: 'inv' }],
  ['Utskrivningsklara patienter, antal vårddygn/1000 inv', 'number', 1, { count: 1000, of: 'inv' }],
  ['Antibiotika förskrivet av tandläkare, recept/1000 inv', 'number', 1, { count: 1000, of: 'inv' }],
  ['Personalkostnader, kr/inv', 'money', 1, { count: 1, of: 'inv' }],
  ['Bruttoregionprodukt, kommun (BRP), 1000 kr/sysselsatt', 'money', 1000, { count: 1, of: 'sysselsatt' }],
  ['Företagens ekonomiska omsättning, mnkr', 'money', 1_000_000, null],
  ['Företagsklimat Insikt - Totalt, Index, ny definition', 'index', 1, null],
  ['Nettokostnad revision region, promille av total verksamhetskostnad', 'per-mille', 1, null],
  ['Elever i åk 9, avvikelse, procentenheter (-2024)', 'percentage-points', 1, null],
  ['Ohälsotal, 16-19 år, dagar', 'time', 1, null],
  ['Insamlat kommunalt avfall totalt, kg/invånare (justerat)', 'amount', 1, { count: 1, of: 'invånare' }],
  ['Utsläpp till luft av växthusgaser, industri, ton CO2e', 'amount', 1, null],
  // Words that hold a unit's letters are no units.
  ['Anställda 55-64 år inom individ- och familjeomsorg, antal', 'number', 1, null],
  ['Månadsavlönad personal, regionanställda sjukgymnaster, antal', 'number', 1, null],
  ['Anmält våld i utomhusmiljö, antal/100 000 inv', 'number', 1, { count: 100_000, of: 'inv' }],
  ['Genomsnittlig betygspoäng, gymnasieelever med examen, yrkesprogram hemkommun', 'points', 1, null],
  ['Varaktigt boende erbjuds (Ja=1, Nej=0)', 'yes-no', 1, null],
  ['Bostadsmarknadsläget, (Överskott=2, Balans=1, Underskott=0)', 'code', 1, null],
  ['Elever i åk. 9. betygspoäng i bild, lägeskommun, genomsnitt', 'points', 1, null],
])('the unit of “%s”', (title, kind, scale, per) => {
  expect(proposedUnit(title)).toMatchObject({ kind, scale, per })
})

test('a title without a unit proposes none', () => {
  expect(proposedUnit('Födelsenetto')).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualLimits } from './limits.ts'
import { readTable } from './read-table.ts'
import { rowsOf, workbookOf } from '#platform/office/testing.ts'
import { knowledge, paste, summary, upload, warningsIn } from './testing.ts'

const persons = { unit: 'persons', decimals: 0 }

test('a long table is read, whatever its headings are called', () => {
  const swedish = paste('Kommun;År;Värde\nAle;2022;12,4\nGöteborgs stad;2023;13')
  expect(summary(swedish)).toEqual(['1440 2022 12.4', '1480 2023 13'])
  const english = paste(
    'municipality_code,municipality,year,value\n1440,Ale,2022,12.4\n1480,Göteborg,2023,13',
  )
  expect(summary(english)).toEqual(summary(swedish))
  expect(swedish).toMatchObject({
    recognised: {
      source: 'paste',
      delimiter: ';',
      form: 'long',
      headingRow: 1,
      decimalSign: ',',
      columns: [
        { column: 'A', heading: 'Kommun', role: 'place-name' },
        { column: 'B', heading: 'År', role: 'year' },
        { column: 'C', heading: 'Värde', role: 'value' },
      ],
    },
  })
})

test('each figure knows where it stood', () => {
  const read = paste('Rubrik\n\nKommun;År;Värde\nAle;2022;12,4')
  expect(read).toMatchObject({ ok: true, figures: [{ row: 4, cell: 'C4', indicator: null }] })
})

test('all that a figure can have is read', () => {
  const read = paste(
    [
      'Kommunkod;Kön;År;Värde;Saknas;Preliminär;Anmärkning;Källa',
      '1440;Kvinnor;2023;12,4;;ja;Ny metod;SCB',
      '1440;Män;2023;;För få svar;nej;;SCB',
      '1440;Totalt;2023*;11,5 1);;;;SCB',
    ].join('\n'),
  )
  expect(read.ok && read.figures.map(({ figure }) => figure)).toEqual([
    {
      place: '1440',
      gender: 'women',
      year: 2023,
      value: 12.4,
      missing: null,
      isPreliminary: true,
      note: 'Ny metod',
    },
    {
      place: '1440',
      gender: 'men',
      year: 2023,
      value: null,
      missing: 'too-few-answers',
      isPreliminary: false,
      note: null,
    },
    { place: '1440', gender: 'all', year: 2023, value: 11.5, missing: null, isPreliminary: true, note: '1)' },
  ])
  expect(read.recognised?.columns.at(-1)).toEqual({ column: 'H', heading: 'Källa', role: null })
})

test('years across: titles above, notes beneath and a sum are passed over and told', () => {
  const read = paste(
    [
      'Sysselsatta efter region och år',
      '',
      'region;2022;2023*',
      '1440 Ale;12 345;12 400',
      '1480 Göteborg;..;300 100',
      'Summa;12 345;312 500',
      '',
      'Källa: SCB',
      'Senaste uppdatering: 2024-02-21',
    ].join('\n'),
    {},
    persons,
  )
  expect(summary(read)).toEqual([
    '1440 2022 12345',
    '1440 2023 12400',
    '1480 2022 not-in-source',
    '1480 2023 300100',
  ])
  expect(read).toMatchObject({
    recognised: { form: 'years-across', above: ['Sysselsatta efter region och år'] },
  })
  expect(read.ok && read.figures[1]?.figure.isPreliminary).toBe(true)
  expect(warningsIn(read)).toEqual(['total-rows-skipped 6', 'text-rows-skipped 8 9'])
})

test('years across without a heading over the places, as statistical databases export it', () => {
  expect(summary(paste(';2022;2023\nAle;1,5;2,5\nLerum;3,5;4,5'))).toEqual([
    '1440 2022 1.5',
    '1440 2023 2.5',
    '1441 2022 3.5',
    '1441 2023 4.5',
  ])
})

test('years across with a gender column that names each place once', () => {
  const read = paste('region\tkön\t2022\nAle\tkvinnor\t1,5\n\tmän\t2,5\nLerum\tkvinnor\t3,5')
  expect(summary(read)).toEqual(['1440 women 2022 1.5', '1440 men 2022 2.5', '1441 women 2022 3.5'])
  expect(warningsIn(read)).toEqual(['place-taken-from-above A3'])
})

test('years across with whom they speak of in the heading', () => {
  expect(summary(paste('Kommun;Kvinnor 2023;Män 2023\nAle;1,5;2,5'))).toEqual([
    '1440 women 2023 1.5',
    '1440 men 2023 2.5',
  ])
})

test('places across', () => {
  const read = paste('År;Ale;Göteborg;Totalt\n2022;1,5;2,5;2\n2023;3,5;..;3')
  expect(summary(read)).toEqual([
    '1440 2022 1.5',
    '1480 2022 2.5',
    '1440 2023 3.5',
    '1480 2023 not-in-source',
  ])
  expect(read).toMatchObject({ recognised: { form: 'places-across' } })
})

test('the measure’s own name over the values', () => {
  const read = paste('"region","kön","år","Folkmängd"\n"1440 Ale","män","2023","15 000"', {}, persons)
  expect(summary(read)).toEqual(['1440 men 2023 15000'])
})

test('our own export can be read back', () => {
  const read = paste(
    [
      'indicator,municipality_code,municipality,year,value,missing,unit,source,licence,retrieved_on,note',
      'N00945,1440,Ale,2022,12.4,,percent,SCB: Title,CC0,2024-01-01,',
      'N00945,1440,Ale,2023,,not-yet-published,percent,SCB: Title,CC0,2024-01-01,',
    ].join('\r\n'),
  )
  expect(summary(read)).toEqual(['1440 2022 12.4', '1440 2023 not-yet-published'])
  expect(read.ok && read.figures[0]?.indicator).toBe('N00945')
})

test('a table of one year, and one without headings, are read when the person tells', () => {
  expect(summary(paste('Kommun;Värde\nAle;1,5'))).toEqual(['1 year-column-missing'])
  expect(summary(paste('Kommun;Värde\nAle;1,5', { year: 2023, gender: 'women' }))).toEqual([
    '1440 women 2023 1.5',
  ])
  expect(summary(paste('Ale;2023;1,5\nLerum;2023;2,5'))).toEqual(['- no-headings'])
  const columns = { 'place-name': 'A', year: 'B', value: 'C' }
  expect(summary(paste('Ale;2023;1,5\nLerum;2023;2,5', { headingRow: 0, columns }))).toEqual([
    '1440 2023 1.5',
    '1441 2023 2.5',
  ])
  expect(summary(paste('Kommun;Värde\nAle;1,5', { columns: { year: 'Q' } }))).toEqual(['- column-unknown'])
})

test('what the table does not tell is asked for, and then read', () => {
  const two = 'Kommun;År;Folkmängd;Sysselsatta\nAle;2023;15000;7000'
  expect(paste(two, {}, persons)).toMatchObject({
    problems: [{ problem: 'value-column-unclear', proposals: ['C', 'D'] }],
  })
  expect(summary(paste(two, { columns: { value: 'D' } }, persons))).toEqual(['1440 2023 7000'])
  expect(summary(paste('Ort;År;Kommentar\nAle;2023;bra'))).toEqual(['1 value-column-missing'])
  expect(summary(paste('Plats X;År;Värde\nNågonstans;2023;1,5'))).toEqual(['1 place-column-missing'])
  expect(summary(paste('Kommun;År;Värde;Värde\nAle;2023;1,5;2,5'))).toEqual(['D1 column-twice'])
})

test('several measures are asked about, or read apart', () => {
  const text = 'Nyckeltal;Kommun;År;Värde\nN1;Ale;2023;1,5\nN2;Ale;2023;2,5'
  expect(paste(text)).toMatchObject({
    problems: [{ problem: 'several-indicators', proposals: ['N1', 'N2'] }],
  })
  expect(summary(paste(text, { indicator: 'N2' }))).toEqual(['1440 2023 2.5'])
  const both = paste(text, {}, { singleIndicator: false })
  expect(both.ok && both.figures.map(({ indicator }) => indicator)).toEqual(['N1', 'N2'])
})

// The bad input that the issue names, one by one: a clear problem at its place, and no figure.
test.each([
  ['an unknown place', 'Kommun;År;Värde\nAle;2023;1,5\nGbg;2023;2,5', ['A3 place-unknown']],
  [
    'a code with another’s name',
    'Kommunkod;Kommun;År;Värde\n1480;Ale;2023;1,5',
    ['B2 code-and-name-disagree'],
  ],
  ['no place', 'Kommun;År;Värde\n;2023;1,5', ['A2 place-missing']],
  ['two years', 'Kommun;År;Värde\nAle;2022/23;1,5', ['B2 two-years']],
  ['two years across', 'Kommun;2022;2022/23;2023\nAle;1;2;3', ['C1 two-years']],
  ['a day', 'Kommun;År;Värde\nAle;2023-06-15;1,5', ['B2 date-not-year']],
  ['no year', 'Kommun;År;Värde\nAle;;1,5', ['B2 year-missing']],
  ['NaN', 'Kommun;År;Värde\nAle;2023;NaN', ['C2 nan']],
  ['infinity', 'Kommun;År;Värde\nAle;2023;Inf', ['C2 infinite']],
  ['an error', 'Kommun;År;Värde\nAle;2023;#N/A', ['C2 error-sign']],
  ['a dash', 'Kommun;År;Värde\nAle;2023;–', ['C2 dash-unclear']],
  ['a number of either kind', 'Kommun;År;Värde\nAle;2023;1,234', ['C2 thousands-or-decimals']],
  ['a comma in a file of commas', 'Kommun,År,Värde\nAle,2023,12,4', ['D2 more-cells-than-headings']],
  ['a sign of another unit', 'Kommun;År;Värde\nAle;2023;5 ‰', ['C2 sign-of-other-unit']],
  ['a gender nobody knows', 'Kommun;Kön;År;Värde\nAle;2;2023;5', ['B2 gender-unknown']],
  ['no gender', 'Kommun;Kön;År;Värde\nAle;;2023;5', ['B2 gender-unknown']],
  ['a reason nobody knows', 'Kommun;År;Värde;Saknas\nAle;2023;;hm', ['D2 missing-unknown']],
  ['a value and a reason', 'Kommun;År;Värde;Saknas\nAle;2023;5;för få svar', ['C2 value-and-missing']],
  ['neither yes nor no', 'Kommun;År;Värde;Preliminär\nAle;2023;5;kanske', ['D2 preliminary-unknown']],
  ['headings alone', 'Kommun;År;Värde\nAle;;', ['- no-figures']],
  [
    'other figures twice',
    'Kommun;År;Värde\nAle;2023;5\nAle kommun;2023;6',
    ['C2 duplicate-differs', 'C3 duplicate-differs'],
  ],
])('%s', (_, text, problems) => {
  const read = upload(new TextEncoder().encode(text))
  expect(read.ok).toBe(false)
  expect(summary(read)).toEqual(problems)
})

test('several problems of one row and of several rows are all told, from the top', () => {
  const read = paste('Kommun;År;Värde\nGbg;22;många\nAle;2023;1,5\nSthlm;2023;NaN')
  expect(summary(read)).toEqual([
    'A2 place-unknown',
    'B2 year-short',
    'C2 not-a-number',
    'A4 place-unknown',
    'C4 nan',
  ])
  expect(read).toMatchObject({
    problems: [{ got: 'Gbg', proposals: ['Göteborg (1480)'] }, { got: '22' }, { got: 'många' }, {}, {}],
  })
})

test('of very many problems the first are listed, and all are counted', () => {
  const rows = Array.from({ length: 500 }, (_, index) => `Nowhere ${index};2023;1,5`)
  const read = paste(['Kommun;År;Värde', ...rows].join('\n'))
  expect(read).toMatchObject({ ok: false, total: 500 })
  expect(summary(read)).toHaveLength(usualLimits.problems)
})

test('what a dash means can be told', () => {
  const text = 'Kommun;År;Värde\nAle;2023;–\nLerum;2023;4,5'
  expect(summary(paste(text, { dashMeans: 'zero' }))).toEqual(['1440 2023 0', '1441 2023 4.5'])
  expect(summary(paste(text, { dashMeans: 'suppressed' }))).toEqual(['1440 2023 suppressed', '1441 2023 4.5'])
})

test('the other numbers of the table decide, or else the person', () => {
  const undecided = 'Kommun;År;Värde\nAle;2023;1,234\nLerum;2023;2'
  expect(summary(paste(undecided, { decimalSign: ',' }, persons))).toEqual(['1440 2023 1.234', '1441 2023 2'])
  expect(summary(paste(undecided, { decimalSign: '.' }, persons))).toEqual(['1440 2023 1234', '1441 2023 2'])
  const decided = 'Kommun;År;Värde\nAle;2023;1.234\nLerum;2023;1.002.345'
  expect(summary(paste(decided, {}, persons))).toEqual(['1440 2023 1234', '1441 2023 1002345'])
})

test('a code that lost its zero, a double and strange values are told', () => {
  const read = paste('Kommunkod;År;Värde\n114;2023;1,5\n0114;2023;1,5\n1440;2023;-1,25')
  expect(summary(read)).toEqual(['0114 2023 1.5', '1440 2023 -1.25'])
  expect(warningsIn(read)).toEqual([
    'zeros-restored A2',
    'outside-usual-range C4',
    'more-decimals-than-shown C4',
    'duplicate-same C3',
  ])
})

test.each([
  ['percent', '140', ['outside-usual-range C2']],
  ['index', '140', ['outside-usual-range C2']],
  ['persons', '12,5', ['not-whole C2']],
  ['sek', '-140000', []],
])('%s %s warns of %j', (unit, value, warnings) => {
  expect(warningsIn(paste(`Kommun;År;Värde\nAle;2023;${value}`, {}, { unit }))).toEqual(warnings)
})

test.each([
  ['persons', '-1'],
  ['index', '-1'],
  ['rank', '0'],
  ['grade', '-3'],
])('%s cannot be %s', (unit, value) => {
  expect(summary(paste(`Kommun;År;Värde\nAle;2023;${value}`, {}, { unit }))).toEqual(['C2 value-impossible'])
})

test('shares in a column of per cent are pointed out', () => {
  const years = [2019, 2020, 2021, 2022, 2023].map((year) => `Ale;${year};0,1${year % 10}`)
  const read = paste(['Kommun;År;Värde', ...years].join('\n'), {}, { decimals: 2 })
  expect(warningsIn(read)).toEqual(['looks-like-shares C2'])
})

const sheet = (rows: Parameters<typeof rowsOf>[0], more = {}) =>
  upload(workbookOf([{ name: 'Blad1', rows: rowsOf(rows), ...more }]))

test.each(['1e308', '1e+15', '-1e300'])('%s in a workbook is too large to be stored exactly', (number) => {
  const read = sheet([
    ['Kommun', 'År', 'Värde'],
    ['Ale', 2023, `<c><v>${number}</v></c>`],
  ])
  expect(summary(read)).toEqual(['C2 number-too-large'])
})

test('a workbook that hides the same columns without end is read like any other', () => {
  const before = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(100_000)}</cols>`
  const read = sheet(
    [
      ['Kommun', 'År', 'Värde'],
      ['Ale', 2023, 1],
    ],
    { before },
  )
  expect(summary(read)).toEqual(['1440 2023 1'])
})

test('a workbook is read with what only a workbook has', () => {
  const read = sheet([
    ['Kommun', 'År', 'Andel (%)'],
    [114, 2022, 12.4],
    ['Ale', '<c s="1"><v>45291</v></c>', '<c s="2"><v>0.125</v></c>'],
    ['Lerum', 2023, '<c><f>1+1</f><v>2</v></c>'],
  ])
  expect(summary(read)).toEqual(['0114 2022 12.4', '1440 2023 12.5', '1441 2023 2'])
  expect(warningsIn(read)).toEqual(['zeros-restored A2', 'year-from-date B3', 'formulas-read C4'])
})

test.each([
  ['a year typed into a cell for dates', '<c s="1"><v>2023</v></c>', 1, 'B2 year-shown-as-date'],
  ['an error', 2023, '<c t="e"><v>#DIV/0!</v></c>', 'C2 error-sign'],
  ['a formula without a result', 2023, '<c><f>1+1</f></c>', 'C2 formula-without-result'],
  ['true', 2023, '<c t="b"><v>1</v></c>', 'C2 truth-in-value'],
  ['a day among the values', 2023, '<c s="1"><v>45000</v></c>', 'C2 date-in-value'],
])('%s in a workbook', (_, year, value, problem) => {
  expect(
    summary(
      sheet([
        ['Kommun', 'År', 'Värde'],
        ['Ale', year, value],
      ]),
    ),
  ).toEqual([problem])
})

test('merged cells are refused in the table, and pass in the title', () => {
  const rows = [['Titel'], ['Kommun', 'År', 'Värde'], ['Ale', 2022, 1], [null, 2023, 2]]
  expect(summary(sheet(rows.with(3, ['Ale', 2023, 2]), { after: '<mergeCell ref="A1:C1"/>' }))).toHaveLength(
    2,
  )
  const merged = sheet(rows, { after: '<mergeCell ref="A3:A4"/>' })
  expect(summary(merged)).toEqual(['A3:A4 merged-cells', 'A4 place-missing'])
})

test('hidden rows, columns and sheets are told', () => {
  const rows = rowsOf([
    ['Kommun', 'År', 'Värde'],
    ['Ale', 2023, 1],
  ]).replace('<row r="2"', '<row r="2" hidden="1"')
  const before = '<cols><col min="2" max="2" hidden="1"/><col min="8" max="16384" hidden="1"/></cols>'
  const read = upload(
    workbookOf([
      { name: 'Ny', rows, before },
      { name: 'Gammal', state: 'hidden', rows },
    ]),
  )
  expect(warningsIn(read)).toEqual([
    'hidden-rows-read 2',
    'hidden-columns-read B',
    'hidden-sheets-skipped Gammal',
  ])
})

test('of several sheets the one with a table is read; of several tables the person chooses', () => {
  const about = rowsOf([['Om tabellen'], ['Källa: SCB']])
  const table = rowsOf([
    ['Kommun', 'År', 'Värde'],
    ['Ale', 2023, 1],
  ])
  const one = workbookOf([
    { name: 'Info', rows: about },
    { name: 'Data', rows: table },
  ])
  expect(upload(one)).toMatchObject({ ok: true, recognised: { sheet: 'Data' } })
  const two = workbookOf([
    { name: 'A', rows: table },
    { name: 'B', rows: table },
  ])
  expect(upload(two)).toMatchObject({ problems: [{ problem: 'several-sheets', proposals: ['A', 'B'] }] })
  expect(upload(two, { sheet: 'B' })).toMatchObject({ ok: true, recognised: { sheet: 'B' } })
  expect(upload(two, { sheet: 'C' })).toMatchObject({ problems: [{ problem: 'sheet-unknown' }] })
  expect(summary(upload(workbookOf([{ name: 'Info', rows: about }])))).toEqual(['- no-headings'])
})

test('a large file is refused by its size', () => {
  const bytes = new Uint8Array(2000)
  const read = readTable({ kind: 'file', bytes }, { ...knowledge, limits: { ...usualLimits, bytes: 1999 } })
  expect(summary(read)).toEqual(['- file-too-large'])
})

test('no pasted text makes it throw', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'Kommun',
      'År',
      'Värde',
      'Kön',
      'Saknas',
      'Ale',
      'Gbg',
      '1480',
      '2023',
      '2022/23',
      '12,4',
      '-',
      '"',
      '',
    ),
    fc.string(),
  )
  const text = fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
    .chain((rows) =>
      fc.constantFrom(';', '\t', ',').map((sign) => rows.map((row) => row.join(sign)).join('\n')),
    )
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (pasted) => {
      expect(typeof paste(pasted).ok).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})

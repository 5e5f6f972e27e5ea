import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { gridOf, type Grid } from './grid.ts'
import { usualLimits } from './limits.ts'
import { rowsOf, workbookOf, zipOf, type TestSheet } from '#platform/office/testing.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

function open(bytes: Uint8Array, limits = usualLimits): Grid {
  const grid = gridOf({ kind: 'file', bytes }, limits)
  if (!grid.ok) throw new Error(grid.refusal.problem)
  return grid.value
}

function problemOf(bytes: Uint8Array, limits = usualLimits): unknown {
  const grid = gridOf({ kind: 'file', bytes }, limits)
  return grid.ok ? null : grid.refusal
}

/** Rows as texts, the empty cells left out. */
function texts(grid: Grid, sheet = 0): readonly string[] {
  return (grid.sheets[sheet]?.rows ?? []).map(
    ({ number, cells }) => `${number}: ${[...cells.values()].map(({ text }) => text).join('|')}`,
  )
}

test.each([
  ['UTF-8', utf8('Kommun;År\nÖckerö;2023'), 'utf-8'],
  ['UTF-8 with its mark', utf8('\uFEFFKommun;År\nÖckerö;2023'), 'utf-8'],
  ['UTF-16', new Uint8Array(Buffer.from('\uFEFFKommun;År\nÖckerö;2023', 'utf16le')), 'utf-16le'],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from('Kommun;År\nÖckerö;2023', 'utf16le')), 'utf-16le'],
  [
    'UTF-16 the other way',
    new Uint8Array(Buffer.from('\uFEFFKommun;År\nÖckerö;2023', 'utf16le').swap16()),
    'utf-16be',
  ],
  ['Windows-1252', latin1('Kommun;År\nÖckerö;2023'), 'windows-1252'],
])('%s is recognised', (_, bytes, encoding) => {
  const grid = open(bytes)
  expect(grid.encoding).toBe(encoding)
  expect(texts(grid)).toEqual(['1: Kommun|År', '2: Öckerö|2023'])
})

test('letters of DOS and of old Macs are refused where they stand', () => {
  const dos = utf8('Kommun;Ar\nAle;1\nH')
  expect(problemOf(new Uint8Array([...dos, 0x84, ...utf8('rryda;2')]))).toMatchObject({
    problem: 'encoding-unknown',
    row: 3,
    got: 'H„rryda;2',
  })
})

test('bytes that are no text are refused where they stand', () => {
  expect(problemOf(new Uint8Array([0x41, 0x0a, 0x00, 0x01, 0xff]))).toMatchObject({
    problem: 'encoding-unknown',
    row: 2,
  })
})

test.each(['GÃ¶teborg', 'HÃ¤rryda', 'Ã–ckerÃ¶', 'G\uFFFDteborg'])('%s has lost its letters', (name) => {
  expect(problemOf(utf8(`Kommun;Värde\n${name};1`))).toMatchObject({ problem: 'letters-damaged', row: 2 })
})

test('a letter of UTF-8 in the middle of an older file is no new letter', () => {
  expect(problemOf(new Uint8Array([...latin1('Kommun;År\nAle;1\n'), ...utf8('Öckerö;2')]))).toMatchObject({
    problem: 'letters-damaged',
    row: 3,
  })
})

test.each([
  ['Kommun;2022;2023\nAle;12,4;12,5\nLerum;1,0;2,0', ';'],
  ['Kommun,2022,2023\nAle,12.4,12.5', ','],
  ['Kommun,2022,2023\nAle,"12,4","12,5"', ','],
  ['Kommun\t2022\nAle\t12,4', '\t'],
  ['1480;2023;12,4\n1440;2023;12,5', ';'],
  ['Titel, med komma, och mer\n\nKommun;År;Värde\nAle;2023;1,5\nLerum;2023;2,5', ';'],
  ['sep=,\nKommun,År\nAle;x,2023', ','],
])('%j is parted by %j', (text, delimiter) => {
  expect(open(utf8(text)).delimiter).toBe(delimiter)
})

test('rows are those a spreadsheet shows, whatever ends the lines', () => {
  expect(texts(open(utf8('Titel;\r\n\r\nKommun;År\nAle;"två\nrader"\rLerum;="0114"')))).toEqual([
    '1: Titel',
    '3: Kommun|År',
    '4: Ale|två rader',
    '5: Lerum|0114',
  ])
  expect(texts(open(utf8('sep=;\nKommun;År\nAle;2023')))).toEqual(['2: Kommun|År', '3: Ale|2023'])
})

test.each([
  ['Kommun;År\nAle;2023\n"Lerum;2023\nÖckerö;2023', 3],
  ['Kommun;År\nAle "stad";2023', 2],
  ['Kommun;År\n"två\nrader";2023\n"Ale"x;2023', 4],
])('%j has broken quotes on line %d', (text, row) => {
  expect(problemOf(utf8(text))).toMatchObject({ problem: 'quote-broken', row })
})

test('quotes in what is pasted from a spreadsheet are signs like others', () => {
  const grid = gridOf({ kind: 'paste', text: 'Kommun\tAnm\nAle\tså kallad "etta"' }, usualLimits)
  expect(grid).toMatchObject({ ok: true, value: { delimiter: '\t', source: 'paste' } })
})

test.each([
  ['pdf-file', utf8('%PDF-1.7')],
  ['old-excel-file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['locked-file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')])],
  ['zip-file', zipOf([{ name: 'tabell.csv', content: 'Kommun;År' }])],
  [
    'zip-file',
    zipOf([
      { name: '[Content_Types].xml', content: '' },
      { name: 'word/document.xml', content: '' },
    ]),
  ],
  [
    'opendocument-file',
    zipOf([
      { name: 'mimetype', content: '' },
      { name: 'content.xml', content: '' },
    ]),
  ],
  [
    'binary-excel-file',
    zipOf([
      { name: '[Content_Types].xml', content: '' },
      { name: 'xl/workbook.bin', content: '' },
    ]),
  ],
  ['html-file', utf8('\uFEFF <html><table><tr><td>Ale</td></tr></table></html>')],
  ['html-file', utf8('<?xml version="1.0"?><Workbook/>')],
  ['json-file', utf8('{"values": []}')],
  ['json-file', utf8('[{"kommun": "Ale"}]')],
  ['px-file', utf8('CHARSET="ANSI";\nAXIS-VERSION="2010";')],
  ['picture-file', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ['unknown-file', utf8('PAR1')],
  ['empty-file', new Uint8Array()],
  ['empty-file', utf8(' \n;;\n')],
  ['broken-workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])],
])('a %s is named for what it is', (problem, bytes) => {
  expect(problemOf(bytes)).toMatchObject({ problem })
})

test('what is too large is refused before it is opened', () => {
  expect(problemOf(new Uint8Array(11 * 1024 * 1024))).toMatchObject({ problem: 'file-too-large' })
  expect(problemOf(utf8(';'.repeat(1000)), { ...usualLimits, cells: 999 })).toMatchObject({
    problem: 'too-many-cells',
    got: '999',
  })
})

const table = rowsOf([
  ['Kommun', '2023'],
  ['Ale', 1],
])

test('a file is no sheet twice, so that a small workbook stays small', () => {
  const sheets = '<sheet name="Blad1" r:id="rId1"/>'.repeat(2)
  const bytes = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook><sheets>${sheets}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
    },
  ])
  expect(problemOf(bytes)).toMatchObject({ problem: 'broken-workbook', got: 'Blad1' })
})

test('a bomb is refused by what its directory promises, and a directory that lies is found out', () => {
  const bomb = new Uint8Array(30_000_000)
  const small = { ...usualLimits, unpackedBytes: 1_000_000 }
  const workbook = { name: '[Content_Types].xml', content: '' }
  const honest = zipOf([workbook, { name: 'xl/workbook.xml', content: bomb }])
  expect(honest.byteLength).toBeLessThan(100_000)
  expect(problemOf(honest, small)).toMatchObject({ problem: 'unpacks-too-large' })
  const lying = zipOf([workbook, { name: 'xl/workbook.xml', content: bomb, saidSize: 1000 }])
  expect(problemOf(lying, small)).toMatchObject({ problem: 'broken-workbook' })
})

test('cells of a workbook are counted, too', () => {
  const bytes = workbookOf([{ name: 'Blad1', rows: table }])
  expect(problemOf(bytes, { ...usualLimits, cells: 3 })).toMatchObject({ problem: 'too-many-cells' })
  const wordy = workbookOf([{ name: 'Blad1', rows: table }], { sharedStrings: '<si><t>x</t></si>'.repeat(9) })
  expect(problemOf(wordy, { ...usualLimits, cells: 5 })).toMatchObject({ problem: 'too-many-cells' })
})

function sheetOf(cells: string, more: Partial<TestSheet> = {}, book = {}): Grid {
  return open(workbookOf([{ name: 'Blad1', rows: `<row r="1">${cells}</row>`, ...more }], book))
}

test.each([
  ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'Öckerö', 'text'],
  ['a text of its own', '<c r="A1" t="inlineStr"><is><t>Ale</t></is></c>', 'Ale', 'text'],
  ['a number', '<c r="A1"><v>12.4</v></c>', '12.4', 'number'],
  ['a number with Excel’s noise', '<c r="A1"><v>12.399999999999999</v></c>', '12.4', 'number'],
  ['per cent', '<c r="A1" s="2"><v>0.124</v></c>', '12.4 %', 'number'],
  ['a number with a word', '<c r="A1" s="4"><v>0.124</v></c>', '0.124', 'number'],
  ['a day', '<c r="A1" s="1"><v>45291</v></c>', '2023-12-31', 'day'],
  ['a day in a format of the workbook', '<c r="A1" s="3"><v>45291.5</v></c>', '2023-12-31', 'day'],
  ['the first day', '<c r="A1" s="1"><v>1</v></c>', '1900-01-01', 'day'],
  ['the day after the one that never was', '<c r="A1" s="1"><v>61</v></c>', '1900-03-01', 'day'],
  ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE', 'truth'],
  ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '#DIV/0!', 'error'],
  ['a formula’s text', '<c r="A1" t="str"><f>B1</f><v>Ale</v></c>', 'Ale', 'text'],
])('%s is read as what it is', (_, cell, text, kind) => {
  const grid = sheetOf(cell, {}, { sharedStrings: '<si><t>Öckerö</t></si>' })
  expect(grid.sheets[0]?.rows[0]?.cells.get(0)).toMatchObject({ text, value: { kind } })
})

test('raised digits stay raised, and what is only pronounced is left out', () => {
  const raised = '<r><t>12,4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r>'
  const sharedStrings = `<si>${raised}<rPh><t>tolv</t></rPh></si><si><t>två_x000D_rader &amp; mer_x0000_</t></si>`
  const grid = sheetOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>', {}, { sharedStrings })
  expect(texts(grid)).toEqual(['1: 12,4¹)|två rader & mer\uFFFD'])
})

test('formulas are told, with and without a stored result', () => {
  const grid = sheetOf('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/></c>')
  const cells = grid.sheets[0]?.rows[0]?.cells
  expect(cells?.get(0)).toMatchObject({ text: '2', formula: 'with-result' })
  expect(cells?.get(1)).toMatchObject({ text: '', formula: 'without-result' })
})

test('days count from 1904 where the workbook says so', () => {
  expect(texts(sheetOf('<c r="A1" s="1"><v>0</v></c>', {}, { isFrom1904: true }))).toEqual(['1: 1904-01-01'])
})

test('merged cells and hidden rows and columns are told', () => {
  const grid = sheetOf('<c r="A1"><v>1</v></c>', {
    before: '<cols><col min="2" max="3" hidden="1"/></cols>',
    rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="7" hidden="1"><c r="A7"><v>2</v></c></row>',
    after: '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>',
  })
  expect(grid.sheets[0]).toMatchObject({
    merged: [{ address: 'A1:C2', firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2 }],
    hiddenRows: [7],
    hiddenColumns: [1, 2],
  })
})

test('hidden and empty sheets are set aside, and a workbook of charts is no table', () => {
  const grid = open(
    workbookOf([
      { name: 'Tom' },
      { name: 'Gammal', state: 'hidden', rows: table },
      { name: 'Ny', rows: table },
      { name: 'Diagram', isChart: true },
    ]),
  )
  expect(grid.sheets.map(({ name }) => name)).toEqual(['Ny'])
  expect(grid.hiddenSheets).toEqual(['Gammal'])
  expect(problemOf(workbookOf([{ name: 'Diagram', isChart: true }]))).toMatchObject({
    problem: 'only-charts',
  })
  expect(problemOf(workbookOf([{ name: 'Tom' }]))).toMatchObject({ problem: 'empty-file' })
})

test('a sheet that breaks off is told by its name', () => {
  const bytes = workbookOf([{ name: 'Blad1', rows: '<row><c><v>1</v></c>', after: '</oops>' }])
  expect(problemOf(bytes)).toMatchObject({ problem: 'broken-workbook', got: 'Blad1' })
})

test('a workbook that another program wrote is read', async () => {
  const day = new Date('2023-12-31T00:00:00Z')
  const written = await writeExcelFile([
    [{ value: 'Öckerö & Ale' }, { value: 12.4 }, { value: day, type: Date, format: 'yyyy-mm-dd' }],
  ]).toBuffer()
  expect(texts(open(new Uint8Array(written)))).toEqual(['1: Öckerö & Ale|12.4|2023-12-31'])
})

test('no bytes make it throw, not even behind the beginning of a workbook', () => {
  const sound = workbookOf([{ name: 'Blad1', rows: table }])
  const damaged = fc
    .tuple(fc.nat(sound.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([at, bytes]) => {
      const copy = sound.slice()
      copy.set(bytes.subarray(0, copy.length - at), at)
      return copy
    })
  const cut = fc.nat(sound.length).map((length) => sound.slice(0, length))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged, cut), (bytes) => {
      expect(typeof gridOf({ kind: 'file', bytes }, usualLimits).ok).toBe('boolean')
    }),
    { numRuns: 500 },
  )
})

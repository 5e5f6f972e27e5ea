import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../src/modules/accounts/index.ts'
import { cellGrid, standingWords, vocabularyOf } from '../src/modules/programme/index.ts'
import { dayOf, endOfDay, formatShortDay } from '../src/platform/values/dates.ts'
import type { Locale } from '../src/platform/values/locale.ts'
import { useTestDatabase } from './database.ts'
import { plantRegion, type Planted } from '../src/modules/programme/testing.ts'
import { fileTypes, type FileForm } from '../src/modules/reports/pages/report-files.ts'
import {
  holdable,
  origin,
  partsOf,
  readPdf,
  readWord,
  readWorkbook,
  sayForAle,
  squeezed,
  visitedBy,
} from './report-readers.ts'

/** The files are opened again by readers that know nothing of how they were written, and held against the database. */
const database = useTestDatabase()
let planted: Planted
/** What could break out of what it is set in, and what no file can hold. */
const hostile =
  '#let x = 1; $a^2$ *fet* _kursiv_ @länk \\emph{x} "citat" <b>&amp;</b> {{titel}} =SUMMA(1) `kod` ÅÄÖ åäö\u0001\u000b 😀'
const seen = holdable(hostile)
const long = `${'Mycket långt om Åmål. '.repeat(44)}slut`
const day = '2026-11-26'

beforeAll(async () => {
  planted = at(await plantRegion(database), new Date('2026-11-28T09:00:00Z'))
  await sayForAle(database, planted, hostile, new Date('2026-11-25T09:00:00Z'))
  await sayForAle(database, planted, `${hostile}\n${long}`, new Date('2026-11-26T09:00:00Z'))
  // After the day that is asked for: no report of that day may know of it.
  await sayForAle(database, planted, 'Sagt dagen efter', new Date('2026-11-27T08:00:00Z'))
})

/** The same network at another time. */
function at(given: Planted, now: Date): Planted {
  return { ...given, context: (who) => ({ ...given.context(who), now }) }
}

const addresses: Record<Locale, string> = {
  sv: `/rapporter/regionen/${day}`,
  en: `/en/reports/region/${day}`,
}
async function file(locale: Locale, form: FileForm, since = '2026-11-24'): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await visitedBy(planted, 'visitor').request(`${addresses[locale]}.${form}?since=${since}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(fileTypes[form])
  return new Uint8Array(await answer.arrayBuffer())
}

/** Every cell as it was known on the day, from the database. */
async function cells() {
  const { entries } = await inTransaction(
    { ...planted.context('visitor'), asOf: endOfDay(day) },
    async (tx) => cellGrid(tx),
  )
  return entries
}

describe.each(['sv', 'en'] as const)('the report in %s', (locale) => {
  test('as PDF says every word of every cell, is tagged, titled, in its language and has words for its charts', async () => {
    const pdf = await readPdf(await file(locale, 'pdf'))
    for (const { cell, municipality } of await cells()) {
      expect(pdf.text).toContain(squeezed(municipality.name))
      if (!cell || cell.text.includes('😀')) continue
      expect(pdf.text).toContain(squeezed(cell.text))
      expect(pdf.text).toContain(squeezed(formatShortDay(dayOf(cell.saidAt), locale)))
    }
    expect(pdf.text).toContain(squeezed(seen.replace('😀', '[U+1F600]')))
    expect(pdf.text).toContain(squeezed(long))
    expect(pdf.text).not.toContain(squeezed('Sagt dagen efter'))
    expect(pdf.language).toMatch(locale)
    expect(pdf.isMarked).toBe(true)
    expect(pdf.title).toContain(locale === 'sv' ? 'Uppföljning' : 'Follow-up')
    expect(pdf.outline.length).toBeGreaterThan(4)
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure'])
      expect(pdf.roles, role).toContain(role)
    expect(pdf.roles.filter((role) => role === 'Figure')).toHaveLength(pdf.alts.length)
  })

  test('as a Word file has headings, tables with a row for each cell, and words for its pictures', async () => {
    const { html, text, parts } = await readWord(await file(locale, 'docx'))
    const spoken = (await cells()).flatMap(({ cell }) => cell ?? [])
    for (const cell of spoken) expect(squeezed(text)).toContain(squeezed(holdable(cell.text)))
    expect(text).not.toContain('Sagt dagen efter')
    // Fifteen interventions with thirteen rows and a heading each, and the tables before them.
    expect(html.match(/<tr>/g)?.length ?? 0).toBeGreaterThan(15 * 14)
    expect(html).toMatch(/<h2>.*<\/h2>.*<h3>/s)
    for (const [image] of html.matchAll(/<img[^>]*>/g)) expect(image).toMatch(/alt="[^"]{10}/)
    const body = parts.get('word/document.xml') ?? ''
    expect(body.match(/<w:tblHeader\/>/g)?.length).toBe(html.match(/<table>/g)?.length)
    expect(parts.get('word/styles.xml')).toContain(`w:val="${locale === 'sv' ? 'sv-SE' : 'en-GB'}"`)
    // What the officers wrote is Swedish, and says so in an English report.
    expect(body.includes('<w:lang w:val="sv-SE"/>')).toBe(locale === 'en')
  })

  test('as slides has a title on each, one for each area, and charts that hold their figures', async () => {
    const parts = partsOf(await file(locale, 'pptx'))
    const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    const text = slides
      .map(([, xml]) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, one]) => one).join(''))
      .join('\n')
    for (const [name, xml] of slides) expect(xml, name).toMatch(/<p:ph[^>]*type="title"/)
    const areas = text.match(locale === 'sv' ? /Område: /g : /Area: /g)
    expect(areas).toHaveLength(6)
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    expect(charts.length).toBeGreaterThanOrEqual(6)
    for (const [, xml] of charts) expect(xml).toMatch(/<c:externalData/)
    const figures = slides.filter(([, xml]) => xml.includes('<c:chart'))
    for (const [name, xml] of figures) expect(xml, name).toMatch(/<p:cNvPr[^>]*descr="[^"]{20}/)
  })

  test('as a workbook has every cell in a row of its own', async () => {
    const sheets = readWorkbook(await file(locale, 'xlsx'))
    const rows = rowsIn(sheets[1]).slice(1)
    const vocabulary = await inTransaction(planted.context('visitor'), vocabularyOf)
    const words = standingWords(vocabulary, locale).labels
    const expected = (await cells()).map(({ intervention, municipality, cell }) => [
      String(intervention.number),
      municipality.code,
      words[cell?.status ?? 'not-reported'],
      squeezed(holdable(cell?.text ?? '')),
      cell ? dayOf(cell.saidAt) : '',
      cell?.milestone?.on ?? '',
    ])
    const picked = rows.map((row) =>
      [2, 4, 6, 8, 9, 12].map((column) => (column === 8 ? squeezed(row[column] ?? '') : (row[column] ?? ''))),
    )
    expect(picked.toSorted(byText)).toEqual(expected.toSorted(byText))
    const about = rowsIn(sheets[0]).flat().join('\n')
    expect(about).toContain(`${origin}${addresses[locale]}`)
    expect(rowsIn(sheets[3]).slice(1)).toHaveLength(1)
  })
})

function rowsIn(sheet: ReturnType<typeof readWorkbook>[number] | undefined): string[][] {
  return (sheet?.rows ?? []).map(({ cells: found }) => {
    const last = Math.max(-1, ...found.keys())
    return Array.from({ length: last + 1 }, (_none, column) => found.get(column)?.text ?? '')
  })
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.join('\t') < b.join('\t') ? -1 : 1
}

test.each(['pdf', 'docx', 'pptx', 'xlsx'] as const)(
  'of a day long ago is there, too, as %s',
  async (form) => {
    const answer = await visitedBy(planted, 'visitor').request(`/rapporter/ale/1950-06-30.${form}`)
    expect(answer.status).toBe(200)
  },
)

describe('the same report', () => {
  test.each(['pdf', 'docx', 'pptx', 'xlsx'] as const)(
    'is the same to the byte as %s, whoever asks and when',
    async (form) => {
      const first = await file('sv', form)
      const later = at(planted, new Date('2027-05-01T09:00:00Z'))
      const answer = await visitedBy(later, 'coordinator').request(`${addresses.sv}.${form}?sedan=2026-11-24`)
      expect(Buffer.from(await answer.arrayBuffer()).equals(first)).toBe(true)
    },
  )
})

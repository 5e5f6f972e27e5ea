import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { Municipality } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { IndicatorSeries } from '../../core/indicator.ts'
import type { RegionValue } from '../../core/region-value.ts'
import { csvColumns, rowsOf } from './csv.ts'
import { downloadTextsIn } from './download-texts.ts'
import { textsIn } from '../texts.ts'

/** An indicator with what has been made of it for the region. */
export interface WithRegion {
  readonly series: IndicatorSeries
  readonly region: readonly RegionValue[]
}

type Text = string | number | null

/**
 * Indicators as a workbook: the municipalities' values on one sheet, the region's on another, so that a sum over a column
 * counts nothing twice; and what everything means and where it comes from on a third.
 */
export async function workbookOf(
  all: readonly WithRegion[],
  municipalities: readonly Municipality[],
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = downloadTextsIn(locale)
  const values = all.flatMap(({ series }) => rowsOf(series, municipalities))
  const region = all.flatMap((one) => regionRows(one, locale))
  const about = all.flatMap(({ series }) => aboutRows(series, locale))
  const sheets = [
    { sheet: texts.sheets.values, data: sheetOf(csvColumns, values), columns: widths(14, csvColumns.length) },
    { sheet: texts.sheets.region, data: sheetOf(texts.regionColumns, region), columns: widths(18, 4) },
    {
      sheet: texts.sheets.about,
      data: sheetOf(texts.aboutColumns, about),
      columns: [{ width: 24 }, { width: 24 }, { width: 90 }],
    },
  ].map((sheet) => ({ ...sheet, stickyRowsCount: 1 }))
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

function sheetOf(headings: readonly string[], rows: readonly (readonly Text[])[]): SheetData {
  return [
    headings.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === null || value === '' ? null : { value }))),
  ]
}

function widths(width: number, count: number) {
  return Array.from({ length: count }, () => ({ width }))
}

function regionRows({ series, region }: WithRegion, locale: Locale): readonly (readonly Text[])[] {
  const rule = textsIn(locale).edit.rules[series.indicator.regionRule.kind]
  return region.map(({ year, value }) => [series.indicator.id, year, value, rule])
}

function aboutRows({ indicator, sources }: IndicatorSeries, locale: Locale): readonly (readonly Text[])[] {
  const texts = textsIn(locale)
  const { terms } = downloadTextsIn(locale)
  const rows: readonly (readonly [string, string])[] = [
    [terms.name, inLocale(indicator.name, locale)],
    [terms.definition, inLocale(indicator.definition, locale)],
    [terms.method, inLocale(indicator.method, locale)],
    [terms.unit, texts.units[indicator.unit]],
    [terms.direction, texts.directions[indicator.direction]],
    ...indicator.breaks.map(({ from, text }) => [terms.break, `${from}: ${inLocale(text, locale)}`] as const),
    ...sources.flatMap(({ publisher, title, url, licence, retrievedOn }) => [
      [terms.source, [`${publisher}: ${title}`, url].filter((one) => one !== null).join(' ')] as const,
      [terms.licence, licence] as const,
      [terms.retrieved, retrievedOn ?? texts.sources.retrievedUnknown] as const,
    ]),
  ]
  return rows.filter(([, words]) => words !== '').map(([term, words]) => [indicator.id, term, words])
}

import type { Municipality } from '#modules/region'
import { workbookOf } from '#platform/http/workbook.ts'
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
export async function indicatorWorkbook(
  all: readonly WithRegion[],
  municipalities: readonly Municipality[],
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = downloadTextsIn(locale)
  return workbookOf([
    {
      name: texts.sheets.values,
      headings: csvColumns,
      rows: all.flatMap(({ series }) => rowsOf(series, municipalities)),
      widths: csvColumns.map(() => 14),
    },
    {
      name: texts.sheets.region,
      headings: texts.regionColumns,
      rows: all.flatMap((one) => regionRows(one, locale)),
      widths: texts.regionColumns.map(() => 18),
    },
    {
      name: texts.sheets.about,
      headings: texts.aboutColumns,
      rows: all.flatMap(({ series }) => aboutRows(series, locale)),
      widths: [24, 24, 90],
    },
  ])
}

function regionRows({ series, region }: WithRegion, locale: Locale): readonly (readonly Text[])[] {
  const { yes, no } = downloadTextsIn(locale)
  const rule = textsIn(locale).edit.rules[series.indicator.regionRule.kind]
  return region.map(({ year, value, isPreliminary }) => [
    series.indicator.id,
    year,
    value,
    isPreliminary ? yes : no,
    rule,
  ])
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

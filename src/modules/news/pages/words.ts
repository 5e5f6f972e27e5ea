import { missingInWords, numberText, type Indicator } from '#modules/indicators'
import type { KnownFigure, Retrieval } from '#modules/statistics'
import type { Locale } from '#platform/values/locale.ts'
import type { Arrival } from '../reads.ts'
import { textsIn } from './texts.ts'

/** "13 nya värden, 2 ändrade värden för 2025." */
export function arrivalText(
  { added, changed, firstYear, lastYear }: Omit<Arrival, 'indicator' | 'retrieval'>,
  locale: Locale,
): string {
  const { news, sentence } = textsIn(locale)
  const parts = [
    ...(added > 0 ? [news.newValues(added)] : []),
    ...(changed > 0 ? [news.changedValues(changed)] : []),
  ]
  return sentence(parts, news.ofYears(firstYear, lastYear))
}

/** "SCB: Befolkningsstatistik" */
export function sourceText({ source }: Retrieval): string {
  return `${source.publisher}: ${source.title}`
}

/** "64,2 % (preliminärt)", or why there is no value. */
export function saidText(figure: KnownFigure, indicator: Indicator, locale: Locale): string {
  const said =
    figure.value === null
      ? (missingInWords(locale)[figure.missing] ?? figure.missing)
      : numberText(figure.value, indicator, locale)
  return figure.isPreliminary ? `${said} (${textsIn(locale).revisions.preliminary})` : said
}

import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { ChartLink } from '#ui/charts/chart-figure.tsx'
import { chartTextsIn } from './chart-texts.ts'

/** What a page has been asked for: the names and values in its address. */
export type Asked = readonly (readonly [name: string, value: string])[]

/** Every chart that has an address of its own, by its word there. */
const chartWords = {
  development: { sv: 'utveckling', en: 'development' },
  signal: { sv: 'ovanligt', en: 'unusual' },
  signalOfMunicipality: { sv: 'ovanligt-i-kommunen', en: 'unusual-in-the-municipality' },
  distance: { sv: 'avstandet', en: 'distance' },
  each: { sv: 'var-for-sig', en: 'each' },
  map: { sv: 'karta', en: 'map' },
  position: { sv: 'laget', en: 'position' },
  lines: { sv: 'over-tid', en: 'over-time' },
  alike: { sv: 'jamforda', en: 'compared' },
} as const satisfies Record<string, Record<Locale, string>>

export type ChartName = keyof typeof chartWords
export type ChartEnding = 'svg' | 'png'

/** The chart and the kind of file that an address names; null for anything else. */
export function chartAsked(
  file: string,
  locale: Locale,
): { readonly name: ChartName; readonly ending: ChartEnding } | null {
  const [, word, ending] = /^([a-z-]+)\.(svg|png)$/.exec(file) ?? []
  const name = (Object.keys(chartWords) as ChartName[]).find((one) => chartWords[one][locale] === word)
  return name ? { name, ending: ending === 'png' ? 'png' : 'svg' } : null
}

function chartAddress(
  indicator: string,
  name: ChartName,
  ending: ChartEnding,
  asked: Asked,
  locale: Locale,
): string {
  const file = `${chartWords[name][locale]}.${ending}`
  return `${addressOf('chart', locale, { indicator, file })}${queryOf(asked)}`
}

/** From a chart on a page to the same chart by itself: to be looked at, and to be kept. */
export function chartLinks(
  indicator: string,
  name: ChartName,
  asked: Asked,
  locale: Locale,
): readonly ChartLink[] {
  const words = chartTextsIn(locale)
  const saved = `${indicator}-${chartWords[name][locale]}`
  const svg = chartAddress(indicator, name, 'svg', asked, locale)
  return [
    { href: svg, label: words.enlarge },
    { href: svg, label: words.svg, fileName: `${saved}.svg` },
    {
      href: chartAddress(indicator, name, 'png', asked, locale),
      label: words.png,
      fileName: `${saved}.png`,
    },
  ]
}

/** `?kommun=ale`, or nothing. */
export function queryOf(asked: Asked): string {
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked.map(([name, value]) => [name, value]))}`
}

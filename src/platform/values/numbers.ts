import type { Locale } from './locale.ts'

const languageTag = { sv: 'sv-SE', en: 'en-GB' } as const
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: Locale, decimals: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale}${decimals}${signed}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.NumberFormat(languageTag[locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: signed ? 'exceptZero' : 'negative',
    })
    formatters.set(key, found)
  }
  return found
}

// Swedish and British typography both set a minus as wide as a plus; the hyphen and U+2212 are replaced by the en dash.
function withEnDash(text: string): string {
  return text.replace(/[-\u2212]/, '–')
}

/** `1 234,5` in Swedish, `1,234.5` in English; a minus is an en dash; spaces never break. */
export function formatNumber(value: number, locale: Locale, decimals = 0): string {
  return withEnDash(formatter(locale, decimals, false).format(value))
}

/** Like `formatNumber`, with a plus before what is above zero: for changes. */
export function formatChange(value: number, locale: Locale, decimals = 0): string {
  return withEnDash(formatter(locale, decimals, true).format(value))
}

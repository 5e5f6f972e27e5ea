import type { Context as Request } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { Facts, Known } from '#modules/rules'
import { formatDay } from '#platform/values/dates.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Amount } from '../finder/find.ts'
import type { Listed } from '../finder/support.ts'
import { questionIn, textsIn } from './texts.ts'

export type Asking = Request<VisitEnv, string>

/** Whoever reads a page: in which language, among which municipalities. */
export interface Reader {
  readonly locale: Locale
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
}

/** What the program tells the supports' pages of itself. */
export interface SupportSetting {
  /** The installation's, from which the keys in the letters come. */
  readonly secret: string
  readonly origin: string
  /** The visitor's address, for counting tries; never stored as it is. */
  readonly ipOf: (request: Request) => string
  /** The styles of an embedded page, which has no frame of its own. */
  readonly assets: { readonly css: readonly string[] }
  /** Which websites may show the finder inside their own pages. */
  readonly config: { readonly embedOrigins: readonly string[] }
  readonly cache: PageCache
}

/** What can be answered to a question, in words; none where one writes a number. */
export function choicesFor(
  fact: string,
  facts: Facts,
  { locale, municipalities }: Reader,
): readonly { readonly value: string; readonly label: string }[] {
  const kind = facts[fact]
  if (kind?.kind === 'yes-no') {
    const { yes, no } = textsIn(locale)
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
  }
  if (kind?.kind !== 'choice') return []
  if (fact === 'municipality') return municipalities.map(({ code, name }) => ({ value: code, label: name }))
  const { choices = {} } = questionIn(locale, fact)
  return kind.values.map((value) => ({ value, label: choices[value] ?? value }))
}

/** An answer as a person would say it. */
export function answerInWords(fact: string, known: Known, facts: Facts, reader: Reader): string {
  const value = known === true ? 'yes' : known === false ? 'no' : String(known)
  const choice = choicesFor(fact, facts, reader).find((one) => one.value === value)
  if (choice) return choice.label
  const { unit } = questionIn(reader.locale, fact)
  const number =
    typeof known === 'number'
      ? formatNumber(known, reader.locale, Number.isInteger(known) ? 0 : 1)
      : String(known)
  return unit === undefined ? number : `${number} ${unit}`
}

/** "högst 5 773 kr i veckan". */
export function amountInWords({ unit, span: { least, most } }: Amount, locale: Locale): string {
  const { units, span } = textsIn(locale)
  const number = (value: number) => formatNumber(value, locale)
  if (least === most) return units[unit](number(most))
  return least <= 0
    ? span.most(units[unit](number(most)))
    : units[unit](span.between(number(least), number(most)))
}

/** How old the facts are, when somebody has looked them up since, and who. */
export function checkedInWords(
  { content, checkedOn, giver, isCheckedByGiver }: Listed,
  locale: Locale,
): string {
  const { support: texts } = textsIn(locale)
  if (checkedOn !== null)
    return texts.checked(formatDay(checkedOn, locale), isCheckedByGiver ? giver.name : texts.coordinator)
  const age = content.asOf === null ? texts.noDate : texts.asOf(formatDay(content.asOf, locale))
  return `${age} ${texts.unchecked}`
}

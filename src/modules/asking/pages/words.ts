import type { Context as Request } from 'hono'
import type { Visit, VisitEnv } from '#modules/accounts'
import { branchesInWords, sizesInWords } from '#modules/companies'
import type { Municipality, Network } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { choicesOf, type Criteria, type Question } from '../core/ask.ts'
import { textsIn } from './texts.ts'

export type Asking = Request<VisitEnv, string>

/** Whoever reads a page: in which language, in which network, among which municipalities. */
export interface Reader {
  readonly locale: Locale
  readonly network: Pick<Network, 'name'>
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
}

/** What the program tells the questions to companies of itself. */
export interface AskSetting {
  /** The installation's, from which the keys in the letters come. */
  readonly secret: string
  readonly origin: string
}

export function readerOf({ locale, network }: Visit, municipalities: readonly Municipality[]): Reader {
  return { locale, network, municipalities }
}

/** Who asks: a municipality, or the network itself. */
export function askerInWords(code: string | null, { municipalities, network, locale }: Reader): string {
  if (code === null) return inLocale(network.name, locale)
  return municipalities.find((one) => one.code === code)?.name ?? code
}

/** What can be chosen, with what the ends of a scale mean. */
export function choicesInWords(
  question: Question,
  locale: Locale,
): readonly { readonly number: number; readonly text: string }[] {
  const ends = textsIn(locale).scale
  return choicesOf(question).map(({ number, text }) => ({
    number,
    text: question.kind === 'scale' ? (ends[number] ?? text) : text,
  }))
}

/** Which companies were asked, by the stated criteria. */
export function criteriaInWords({ municipalities, branches, sizes }: Criteria, reader: Reader): string {
  const { locale } = reader
  const parts = [
    municipalities.map((code) => askerInWords(code, reader)),
    branches.map((branch) => branchesInWords(locale)[branch] ?? branch),
    sizes.map((size) => sizesInWords(locale)[size] ?? size),
  ].filter((words) => words.length > 0)
  return parts.length === 0
    ? textsIn(locale).ask.everybody
    : parts.map((words) => words.join(', ')).join(' · ')
}

import type { MissingReason } from '#modules/statistics'
import { cleaned, folded } from '#platform/values/cleaned.ts'

/**
 * What stands in a table where a number would. Each sign means what the offices that use it say it means; a sign with two meanings is
 * asked about, never decided.
 *
 * | Sign | Read as | Because |
 * | --- | --- | --- |
 * | `..` `...` `…`, up to six points | not-in-source | the Nordic statistical offices' "not available" |
 * | `.` | not-in-source | their "cannot occur" |
 * | `:` | suppressed | their "may not be published" |
 * | `: c` `c` `(c)` | suppressed | Eurostat's "confidential" |
 * | `NA` `N/A` `null` `None` | not-in-source | R, Python and databases |
 * | `<5` `< 10` `≤4` `1-4`, `färre än 5`, `under 5` | suppressed | few enough to be recognised |
 * | the words below, and the reasons' own names | what they say | |
 * | `-` `–` `—` `−` | asked | zero at the statistical offices, missing elsewhere |
 * | `#N/A` `#SAKNAS!` `#DIV/0!` and their kin | problem | a formula that failed says nothing of the place |
 * | `NaN` `Inf` `∞` | problem | a calculation that failed |
 * | `####` | problem | a column that was too narrow when it was copied |
 */
const signs: ReadonlyMap<string, MissingReason> = new Map([
  ['..', 'not-in-source'],
  ['...', 'not-in-source'],
  ['…', 'not-in-source'],
  ['.', 'not-in-source'],
  ['....', 'not-in-source'],
  ['.....', 'not-in-source'],
  ['......', 'not-in-source'],
  [':', 'suppressed'],
  [':c', 'suppressed'],
  ['(c)', 'suppressed'],
])

/** Words, without accents and case. */
const words: Readonly<Record<MissingReason, readonly string[]>> = {
  'not-in-source': [
    'na',
    'n a',
    'null',
    'none',
    'missing',
    'no data',
    'not available',
    'not in source',
    'saknas',
    'uppgift saknas',
    'uppgifter saknas',
    'saknar uppgift',
    'ingen uppgift',
    'inga uppgifter',
    'ej uppgift',
    'data saknas',
    'varde saknas',
    'ej tillganglig',
    'finns inte',
    'finns inte i kallan',
  ],
  'too-few-answers': ['too few answers', 'for fa svar', 'for fa svarande', 'fa svar', 'for lagt antal svar'],
  'not-participated': [
    'not participated',
    'did not participate',
    'has not participated',
    'deltog inte',
    'deltog ej',
    'deltar inte',
    'deltar ej',
    'ej deltagit',
    'har inte deltagit',
  ],
  'not-yet-published': [
    'not yet published',
    'not published yet',
    'ej publicerad',
    'ej publicerat',
    'annu inte publicerad',
    'annu inte publicerat',
    'inte publicerad an',
    'inte publicerat an',
    'publiceras senare',
    'kommer senare',
  ],
  discontinued: ['discontinued', 'upphort', 'nedlagd', 'nedlagt', 'avslutad', 'mats inte langre'],
  suppressed: [
    'c',
    'suppressed',
    'confidential',
    'sekretess',
    'sekretessbelagd',
    'sekretessbelagt',
    'skyddad',
    'skyddat',
    'dold',
    'dolt',
    'undertryckt',
  ],
}

const reasonOfWords = new Map(
  Object.entries(words).flatMap(([reason, spellings]) =>
    // The keys of a record are its reasons; `Object.entries` forgets it.
    spellings.map((spelling) => [spelling, reason as MissingReason] as const),
  ),
)
const fewCases = /^(?:[<≤] ?\d{1,2}|(?:farre an|mindre an|under|fewer than|less than) \d{1,2}|1 ?[-–] ?\d)$/

/** Why there is no value, where the text is a sign or a word for that. */
export function reasonIn(text: string): MissingReason | null {
  const shown = cleaned(text)
  const sign = signs.get(shown.replaceAll(' ', '').toLowerCase())
  if (sign) return sign
  return isFewCases(shown) ? 'suppressed' : (reasonOfWords.get(folded(shown)) ?? null)
}

/** `<5`: a number that is kept back because so few could be recognised. The sign itself is worth keeping as a note. */
export function isFewCases(text: string): boolean {
  const plain = cleaned(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return fewCases.test(plain)
}

/** Zero for some, missing for others. */
export function isDash(text: string): boolean {
  return /^[-‐‑‒–—―−－]{1,3}$/.test(text)
}

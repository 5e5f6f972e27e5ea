import { formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import type { Report, RunProblem } from '../../core/run.ts'
import type { Plan } from '../../plan-store.ts'
import type { Run } from '../../store.ts'
import { pxWebTextsIn } from '../pxweb/pxweb-texts.ts'
import { runTextsIn } from './run-texts.ts'

/** How often a series is fetched. */
export function rhythmsInWords(locale: Locale): Readonly<Record<string, string>> {
  return runTextsIn(locale).rhythms
}

/** `12 nya, 3 ändrade, 140 lika` */
export function broughtText({ added, changed, same }: Report, locale: Locale): string {
  const inWords = (count: number) => formatNumber(count, locale)
  return runTextsIn(locale).brought(inWords(added), inWords(changed), inWords(same))
}

/** How a run went, in a few words. */
export function resultText({ state, report }: Run, locale: Locale): string {
  const texts = runTextsIn(locale)
  return state === 'done' && report ? broughtText(report, locale) : texts.states[state]
}

/** When a run was, and how it went: `25 november 2026 kl. 04:17: 12 nya, 3 ändrade, 140 lika`. */
export function lastText(run: Run | undefined, locale: Locale): string {
  if (!run) return runTextsIn(locale).overview.never
  return `${formatMoment(run.endedAt ?? run.askedAt, locale)}: ${resultText(run, locale)}`
}

/** When a plan is next carried out. */
export function nextText({ nextOn }: Plan, locale: Locale): string {
  return nextOn === null ? runTextsIn(locale).overview.notPlanned : formatDay(nextOn, locale)
}

/** A value as the report has it, or why there is none. */
export function saidText(
  { value, missing }: Report['changes'][number]['before'],
  locale: Locale,
  missingInWords: Readonly<Record<string, string>>,
): string {
  if (value !== null) return formatNumber(value, locale, decimalsOf(value))
  return missingInWords[missing ?? ''] ?? runTextsIn(locale).run.nothing
}

/** As many decimals as it has, up to six. */
function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return Math.min(decimals.length, 6)
}

/** What is wrong with an answer, as a sentence. */
export function problemText({ problem }: RunProblem, locale: Locale): string {
  return runTextsIn(locale).problems[problem] ?? pxWebTextsIn(locale).problems[problem] ?? problem
}

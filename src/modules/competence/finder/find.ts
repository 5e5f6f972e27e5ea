import {
  amountOf,
  nearestChange,
  nextQuestions,
  type Answers,
  type Change,
  type Reason,
  type Setting,
  type Span,
  type Verdict,
} from '#modules/rules'
import type { IsoDay } from '#platform/values/dates.ts'
import { firstFact, movableFacts } from '../core/facts.ts'
import { helps, stateOn, type Help, type State, type Unit } from '../core/support.ts'
import { asked, type Asked, type Listed, type Support } from './support.ts'

/** The catalogue made ready for a day: every support compiled, and the facts it is asked by. */
export interface Catalogue {
  readonly setting: Setting
  readonly all: readonly Asked[]
  /** Those that one can have now. Nothing else is ever recommended. */
  readonly open: readonly Asked[]
}

export function catalogueOf(supports: readonly Listed[], setting: Setting): Catalogue {
  const all = supports.map((support) => asked(support, setting))
  return {
    setting,
    all,
    open: all.filter(({ support }) => stateOn(support.content, setting.today) === 'open'),
  }
}

/** What is asked for beside the answers. */
export interface Wish {
  readonly help: Help | null
  readonly language: Support['languages'][number] | null
  /** When it is to be possible to apply; null for now. */
  readonly on: IsoDay | null
}

/** A support, and what is said of it. */
export interface Finding {
  readonly support: Listed
  readonly state: State
  readonly verdict: Verdict
}

/** One that does not fit, why, and what is nearest. */
export interface Refusal extends Finding {
  readonly because: readonly Reason[]
  /** What would have to be otherwise. */
  readonly change: Change | null
  /** What fits, or may, instead. */
  readonly instead: Listed | null
}

/** What the finder says. Unknown is never among what fits. */
export interface Found {
  readonly fits: readonly Finding[]
  readonly open: readonly Finding[]
  readonly refused: readonly Refusal[]
  /** What would be asked of nobody now: closed, passed, paused, not verified. */
  readonly shut: readonly Finding[]
  /** The question that settles most; null when nothing is left to ask. */
  readonly next: string | null
  readonly toAsk: readonly string[]
}

const noWish: Wish = { help: null, language: null, on: null }

/** What fits, what may, what does not and why, and what to ask next. `skipped` are questions that the visitor cannot answer. */
export function find(
  catalogue: Catalogue,
  answers: Answers,
  { skipped = [], wish = noWish }: { readonly skipped?: readonly string[]; readonly wish?: Wish } = {},
): Found {
  const day = wish.on ?? catalogue.setting.today
  const wanted = catalogue.all.filter(({ support }) => isWished(support.content, wish))
  const judged = wanted.map((one) => ({
    one,
    finding: {
      support: one.support,
      state: stateOn(one.support.content, day),
      verdict: one.compiled.verdict(answers),
    },
  }))
  const now = judged.filter(({ finding }) => finding.state === 'open')
  const of = (answer: Verdict['answer']) =>
    now.flatMap(({ finding }) => (finding.verdict.answer === answer ? [finding] : [])).toSorted(byHelp)
  const fits = of('yes')
  const open = of('unknown')
  const possible = [...fits, ...open].map(({ support }) => support)
  const refused = now.flatMap(({ one, finding }) =>
    finding.verdict.answer === 'no' ? [refusalOf(one, finding, answers, possible)] : [],
  )
  const toAsk = questionsFor(
    now.map(({ one }) => one),
    catalogue,
    answers,
    skipped,
  )
  return {
    fits,
    open,
    refused: refused.toSorted(byHelp),
    shut: judged.flatMap(({ finding }) => (finding.state === 'open' ? [] : [finding])).toSorted(byHelp),
    next: toAsk[0] ?? null,
    toAsk,
  }
}

function isWished({ helps: own, languages }: Support, { help, language }: Wish): boolean {
  return (help === null || own.includes(help)) && (language === null || languages.includes(language))
}

/** What can be had now and fits for certain. */
export function fittingIn({ open }: Catalogue, answers: Answers): readonly Listed[] {
  return open.flatMap(({ compiled, support }) => (compiled.answer(answers) === 'yes' ? [support] : []))
}

/** The track is asked first, whatever it settles: the law keeps the two apart. */
function questionsFor(
  supports: readonly Asked[],
  { setting }: Catalogue,
  answers: Answers,
  skipped: readonly string[],
): readonly string[] {
  const names = Object.keys(setting.facts).filter((name) => !skipped.includes(name))
  const best = nextQuestions(supports, answers, names).map(({ fact }) => fact)
  return answers[firstFact] === undefined && names.includes(firstFact)
    ? [firstFact, ...best.filter((fact) => fact !== firstFact)]
    : best
}

function refusalOf(one: Asked, finding: Finding, answers: Answers, possible: readonly Listed[]): Refusal {
  return {
    ...finding,
    because: finding.verdict.why.filter(({ met }) => met === 'no'),
    change: nearestChange(one, answers, movableFacts),
    instead: nearestOf(one.support, possible),
  }
}

/** Of what fits or may, the one that helps with most of the same; those that it can be had together with come first. */
function nearestOf({ content }: Listed, possible: readonly Listed[]): Listed | null {
  const likeness = ({ id, content: other }: Listed) =>
    content.helps.filter((help) => other.helps.includes(help)).length * 2 +
    (content.combinesWith.includes(id) ? 1 : 0)
  const [best] = possible.toSorted((a, b) => likeness(b) - likeness(a))
  return best && likeness(best) > 1 ? best : null
}

/** As a small company asks: who pays the course, who pays the absence, which course fits. Then those that wait for least. */
function byHelp(a: Finding, b: Finding): number {
  const first = ({ support }: Finding) =>
    Math.min(...support.content.helps.map((help) => helps.indexOf(help)))
  return (
    first(a) - first(b) ||
    a.verdict.missing.length - b.verdict.missing.length ||
    a.support.content.name.sv.localeCompare(b.support.content.name.sv, 'sv')
  )
}

/** An amount of a support, as far as the answers say. */
export interface Amount {
  readonly label: Support['amounts'][number]['label']
  readonly unit: Unit
  readonly span: Span
}

/** What a support amounts to, for those answers; what cannot be worked out is left out. */
export function amountsOf({ amounts }: Support, answers: Answers, setting: Setting): readonly Amount[] {
  return amounts.flatMap(({ label, unit, formula }) => {
    const span = amountOf(formula, answers, setting)
    return span === null ? [] : [{ label, unit, span }]
  })
}

import { compile, valueOf } from './compile.ts'
import { answerFault, isDay, type Answers, type Fact, type Facts, type Known, type Setting } from './fact.ts'
import { regionsOf } from './regions.ts'
import { comparisonOf, predicatesIn, type Comparison, type Predicate, type Rule } from './rule.ts'

/** What is wrong with a rule, and where: `all.2`. The whole rule's path is empty. */
export interface Fault {
  readonly path: string
  readonly fault:
    | 'fact-unknown'
    | 'kind-mismatch'
    | 'value-unknown'
    | 'parameter-unknown'
    | 'never-true'
    | 'always-true'
    | 'too-complex'
}

/** How many answers are tried before a rule is said to be more than anybody can follow. */
const mostTries = 50_000

/**
 * What is wrong with a rule before anybody is judged by it: what it compares must be there and fit, and each part must be able
 * to hold and to fail. The last is decided, not guessed: a rule tells only finitely many answers apart.
 */
export function faultsIn(rule: Rule, setting: Setting): readonly Fault[] {
  const unfit = predicatesIn(rule).flatMap(({ path, predicate }) => {
    const fault = predicateFault(predicate, setting)
    return fault === null ? [] : [{ path, fault }]
  })
  if (unfit.length > 0) return unfit
  return partsOf(rule, '').flatMap(({ path, part }) => {
    const fault = emptyFault(part, setting)
    return fault === null ? [] : [{ path, fault }]
  })
}

function predicateFault(predicate: Predicate, setting: Setting): Fault['fault'] | null {
  const compared = comparisonOf(predicate)
  if (compared === null) return null
  const fact = setting.facts[compared.fact]
  if (fact === undefined) return 'fact-unknown'
  const { by, to } = compared
  if (typeof to === 'object' && to !== null && 'parameter' in to) {
    const name = String(to.parameter)
    if (!(name in setting.parameters)) return 'parameter-unknown'
    if (fact.kind !== 'number') return 'kind-mismatch'
    // What is not known this year cannot be tried.
    if (setting.parameters[name] === null) return null
  }
  return comparisonFault(fact, by, valueOf(to, setting))
}

function comparisonFault(fact: Fact, by: Comparison, to: unknown): Fault['fault'] | null {
  if (by === 'in') {
    if (fact.kind !== 'choice') return 'kind-mismatch'
    return (to as readonly string[]).every((value) => fact.values.includes(value)) ? null : 'value-unknown'
  }
  if (by !== 'is') return isBoundOf(fact, to) ? null : 'kind-mismatch'
  const fault = answerFault(fact, to as Known)
  if (fault === null) return null
  return fault === 'no-choice' && typeof to === 'string' ? 'value-unknown' : 'kind-mismatch'
}

/** Whether a fact has an order that the bound stands in; one that nobody reaches is found when the part is tried. */
function isBoundOf({ kind }: Fact, to: unknown): boolean {
  if (kind === 'number') return typeof to === 'number'
  return kind === 'day' && typeof to === 'string' && isDay(to)
}

/** The rule and each of its parts, the inner ones first: where a part is at fault, the whole often is for its sake. */
function partsOf(rule: Rule, path: string): readonly { readonly path: string; readonly part: Rule }[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const itself = { path, part: rule }
  if ('all' in rule) return [...rule.all.flatMap((part, at) => partsOf(part, below(`all.${at}`))), itself]
  if ('any' in rule) return [...rule.any.flatMap((part, at) => partsOf(part, below(`any.${at}`))), itself]
  if ('not' in rule) return [...partsOf(rule.not, below('not')), itself]
  return [itself]
}

function emptyFault(part: Rule, setting: Setting): Fault['fault'] | null {
  // Everybody is said on purpose.
  if ('all' in part && part.all.length === 0) return null
  const held = reach(part, 'yes', setting)
  if (held === 'too-complex') return held
  if (held === 'never') return 'never-true'
  const failed = reach(part, 'no', setting)
  if (failed === 'too-complex') return failed
  return failed === 'never' ? 'always-true' : null
}

/** Whether some answers make the rule so; what only a person can judge, or a year not known yet, may turn out either way. */
export function reach(rule: Rule, wanted: 'yes' | 'no', setting: Setting): Answers | 'never' | 'too-complex' {
  const judged: Record<string, Facts[string]> = {}
  const asked = withJudged(rule, judged, setting)
  const all: Setting = { ...setting, facts: { ...setting.facts, ...judged } }
  const { answer } = compile(asked, all)
  const regions = [...regionsOf(asked, all)]
  const tried: Record<string, Known> = {}
  let tries = 0

  // Facts are fixed one after the other; what is settled already is not tried further.
  const found = (at: number): boolean | null => {
    tries += 1
    if (tries > mostTries) return null
    const now = answer(tried)
    if (now !== 'unknown') return now === wanted
    const [name, values] = regions[at] ?? ['', []]
    for (const { value } of values) {
      tried[name] = value
      const below = found(at + 1)
      if (below !== false) return below
    }
    delete tried[name]
    return false
  }
  const result = found(0)
  if (result === null) return 'too-complex'
  return result ? { ...tried } : 'never'
}

function withJudged(rule: Rule, judged: Record<string, Facts[string]>, setting: Setting): Rule {
  if ('all' in rule) return { all: rule.all.map((part) => withJudged(part, judged, setting)) }
  if ('any' in rule) return { any: rule.any.map((part) => withJudged(part, judged, setting)) }
  if ('not' in rule) return { not: withJudged(rule.not, judged, setting) }
  const compared = comparisonOf(rule)
  if (compared !== null && valueOf(compared.to, setting) !== null) return rule
  const fact = `judged ${Object.keys(judged).length}`
  judged[fact] = { kind: 'yes-no', question: fact, track: null }
  return { fact, is: true, because: rule.because }
}

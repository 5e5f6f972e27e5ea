import type { Answers, Known, Setting } from './fact.ts'
import { comparisonOf, type Bound, type Comparison, type Predicate, type Rule } from './rule.ts'

/** What can be said: a fact that is not known is no reason for a yes, and none for a no. */
export type Truth = 'yes' | 'no' | 'unknown'

/** A condition, and whether it is met. */
export interface Reason {
  readonly predicate: Predicate
  readonly met: Truth
}

/** What a rule says, which conditions decide it, and what would have to be known to say more. */
export interface Verdict {
  readonly answer: Truth
  readonly why: readonly Reason[]
  readonly missing: readonly string[]
}

/** A rule made ready, once, to be asked many times. */
export interface Compiled {
  /** The facts it speaks of. */
  readonly facts: readonly string[]
  /** Yes, no or unknown, and nothing else: the quick way. */
  readonly answer: (answers: Answers) => Truth
  readonly verdict: (answers: Answers) => Verdict
}

interface Part {
  readonly answer: (answers: Answers) => Truth
  /** Adds the conditions that make the part what it is. `turned` is true below an odd number of nots. */
  readonly tell: (answers: Answers, told: Told, turned: boolean) => void
}

interface Told {
  readonly why: Reason[]
  readonly missing: Set<string>
}

const opposite: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' }

/** Makes a rule ready. What it compares with is looked up now: a new year or a new day is compiled anew. */
export function compile(rule: Rule, setting: Setting): Compiled {
  const facts = new Set<string>()
  const part = partOf(rule, setting, facts)
  return {
    facts: [...facts],
    answer: part.answer,
    verdict: (answers) => {
      const told: Told = { why: [], missing: new Set() }
      part.tell(answers, told, false)
      return { answer: part.answer(answers), why: told.why, missing: [...told.missing] }
    },
  }
}

function partOf(rule: Rule, setting: Setting, facts: Set<string>): Part {
  // All is yes unless a part is no; any is no unless a part is yes. Otherwise they are the same.
  if ('all' in rule)
    return groupOf(
      rule.all.map((part) => partOf(part, setting, facts)),
      'no',
    )
  if ('any' in rule)
    return groupOf(
      rule.any.map((part) => partOf(part, setting, facts)),
      'yes',
    )
  if ('not' in rule) {
    const inner = partOf(rule.not, setting, facts)
    return {
      answer: (answers) => opposite[inner.answer(answers)],
      tell: (answers, told, turned) => inner.tell(answers, told, !turned),
    }
  }
  return predicatePart(rule, setting, facts)
}

function groupOf(parts: readonly Part[], decisive: 'yes' | 'no'): Part {
  const otherwise = opposite[decisive]
  const answer = (answers: Answers): Truth => {
    let isOpen = false
    for (const part of parts) {
      const one = part.answer(answers)
      if (one === decisive) return decisive
      if (one === 'unknown') isOpen = true
    }
    return isOpen ? 'unknown' : otherwise
  }
  return {
    answer,
    tell: (answers, told, turned) => {
      const whole = answer(answers)
      for (const part of parts) if (part.answer(answers) === whole) part.tell(answers, told, turned)
    },
  }
}

function predicatePart(predicate: Predicate, setting: Setting, facts: Set<string>): Part {
  const compared = comparisonOf(predicate)
  if (compared === null)
    return { answer: () => 'unknown', tell: (_answers, { why }) => why.push({ predicate, met: 'unknown' }) }
  const { fact, by, to } = compared
  facts.add(fact)
  const bound = valueOf(to, setting)
  const holds = test(by, bound)
  const answer = (answers: Answers): Truth => {
    const known = answers[fact]
    if (known === undefined || bound === null) return 'unknown'
    return holds(known) ? 'yes' : 'no'
  }
  return {
    answer,
    tell: (answers, { why, missing }, turned) => {
      const met = answer(answers)
      // Below a not, the reason is written of what is asked for: that the condition does not hold.
      why.push({ predicate, met: turned ? opposite[met] : met })
      if (met === 'unknown' && bound !== null) missing.add(fact)
    },
  }
}

function test(by: Comparison, to: unknown): (known: Known) => boolean {
  switch (by) {
    case 'is':
      return (known) => known === to
    case 'in': {
      const values = new Set(to as readonly unknown[])
      return (known) => values.has(known)
    }
    case 'atLeast':
      return (known) => known >= (to as Known)
    case 'atMost':
      return (known) => known <= (to as Known)
    case 'above':
      return (known) => known > (to as Known)
    case 'below':
      return (known) => known < (to as Known)
  }
}

/** What a bound is this year, today; null where the year's number is not known. */
export function valueOf(
  bound: unknown,
  { parameters, today }: Pick<Setting, 'parameters' | 'today'>,
): unknown {
  if (typeof bound !== 'object' || bound === null || Array.isArray(bound)) return bound
  const given = bound as Exclude<Bound, number | string>
  if ('today' in given) return addDays(today, given.today)
  const number = parameters[given.parameter]
  return typeof number === 'number' ? number * (given.times ?? 1) : null
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

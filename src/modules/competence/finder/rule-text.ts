import { comparisonOf, comparisons, Rule, type Facts, type Known, type Predicate } from '#modules/rules'

/** What is wrong with a line of a rule's text. */
export interface LineFault {
  /** From 1 on. */
  readonly line: number
  readonly fault: string
}

/** A rule as it was written, with the line that each of its parts stands on. */
type Read =
  | { readonly ok: true; readonly rule: Rule; readonly lineOf: (path: string) => number | null }
  | { readonly ok: false; readonly faults: readonly LineFault[] }

const signs = { atLeast: '>=', atMost: '<=', above: '>', below: '<', is: '=', in: 'in' } as const
/** Where a line begins so, it and the one before are alternatives. */
const or = 'or '
const condition = /^(?<fact>\w+)\s+(?<sign>>=|<=|>|<|=|in)\s+(?<value>.+)$/

/**
 * A rule as a person writes it: a condition a line, `age <= 63 | skälet | the reason`. All must hold; a line that begins with `or`
 * is an alternative to the one above it. `?` is what somebody has to judge. A rule that needs more is written as JSON.
 */
export function readRule(text: string, facts: Facts): Read {
  if (text.trimStart().startsWith('{')) return readJson(text)
  const faults: LineFault[] = []
  const groups: { readonly parts: Predicate[]; readonly lines: number[] }[] = []
  for (const [at, typed] of text.split('\n').entries()) {
    const trimmed = typed.trim()
    if (trimmed === '') continue
    const isOr = trimmed.toLowerCase().startsWith(or)
    const read = readLine(isOr ? trimmed.slice(or.length) : trimmed, facts)
    if (typeof read === 'string') {
      faults.push({ line: at + 1, fault: read })
      continue
    }
    const last = groups.at(-1)
    if (isOr && last) {
      last.parts.push(read)
      last.lines.push(at + 1)
    } else groups.push({ parts: [read], lines: [at + 1] })
  }
  if (faults.length > 0) return { ok: false, faults }
  const rule: Rule = {
    all: groups.map(({ parts }) => (parts.length === 1 && parts[0] ? parts[0] : { any: parts })),
  }
  return { ok: true, rule, lineOf: (path) => lineIn(groups, path) }
}

/** `all.2.any.1` is the second line of the third group. */
function lineIn(groups: readonly { readonly lines: readonly number[] }[], path: string): number | null {
  const [, group, , part] = path.split('.')
  const lines = groups[Number(group ?? -1)]?.lines
  return lines?.[Number(part ?? 0)] ?? lines?.[0] ?? null
}

function readJson(text: string): Read {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, faults: [{ line: 1, fault: 'rule-json' }] }
  }
  const parsed = Rule.safeParse(value)
  if (parsed.success) return { ok: true, rule: parsed.data, lineOf: () => null }
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) => ({
      line: 1,
      fault: `${message} ${path.join('.')}`.trim(),
    })),
  }
}

function readLine(text: string, facts: Facts): Predicate | string {
  const [head, sv, en, ...more] = text.split('|').map((part) => part.trim())
  if (!head || !sv || !en || more.length > 0) return 'reason-missing'
  const because = { sv, en }
  if (head === '?') return { unknown: true, because }
  const found = condition.exec(head)?.groups
  return found ? readCondition(found, because, facts) : 'line-unreadable'
}

function readCondition(
  { fact = '', sign = '', value = '' }: Readonly<Record<string, string>>,
  because: Predicate['because'],
  facts: Facts,
): Predicate | string {
  const by = comparisons.find((name) => signs[name] === sign) ?? 'is'
  const kind = facts[fact]?.kind
  if (kind === undefined) return 'fact-unknown'
  const read = by === 'in' ? value.split(',').map((one) => one.trim()) : valueIn(value, kind)
  // Whether the comparison fits the fact is asked where every rule is tried.
  const parsed = Rule.safeParse({ fact, [by]: read, because })
  return read !== null && parsed.success ? (parsed.data as Predicate) : 'value-unreadable'
}

function valueIn(
  text: string,
  kind: Facts[string]['kind'],
): Known | { parameter: string; times: number } | null {
  if (kind === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : null
  if (kind === 'choice') return text
  if (kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null
  const [, times, parameter] = /^(?:(\d+(?:[.,]\d+)?)\s*\*\s*)?([a-z]+)$/.exec(text) ?? []
  if (parameter !== undefined) return { parameter, times: Number((times ?? '1').replace(',', '.')) }
  const plain = text.replaceAll(' ', '').replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** A rule as a person writes it; as JSON, if it needs more than lines can say. */
export function ruleText(rule: Rule): string {
  const parts = 'all' in rule ? rule.all : [rule]
  const lines = parts.map((part) => {
    const alternatives = 'any' in part ? part.any : [part]
    const written = alternatives.map((one) =>
      'all' in one || 'any' in one || 'not' in one ? null : lineOf(one),
    )
    return written.includes(null)
      ? null
      : written.map((line, at) => (at === 0 ? line : `${or}${line}`)).join('\n')
  })
  return lines.includes(null) ? JSON.stringify(rule, null, 2) : lines.join('\n')
}

function lineOf(predicate: Predicate): string | null {
  const { sv, en } = predicate.because
  if (`${sv}${en}`.includes('|')) return null
  const compared = comparisonOf(predicate)
  if (compared === null) return `? | ${sv} | ${en}`
  const value = valueText(compared.to)
  return value === null ? null : `${compared.fact} ${signs[compared.by]} ${value} | ${sv} | ${en}`
}

function valueText(to: unknown): string | null {
  if (to === true) return 'yes'
  if (to === false) return 'no'
  if (Array.isArray(to)) return to.join(', ')
  if (typeof to !== 'object' || to === null) return String(to)
  const { parameter, times = 1 } = to as { parameter?: string; times?: number }
  return parameter === undefined ? null : `${times} * ${parameter}`
}

import type { Setting } from '#modules/rules'
import { tracks } from '../core/facts.ts'
import { applicants, helps, languages, longest } from '../core/support.ts'
import { examplesText, readExamples } from './example-text.ts'
import { readRule, ruleText, type LineFault } from './rule-text.ts'
import { asked, Support, supportFaults, triedExamples } from './support.ts'

type Typed = Readonly<Record<string, string>>

/** A support as somebody typed it: what it says and what is new, or what is wrong, field by field. */
export type SupportReading =
  | { readonly ok: true; readonly content: Support; readonly note: string }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

const lists = { applicants, tracks, helps, languages } as const

/** The name of the box for one of several. */
export const boxName = (list: keyof typeof lists, value: string) => `${list}-${value}`

/**
 * Reads the form of a support. An error is a word, or a word and where: `3 fact-unknown` is said of the third line. A rule that can
 * never hold is refused.
 */
export function readSupport(typed: Typed, setting: Setting): SupportReading {
  const written = writtenParts(typed, setting)
  const parsed = Support.safeParse({ ...plainFields(typed), ...written.parts })
  const errors = { ...(parsed.error ? shapeErrors(parsed.error.issues) : {}), ...written.errors }
  const note = (typed['note'] ?? '').trim()
  if ([...note].length > longest.note) errors['note'] = 'text-too-long'
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors }
  const wrong = faultErrors(parsed.data, written.lineOf, setting)
  return Object.keys(wrong).length > 0
    ? { ok: false, errors: wrong }
    : { ok: true, content: parsed.data, note }
}

/** What is written in a language of its own: the rule, the examples and the formulas; and what of it cannot be read. */
function writtenParts(typed: Typed, { facts }: Setting) {
  const errors: Record<string, string> = {}
  const rule = readRule(typed['rule'] ?? '', facts)
  const { examples, faults } = readExamples(typed['examples'] ?? '', facts)
  const amounts = jsonIn(typed['amounts'] ?? '')
  const say = (field: string, found: readonly LineFault[]) => {
    const [first] = found
    if (first) errors[field] = `${first.line} ${first.fault}`
  }
  if (!rule.ok) say('rule', rule.faults)
  say('examples', faults)
  if (amounts === undefined) errors['amounts'] = 'amounts-json'
  return {
    parts: { rule: rule.ok ? rule.rule : { all: [] }, examples, amounts: amounts ?? [] },
    lineOf: rule.ok ? rule.lineOf : () => null,
    errors,
  }
}

function shapeErrors(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) errors[fieldAt(path)] ??= messageFor(message)
  return errors
}

function plainFields(typed: Typed): Record<string, unknown> {
  const said = (name: string) => (typed[name] ?? '').trim()
  const words = (name: string) => ({ sv: said(`${name}-sv`), en: said(`${name}-en`) })
  const day = (name: string) => said(name) || null
  const listed = (name: string) =>
    said(name)
      .split(/[\s,]+/)
      .filter(Boolean)
  const lines = (name: string) =>
    said(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const [stepsSv, stepsEn] = [lines('steps-sv'), lines('steps-en')]
  return {
    name: words('name'),
    what: words('what'),
    amount: words('amount'),
    window: words('window'),
    steps: Array.from({ length: Math.max(stepsSv.length, stepsEn.length) }, (_, at) => ({
      sv: stepsSv[at] ?? '',
      en: stepsEn[at] ?? '',
    })),
    contact: said('contact'),
    source: said('source'),
    asOf: day('asOf'),
    opens: day('opens'),
    closes: day('closes'),
    places: listed('places'),
    combinesWith: listed('combinesWith'),
    conflictsWith: listed('conflictsWith'),
    status: said('status'),
    ...(said('yearly') === '' ? {} : { yearly: lines('yearly').map(windowIn) }),
    ...Object.fromEntries(
      (Object.keys(lists) as (keyof typeof lists)[]).map((list) => [
        list,
        lists[list].filter((value) => boxName(list, value) in typed),
      ]),
    ),
  }
}

/** A yearly window as a line of it: `04-01 – 09-30`, or `10-01` where its end is not known. */
function windowIn(line: string): { readonly opens: string; readonly closes: string | null } {
  const [opens = '', closes] = line.split(/\s*–\s*|\s+-\s+|\s+/)
  return { opens, closes: closes ?? null }
}

function jsonIn(text: string): unknown {
  if (text.trim() === '') return []
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The field that an error stands at: words have one for each language, a step stands in its language's lines. */
function fieldAt(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path.map(String)
  const language = rest.at(-1)
  if (first === undefined) return 'form'
  if (first in lists) return boxName(first as keyof typeof lists, lists[first as keyof typeof lists][0])
  const isInWords = language === 'sv' || language === 'en'
  return isInWords && ['name', 'what', 'amount', 'window', 'steps'].includes(first)
    ? `${first}-${language}`
    : first === 'steps'
      ? 'steps-sv'
      : first
}

/** What the schema says in words of its own is one thing to a reader: the value cannot be read. */
function messageFor(message: string): string {
  return /^[a-z]+(-[a-z]+)*$/.test(message) ? message : 'unknown'
}

function faultErrors(
  content: Support,
  lineOf: (path: string) => number | null,
  setting: Setting,
): Readonly<Record<string, string>> {
  const [fault] = supportFaults(content, setting)
  if (!fault) return {}
  const [field = '', ...rest] = fault.path.split('.')
  const path = rest.join('.')
  const line = field === 'rule' ? lineOf(path) : Number(rest[0] ?? 0) + 1
  return { [field]: `${line ?? path} ${fault.fault}`.trim() }
}

/** What a draft is refused for besides: a rule that does not say of its examples what it should, or that has too few. */
export function exampleErrors(content: Support, setting: Setting): Readonly<Record<string, string>> {
  const listed = {
    id: '',
    giver: { id: '', name: '' },
    content,
    since: null,
    checkedOn: null,
    isCheckedByGiver: false,
    isReached: null,
  }
  const tried = triedExamples(asked(listed, setting).compiled, content.examples)
  const at = tried.findIndex(({ example, answer }) => example.expect !== answer)
  if (at >= 0) return { examples: `${at + 1} example-${tried[at]?.answer ?? 'unknown'}` }
  const expects = new Set(content.examples.map(({ expect }) => expect))
  return expects.size < 3 ? { examples: 'examples-missing' } : {}
}

/** A support as its form shows it. */
export function typedSupport(content: Support): Typed {
  const words = (name: 'name' | 'what' | 'amount' | 'window') => ({
    [`${name}-sv`]: content[name].sv,
    [`${name}-en`]: content[name].en,
  })
  const boxes = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((list) =>
    content[list].map((value) => [boxName(list, value), 'on'] as const),
  )
  return {
    ...words('name'),
    ...words('what'),
    ...words('amount'),
    ...words('window'),
    'steps-sv': content.steps.map(({ sv }) => sv).join('\n'),
    'steps-en': content.steps.map(({ en }) => en).join('\n'),
    contact: content.contact,
    source: content.source,
    asOf: content.asOf ?? '',
    opens: content.opens ?? '',
    closes: content.closes ?? '',
    yearly: (content.yearly ?? [])
      .map(({ opens, closes }) => [opens, closes].filter(Boolean).join(' – '))
      .join('\n'),
    places: content.places.join(', '),
    combinesWith: content.combinesWith.join(', '),
    conflictsWith: content.conflictsWith.join(', '),
    status: content.status,
    amounts: content.amounts.length === 0 ? '' : JSON.stringify(content.amounts, null, 2),
    rule: ruleText(content.rule),
    examples: examplesText(content.examples),
    ...Object.fromEntries(boxes),
  }
}

/** What a KPI's title says that its figures count. A proposal: a person decides. */
export interface UnitProposal {
  readonly kind:
    | 'percent'
    | 'per-mille'
    | 'percentage-points'
    | 'index'
    | 'money'
    | 'number'
    | 'time'
    | 'amount'
    | 'points'
    | 'yes-no'
    | 'code'
  /** What one of the title's units is worth: 1000 for thousands of kronor. */
  readonly scale: number
  /** What it is divided by: 1,000 inhabitants, one pupil. */
  readonly per: { readonly count: number; readonly of: string } | null
  /** The words of the title that it was read from. */
  readonly words: string
}

interface Reading {
  readonly kind: UnitProposal['kind']
  readonly pattern: RegExp
  readonly scale?: number
}

const count = String.raw`\d[\d ]*`
const divisor = String.raw`(?: ?\/ ?| per )(?<per>(?:${count} ?)?[^\d,(\/]*)`

// In this order: "andel (%)" is said of shares whose titles speak of numbers, too. A title ends with its unit, so the
// last place where a pattern fits is the one that counts.
const readings: readonly Reading[] = [
  { kind: 'yes-no', pattern: /\(ja ?= ?1, ?nej ?= ?0\)/gi },
  // Answers written as numbers: "(Överskott=2, Balans=1, Underskott=0)".
  { kind: 'code', pattern: /\((?!max)[^()]*=\s*-?\d[^()]*\)|\(kodade[^()]*\)/gi },
  { kind: 'percentage-points', pattern: /procentenheter/gi },
  { kind: 'percent', pattern: /andel[^,()]*\(%\)|\(%\)|%(?=$|,|\s)|\bprocent\b/gi },
  { kind: 'per-mille', pattern: /promille/gi },
  { kind: 'money', pattern: new RegExp(`(?:1000 ?kr|tkr)(?:${divisor})?`, 'giu'), scale: 1000 },
  {
    kind: 'money',
    pattern: new RegExp(`(?:mnkr|mkr|miljoner kronor)(?:${divisor})?`, 'giu'),
    scale: 1_000_000,
  },
  {
    kind: 'money',
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:kr|kronor)(?![\\p{L}\\d])(?:${divisor})?`, 'giu'),
  },
  { kind: 'index', pattern: /[a-zåäö]*index(?:\s*\(max ?= ?\d+\))?/gi },
  {
    kind: 'amount',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:kg|gram|ton|kwh|mwh|gwh|mw|liter|kbm|meter|km|mil|hektar|kvm|mbit/s)(?!\\p{L})(?: (?:BRA|NMVOC|CO2e))?(?:${divisor})?`,
      'giu',
    ),
  },
  { kind: 'time', pattern: /(?:antal )?(?:dagar|timmar|minuter|månader|veckor)(?:\/[a-zåäö]+)?/gi },
  { kind: 'number', pattern: new RegExp(`antal(?: \\p{L}+){0,3}${divisor}`, 'giu') },
  { kind: 'number', pattern: new RegExp(`(?<=\\p{L})\\/(?<per>${count} ?inv)`, 'giu') },
  { kind: 'number', pattern: /antal/gi },
  { kind: 'points', pattern: /[a-zåäö]*poäng|meritvärde/gi },
  { kind: 'time', pattern: /år$/gi },
]

/** Reads the unit from a title; null where none is written. Which way is wished for is never read from a title. */
export function proposedUnit(title: string): UnitProposal | null {
  for (const { kind, pattern, scale } of readings) {
    const found = [...title.matchAll(pattern)].at(-1)
    if (found) {
      return { kind, scale: scale ?? 1, per: dividedBy(found.groups?.['per']), words: found[0].trim() }
    }
  }
  return null
}

function dividedBy(words: string | undefined): UnitProposal['per'] {
  const [, digits = '', of = ''] = /^(\d[\d ]*)?(.*)$/.exec(words?.trim() ?? '') ?? []
  if (digits === '' && of === '') return null
  return {
    count: digits === '' ? 1 : Number(digits.replaceAll(' ', '')),
    of: of.replace(/\s+Källa.*/, '').trim(),
  }
}

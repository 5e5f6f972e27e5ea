import type { MissingReason } from '#modules/statistics'
import type { PlacedCell } from './entries.ts'
import type { Findings } from './findings.ts'
import { isTooLarge, readNumber, type NumberReading, type NumberStyle } from './numbers.ts'
import { reasonIn } from './signs.ts'
import { strangeness } from '../core/unit-range.ts'

export interface ValueRules {
  readonly unit: string
  readonly decimals: number
  readonly style: NumberStyle
  /** What `-` means in this table, once a person has said so. */
  readonly dashMeans: 'zero' | MissingReason | null
}

export type Content = (
  | { readonly value: number; readonly missing: null }
  | { readonly value: null; readonly missing: MissingReason }
) & { readonly note: string | null; readonly isPreliminary: boolean }

type Written = Exclude<NumberReading, { kind: 'wrong' }>

const unitOfSign: Readonly<Record<'%' | '‰', string>> = { '%': 'percent', '‰': 'per-1000' }

/** What a cell says of its place and year; null when it says nothing, or something that is wrong and has been told. */
export function readContent(
  at: PlacedCell,
  missing: PlacedCell | null,
  rules: ValueRules,
  findings: Findings,
): Content | null {
  const written = readCell(at, rules.style, findings)
  if (!written) return null
  if (missing && missing.text !== '') return readMissing(at, missing, written, findings)
  switch (written.kind) {
    case 'empty':
      findings.worthKnowingAt('empty-cells-skipped', at)
      return null
    case 'missing':
      return without(written.reason, written.note)
    case 'dash':
      return readDash(at, rules.dashMeans, findings)
    case 'value':
      return readValue(at, written, rules, findings)
  }
}

function readCell({ cell, ...spot }: PlacedCell, style: NumberStyle, findings: Findings): Written | null {
  if (cell.formula === 'without-result') {
    findings.wrong(spot, 'value', 'formula-without-result')
    return null
  }
  if (cell.formula === 'with-result') findings.worthKnowingAt('formulas-read', spot)
  const { value } = cell
  switch (value.kind) {
    case 'number': {
      if (isTooLarge(value.number)) {
        findings.wrong(spot, 'value', 'number-too-large')
        return null
      }
      const sign = value.isPercent ? '%' : null
      const found = { value: value.number, sign, decimals: decimalsOf(value.number) } as const
      return { kind: 'value', marks: '', isPreliminary: false, ...found }
    }
    case 'text': {
      const reading = readNumber(cell.text, style)
      if (reading.kind !== 'wrong') return reading
      findings.wrong(spot, 'value', reading.problem, reading.proposals)
      return null
    }
    case 'day':
      findings.wrong(spot, 'value', 'date-in-value')
      return null
    case 'truth':
      findings.wrong(spot, 'value', 'truth-in-value')
      return null
    case 'error':
      findings.wrong(spot, 'value', 'error-sign')
      return null
  }
}

/** The column that tells why a value is missing. It says nothing where there is a value. */
function readMissing(
  at: PlacedCell,
  missing: PlacedCell,
  written: Written,
  findings: Findings,
): Content | null {
  const reason = reasonIn(missing.text)
  if (written.kind === 'value') {
    findings.wrong(at, 'value', 'value-and-missing', [missing.text])
    return null
  }
  if (reason) return without(reason, written.kind === 'missing' ? written.note : null)
  findings.wrong(missing, 'missing', 'missing-unknown')
  return null
}

function readDash(at: PlacedCell, means: ValueRules['dashMeans'], findings: Findings): Content | null {
  if (means === null) {
    findings.wrong(at, 'value', 'dash-unclear')
    return null
  }
  findings.worthKnowingAt('dashes-read', at)
  return means === 'zero'
    ? { value: 0, missing: null, note: null, isPreliminary: false }
    : without(means, null)
}

function readValue(
  at: PlacedCell,
  { value, sign, marks, isPreliminary, decimals }: Extract<Written, { kind: 'value' }>,
  rules: ValueRules,
  findings: Findings,
): Content | null {
  if (sign && unitOfSign[sign] !== rules.unit) {
    findings.wrong(at, 'value', 'sign-of-other-unit')
    return null
  }
  const strange = strangeness(value, rules.unit)
  if (strange === 'value-impossible') {
    findings.wrong(at, 'value', strange)
    return null
  }
  if (strange) findings.worthKnowingAt(strange, at)
  if (decimals > rules.decimals && strange !== 'not-whole')
    findings.worthKnowingAt('more-decimals-than-shown', at)
  if (marks !== '') findings.worthKnowingAt('footnotes-kept', at)
  return { value, missing: null, note: marks === '' ? null : marks, isPreliminary }
}

function without(missing: MissingReason, note: string | null): Content {
  return { value: null, missing, note, isPreliminary: false }
}

function decimalsOf(number: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(number)) ?? []
  return Math.max(0, fraction.length - Number(exponent))
}

/** A part of a year that a table counts in. */
export interface YearPart {
  readonly unit: 'half' | 'third' | 'quarter' | 'month' | 'week'
  /** From 1. */
  readonly number: number
}

/** The time that a value of a time variable stands for. */
export interface Period {
  readonly year: number
  /** Null: the whole year. */
  readonly part: YearPart | null
  /** Finland and others mark a year's figures as preliminary beside the year itself. */
  readonly isPreliminary: boolean
}

// The letters of the px file format: H half-year, T third, Q or K quarter, M month, W, U or V week.
const units: Readonly<Record<string, readonly [YearPart['unit'], number]>> = {
  H: ['half', 2],
  T: ['third', 3],
  Q: ['quarter', 4],
  K: ['quarter', 4],
  M: ['month', 12],
  W: ['week', 53],
  U: ['week', 53],
  V: ['week', 53],
}

const written = /^((?:19|20|21)\d\d)(?:([HTQKMWUV])(\d{1,2}))?(\*?)$/

/**
 * Reads a period from its code, or else from its label: some offices number their periods and write the year beside.
 * Null for what is no period of one year, such as 2023/24 or the mean of three years.
 */
export function periodOf({ code, label }: { readonly code: string; readonly label: string }): Period | null {
  const fromCode = read(code)
  const fromLabel = read(label)
  const period = fromCode ?? fromLabel
  return period && { ...period, isPreliminary: period.isPreliminary || fromLabel?.isPreliminary === true }
}

function read(text: string): Period | null {
  const [, year, letter, number, star] = written.exec(text.trim().replaceAll(' ', '').toUpperCase()) ?? []
  if (year === undefined) return null
  const isPreliminary = star === '*'
  if (letter === undefined) return { year: Number(year), part: null, isPreliminary }
  const [unit, most] = units[letter] ?? []
  if (unit === undefined || most === undefined || Number(number) < 1 || Number(number) > most) return null
  return { year: Number(year), part: { unit, number: Number(number) }, isPreliminary }
}

export function isSamePart(one: YearPart | null, other: YearPart | null): boolean {
  return one?.unit === other?.unit && one?.number === other?.number
}

/** `year`, `month 12`, `quarter 4`: a part of a year as it is told and stored. */
export function partName(part: YearPart | null): string {
  return part === null ? 'year' : `${part.unit} ${part.number}`
}

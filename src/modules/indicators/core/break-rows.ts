import { z } from 'zod'
import { required, wholeNumber } from './form-fields.ts'
import type { SeriesBreak } from './indicator.ts'

/** The three fields of a row, as their names begin. */
const parts = { from: 'breakFrom', sv: 'breakSv', en: 'breakEn' } as const
type Part = keyof typeof parts

const row = z.object({
  from: wholeNumber(1900, 2100, 'break-year-invalid'),
  sv: required(500, 'break-text-missing'),
  en: required(500, 'break-text-missing'),
})

/** What a field of a row is called: `breakFrom-1`. */
export function breakField(part: Part, number: number): string {
  return `${parts[part]}-${number}`
}

/** The numbers of the rows in which something stands, in their order. */
export function rowNumbers(typed: Readonly<Record<string, string>>): readonly number[] {
  const numbers = Object.entries(typed).flatMap(([name, value]) => {
    const [, number] = /^break(?:From|Sv|En)-(\d{1,2})$/.exec(name) ?? []
    return number !== undefined && value.trim() !== '' ? [Number(number)] : []
  })
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

/** The breaks that a form's rows say. A row that has been emptied is a break taken away. */
export const BreakRows = z.record(z.string(), z.string()).transform((typed, context) => {
  const breaks = new Map<number, SeriesBreak>()
  const lacks = (part: Part, number: number, message: string) =>
    context.addIssue({ code: 'custom', path: [breakField(part, number)], message })
  for (const number of rowNumbers(typed)) {
    const [from, sv, en] = (['from', 'sv', 'en'] as const).map((part) => typed[breakField(part, number)])
    const parsed = row.safeParse({ from, sv, en })
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) lacks(path[0] as Part, number, message)
    } else if (breaks.has(parsed.data.from)) {
      lacks('from', number, 'break-year-twice')
    } else {
      breaks.set(parsed.data.from, {
        from: parsed.data.from,
        text: { sv: parsed.data.sv, en: parsed.data.en },
      })
    }
  }
  return { breaks: [...breaks.values()].toSorted((one, other) => one.from - other.from) }
})

/** What stands in the rows for the breaks as they are. */
export function typedBreaks(breaks: readonly SeriesBreak[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    breaks.flatMap(({ from, text }, index) => [
      [breakField('from', index + 1), String(from)],
      [breakField('sv', index + 1), text.sv],
      [breakField('en', index + 1), text.en],
    ]),
  )
}

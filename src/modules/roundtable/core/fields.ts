import { z } from 'zod'
import { cleaned, cleanedLines } from '#platform/values/cleaned.ts'

export const longest = { line: 120, place: 200, theme: 500, text: 2000, because: 500, address: 200 } as const

const typed = z.string().default('')
const short = (limit: number) => (text: string) => [...text].length <= limit
/** One line, which becomes a part of letters and badges: nothing in it turns a line or the direction. Messages are names of reasons. */
export const line = (limit: number = longest.line) =>
  typed.transform(cleaned).refine(short(limit), 'text-too-long')
export const neededLine = (missing: string, limit: number = longest.line) =>
  line(limit).refine((text) => text !== '', missing)
export const text = (limit: number = longest.text) =>
  typed.transform(cleanedLines).refine(short(limit), 'text-too-long')
export const neededText = (missing: string, limit: number = longest.text) =>
  text(limit).refine((said) => said !== '', missing)
/** An address of mail, or nothing. */
export const email = line(longest.address).refine(
  (said) => said === '' || z.email().safeParse(said).success,
  'email-invalid',
)
export const ticked = typed.transform((said) => said !== '')

/** A time of day as people write it, as `09:30`; null for what is none. */
export function timeIn(said: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d\d)$/.exec(said.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** A whole number within limits; null for what is none. */
export function wholeIn(said: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(said.trim())) return null
  const number = Number(said)
  return number >= least && number <= most ? number : null
}

/** A whole number within limits, typed into a field. */
export const whole = (least: number, most: number, wrong: string) =>
  typed.transform((said, context) => {
    const read = wholeIn(said, least, most)
    if (read === null) context.addIssue({ code: 'custom', message: wrong })
    return read ?? least
  })

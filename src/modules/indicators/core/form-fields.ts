import { z } from 'zod'

/** Text that may be left out; a field that was not sent counts as empty. */
export function text(longest: number) {
  return z.string().trim().default('').pipe(z.string().max(longest, 'text-too-long'))
}

export function required(longest: number, problem: string) {
  return text(longest).pipe(z.string().min(1, problem))
}

export function wholeNumber(lowest: number, highest: number, problem: string) {
  return z
    .string()
    .trim()
    .default('')
    .pipe(z.string().regex(/^\d{1,6}$/, problem))
    .transform(Number)
    .pipe(z.number().min(lowest, problem).max(highest, problem))
}

/** A whole number, or nothing at all. */
export function wholeNumberOrNone(lowest: number, highest: number, problem: string) {
  return z
    .union([z.literal('').transform(() => null), wholeNumber(lowest, highest, problem)], problem)
    .default(null)
}

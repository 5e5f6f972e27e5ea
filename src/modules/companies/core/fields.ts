import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'

export const longest = { line: 120, address: 200, text: 8000, promise: 500 } as const

const typed = z.string().trim().default('')
/** One line or a text, which may be left empty. The messages of all fields here are names of reasons. */
export const upTo = (limit: number) => typed.refine((text) => [...text].length <= limit, 'text-too-long')
/** The same, and something must be written. */
export const needed = (limit: number, missing: string) => upTo(limit).refine((text) => text !== '', missing)
/** A day, or nothing. */
export const day = typed.refine((text) => text === '' || isDay(text), 'day-invalid')
/** An address of mail, or nothing. */
export const email = upTo(longest.address).refine(
  (text) => text === '' || z.email().safeParse(text).success,
  'email-invalid',
)
/** The id of something, or nothing; one that is broken names nothing. */
export const id = typed.transform((text) => (z.uuid().safeParse(text).success ? text : ''))
/** A box that was ticked. */
export const ticked = typed.transform((text) => text !== '')

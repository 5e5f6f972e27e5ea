import { z } from 'zod'
import { cleaned, cleanedLines } from '#platform/values/cleaned.ts'

/** How much a company may write, in characters. */
export const longest = {
  subject: 120,
  text: 10_000,
  locality: 200,
  name: 120,
  number: 40,
  email: 254,
  phone: 40,
} as const

// What is far too long is not even looked at: a stranger could send megabytes.
const within = (limit: number) =>
  z
    .string()
    .default('')
    .refine((text) => text.length <= limit * 10, { error: 'text-too-long', abort: true })

/** One line as it was typed, cleaned; too long is refused, never cut. */
export const line = (limit: number) =>
  within(limit)
    .transform(cleaned)
    .refine((text) => [...text].length <= limit, 'text-too-long')

/** Several lines as they were typed, cleaned. */
export const lines = (limit: number) =>
  within(limit)
    .transform(cleanedLines)
    .refine((text) => [...text].length <= limit, 'text-too-long')

const Address = z.email()

/** A mail address, or nothing. What could be more than one address, or another header, is none. */
export const emailLine = line(longest.email).refine(
  (address) => address === '' || Address.safeParse(address).success,
  'email-invalid',
)

import { z } from 'zod'
import { cleaned, cleanedLines } from './cleaned.ts'

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

import { z } from 'zod'
import { line } from '#platform/values/typed-text.ts'

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

const Address = z.email()

/** A mail address, or nothing. What could be more than one address, or another header, is none. */
export const emailLine = line(longest.email).refine(
  (address) => address === '' || Address.safeParse(address).success,
  'email-invalid',
)

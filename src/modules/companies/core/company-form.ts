import { z } from 'zod'
import { branches, companySizes, type CompanySize } from './company.ts'
import { longest, needed, upTo } from './fields.ts'
import { organisationNumberIn } from './organisation-number.ts'

const number = upTo(longest.line).refine(
  (text) => text === '' || organisationNumberIn(text) !== null,
  'number-invalid',
)
// What is none of the choices was not chosen from them: it says as little as nothing.
const oneOf = (known: readonly string[]) =>
  upTo(longest.line).transform((text) => (known.includes(text) ? text : null))

/** What is known of a company. An empty number leaves the one that is known. */
export const CompanyForm = z
  .object({
    name: needed(longest.line, 'name-missing'),
    number,
    municipality: upTo(longest.line).transform((code) => code || null),
    size: oneOf(companySizes).transform((size) => size as CompanySize | null),
    branch: oneOf(branches),
  })
  .transform((form) => ({ ...form, number: organisationNumberIn(form.number) }))
export type CompanyForm = z.infer<typeof CompanyForm>

/** The company that somebody wants to find, or add: a name, a number, or both. */
export const SoughtCompany = z
  .object({ name: upTo(longest.line), number })
  .refine(({ name, number: digits }) => name !== '' || digits !== '', {
    path: ['name'],
    error: 'name-missing',
  })
  .transform((form) => ({ ...form, number: organisationNumberIn(form.number) }))
export type SoughtCompany = z.infer<typeof SoughtCompany>

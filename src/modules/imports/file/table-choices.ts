import { z } from 'zod'
import { genders, missingReasons } from '#modules/statistics'
import type { IsoDay } from '#platform/values/dates.ts'

const text = (longest: number) => z.string().trim().max(longest, 'text-too-long').default('')
const column = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(?:[A-Z]{1,3})?$/, 'column-invalid')
  .default('')

/** What a person says of a table, as it is typed: how it is to be read, and where its figures are from. */
export const TableChoices = z.object({
  sheet: text(100),
  form: z.enum(['', 'long', 'years-across', 'places-across'], 'form-invalid').default(''),
  headingRow: text(6).pipe(z.string().regex(/^\d*$/, 'row-invalid')),
  placeCode: column,
  placeName: column,
  yearColumn: column,
  valueColumn: column,
  year: text(4).pipe(z.string().regex(/^(?:(?:19|20)\d\d)?$/, 'year-invalid')),
  gender: z.enum(genders, 'gender-invalid').default('all'),
  measure: text(200),
  decimalSign: z.enum(['', ',', '.'], 'sign-invalid').default(''),
  dashMeans: z.enum(['', 'zero', ...missingReasons], 'reason-invalid').default(''),
  publisher: text(200),
  title: text(300),
  url: text(500),
  licence: text(200),
  retrievedOn: text(10),
})
export type TableChoices = z.infer<typeof TableChoices>

/** Where the figures of a table are from; without it nothing is stored. They cannot be retrieved after today. */
export function tableSource(today: IsoDay) {
  return z.object({
    publisher: z.string().min(1, 'publisher-missing'),
    title: z.string().min(1, 'title-missing'),
    url: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'url-invalid' })], 'url-invalid')
      .transform((url) => url || null),
    licence: z.string().min(1, 'licence-missing'),
    retrievedOn: z
      .string()
      .refine(isDayOrLess, { error: 'day-invalid', abort: true })
      .refine((on) => on <= today.slice(0, on.length), 'day-ahead'),
  })
}
export type TableSource = z.infer<ReturnType<typeof tableSource>>

/** `2026`, `2026-11` or `2026-11-25`, where there is such a month and day. */
function isDayOrLess(on: string): boolean {
  if (!/^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(on)) return false
  return z.iso.date().safeParse(`${on}-01-01`.slice(0, 10)).success
}

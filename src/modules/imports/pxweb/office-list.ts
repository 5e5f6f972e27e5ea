import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { missingReasons } from '#modules/statistics'
import { knownOffices, type Office } from './offices.ts'

const OfficeList = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      name: z.string().min(1),
      country: z.string().regex(/^[A-Z]{2}$/),
      api: z.union([z.literal(1), z.literal(2)]),
      base: z.url().transform((address) => address.replace(/\/$/, '')),
      database: z.string().nullable().default(null),
      language: z.string().min(2),
      hasSearch: z.boolean().default(false),
      licence: z.string().nullable().default(null),
      symbols: z.record(z.string(), z.enum(missingReasons)).default({}),
    }),
  )
  .min(1)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'an id stands twice')

/** The offices in the operator's own list, where there is one; else those known from the start. */
export function officesIn(file: string | undefined): readonly Office[] {
  if (file === undefined) return knownOffices
  try {
    return OfficeList.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new Error(`SAMSYN_OFFICES: ${file}: ${why}`, { cause: error })
  }
}

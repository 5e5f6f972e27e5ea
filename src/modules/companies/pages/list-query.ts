import { z } from 'zod'
import type { Municipality } from '#modules/region'
import { branches, companySizes } from '../core/company.ts'
import type { CompanyQuestion } from '../store.ts'

/** The names of the questions in an address, in each language. */
export const questionNames = {
  sv: { text: 'sok', municipality: 'kommun', branch: 'bransch', size: 'storlek' },
  en: { text: 'search', municipality: 'municipality', branch: 'branch', size: 'size' },
} as const

const Text = z.string().trim().max(100).catch('')

/** Which companies an address asks for, in either language's words; what is no choice asks nothing. */
export function listAsked(
  query: (name: string) => string | undefined,
  municipalities: readonly Pick<Municipality, 'code'>[],
): CompanyQuestion {
  const { sv, en } = questionNames
  const said = (part: keyof CompanyQuestion) => Text.parse(query(sv[part]) ?? query(en[part]) ?? '')
  return {
    text: said('text'),
    municipality: one(
      municipalities.map(({ code }) => code),
      said('municipality'),
    ),
    branch: one(branches, said('branch')),
    size: one(companySizes, said('size')),
  }
}

function one<Value extends string>(known: readonly Value[], text: string): Value | '' {
  return known.find((value) => value === text) ?? ''
}

import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'
import { kinds, type Criterion, type Kind } from './event.ts'
import { longest, wholeIn } from './fields.ts'
import { rowsIn, type Filled, type FormRow } from './rows.ts'

/** By what people are invited. The id is empty for what is new. */
export type CriteriaForm = readonly Criterion[]

/** The messages are names of reasons. */
export const CriteriaForm = z
  .record(z.string(), z.string())
  .superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    for (const { said, field } of rowsOf(form)) {
      if (said('text') === '') say(field('text'), 'criterion-missing')
      if ([...said('text')].length > longest.theme) say(field('text'), 'text-too-long')
      if (wholeIn(said('seats'), 0, 1000) === null) say(field('seats'), 'criterion-seats-invalid')
      if (!isKind(said('kind'))) say(field('kind'), 'kind-missing')
    }
  })
  .transform((form): CriteriaForm =>
    rowsOf(form).map(({ said }) => ({
      id: said('id'),
      text: cleaned(said('text')),
      kind: said('kind') as Kind,
      seats: wholeIn(said('seats'), 0, 1000) ?? 0,
    })),
  )

function rowsOf(form: Filled): readonly FormRow[] {
  return rowsIn(form, 'criterion', ['id', 'kind'])
}

function isKind(said: string): said is Kind {
  return kinds.some((kind) => kind === said)
}

/** What is wrong with a budget as a whole. `at` counts the criteria; what is taken of each stands in `taken`. */
export function faultOfBudget(
  seats: number,
  criteria: CriteriaForm,
  taken: ReadonlyMap<string, number>,
): { readonly at: number; readonly fault: 'budget-exceeds' | 'criterion-taken' } | null {
  const overTaken = criteria.findIndex(({ id, seats: wanted }) => wanted < (taken.get(id) ?? 0))
  if (overTaken >= 0) return { at: overTaken, fault: 'criterion-taken' }
  let sum = 0
  for (const [at, { seats: wanted }] of criteria.entries()) {
    sum += wanted
    if (sum > seats) return { at, fault: 'budget-exceeds' }
  }
  return null
}

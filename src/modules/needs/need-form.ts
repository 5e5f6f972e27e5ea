import { z } from 'zod'
import { branches, companySizes, organisationNumberIn } from '#modules/companies'
import { cleaned } from '#platform/values/cleaned.ts'
import { holdings, horizons, levels, ways } from './core/need.ts'

export const longest = { skill: 80, name: 120, email: 200 } as const
const mostPeople = 9999

const typed = z.string().trim().default('')
const oneOf = <const Value extends string>(known: readonly Value[], missing: string) =>
  typed.refine((text) => known.includes(text as Value), missing).transform((text) => text as Value)

const needFields = {
  skill: typed
    .refine((text) => text !== '', 'skill-missing')
    .refine((text) => [...text].length <= longest.skill, 'skill-too-long')
    .transform(cleaned),
  field: typed.refine((text) => text !== '', 'field-missing'),
  people: typed
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= 1, 'people-invalid')
    .refine((text) => !/^\d{1,6}$/.test(text) || Number(text) <= mostPeople, 'people-too-many')
    .transform(Number),
  within: oneOf(horizons.map(String), 'within-missing').transform(Number),
  level: oneOf(levels, 'level-missing'),
  holdsBack: oneOf(holdings, 'holds-missing'),
  email: typed
    .refine((text) => text.length <= longest.email, 'email-invalid')
    .refine((text) => text === '' || z.email().safeParse(text).success, 'email-invalid'),
}

const companyFields = {
  company: typed
    .refine((text) => text !== '', 'name-missing')
    .refine((text) => [...text].length <= longest.name, 'name-too-long')
    .transform(cleaned),
  number: typed
    .refine((text) => text !== '', 'number-missing')
    .refine((text) => text === '' || organisationNumberIn(text) !== null, 'number-invalid'),
  size: typed.transform((text) => companySizes.find((size) => size === text) ?? null),
  branch: typed.transform((text) => (branches.includes(text) ? text : null)),
}

type Filled = Readonly<Record<string, unknown>>

/** The municipalities that are ticked. */
function placesIn(form: Filled): readonly string[] {
  return Object.keys(form)
    .filter((name) => name.startsWith('municipality-'))
    .map((name) => name.slice('municipality-'.length))
    .toSorted()
}

function somewhere(form: Filled, context: z.RefinementCtx): void {
  if (placesIn(form).length === 0)
    context.addIssue({ code: 'custom', path: ['municipality'], message: 'place-missing' })
}

function needOf(form: z.infer<z.ZodObject<typeof needFields>>) {
  const { skill, field, people, within, level, holdsBack, email } = form
  return { words: skill, field, people, within, level, holdsBack, email, places: placesIn(form) }
}

/** A need as its holder changes it. */
export const NeedForm = z.object(needFields).catchall(z.string()).superRefine(somewhere).transform(needOf)
export type NeedForm = z.infer<typeof NeedForm>

/** A need with the company that has it, and the way in which it was said. */
export const NewNeedForm = z
  .object({ ...needFields, ...companyFields, way: oneOf([...ways, ''], 'way-missing') })
  .catchall(z.string())
  .superRefine(somewhere)
  .transform((form) => ({
    need: needOf(form),
    way: form.way === '' ? ('door' as const) : form.way,
    company: {
      name: form.company,
      number: organisationNumberIn(form.number),
      municipality: null,
      size: form.size,
      branch: form.branch,
    },
  }))
export type NewNeedForm = z.infer<typeof NewNeedForm>

import { z } from 'zod'
import type { Bilingual, Locale } from '#platform/values/locale.ts'
import { isReadable, tidy } from './tidy.ts'

/** How many characters each text may have. */
const limits = { name: 120, about: 600, contact: 300, person: 120, email: 200 } as const

/** What the texts of a network are called in the form; each is asked for in both languages. */
export const bilingualFields = ['name', 'about', 'contact'] as const
export type BilingualField = (typeof bilingualFields)[number]

/** A network as its founder describes it. */
export interface NetworkForm {
  readonly name: Bilingual
  readonly about: Bilingual
  readonly contact: Bilingual
  /** The coordinator's name or position. */
  readonly person: string
  readonly email: string
}

/** The name of the field that holds a text in a language: `nameSv`. */
export function fieldIn(field: BilingualField, locale: Locale): `${BilingualField}${'Sv' | 'En'}` {
  return `${field}${locale === 'sv' ? 'Sv' : 'En'}`
}

const typed = z.string().default('').transform(tidy)

/**
 * The form's schema. Each text is needed in one of the languages; when both are empty, the one the reader reads in
 * is named. Everything wrong is told at once.
 */
export function networkFormFor(reader: Locale) {
  return z
    .object({
      nameSv: typed,
      nameEn: typed,
      aboutSv: typed,
      aboutEn: typed,
      contactSv: typed,
      contactEn: typed,
      person: typed,
      email: typed,
    })
    .superRefine((form, context) => {
      const refuse = (field: keyof typeof form, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      for (const field of bilingualFields) {
        const [sv, en] = [fieldIn(field, 'sv'), fieldIn(field, 'en')]
        if (!isReadable(form[sv]) && !isReadable(form[en])) refuse(fieldIn(field, reader), `${field}-missing`)
        if (form[sv].length > limits[field]) refuse(sv, `${field}-too-long`)
        if (form[en].length > limits[field]) refuse(en, `${field}-too-long`)
      }
      if (!isReadable(form.person)) refuse('person', 'person-missing')
      if (form.person.length > limits.person) refuse('person', 'person-too-long')
      if (form.email === '') refuse('email', 'email-missing')
      else if (form.email.length > limits.email || !z.email().safeParse(form.email).success)
        refuse('email', 'email-invalid')
    })
    .transform((form): NetworkForm => ({
      name: inBoth(form.nameSv, form.nameEn),
      about: inBoth(form.aboutSv, form.aboutEn),
      contact: inBoth(form.contactSv, form.contactEn),
      person: form.person,
      email: form.email.toLowerCase(),
    }))
}

function inBoth(sv: string, en: string): Bilingual {
  return { sv: isReadable(sv) ? sv : en, en: isReadable(en) ? en : sv }
}

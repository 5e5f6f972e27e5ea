import type { Locale } from '#platform/values/locale.ts'
import { en as inviteEn } from './invite-texts.en.ts'
import { sv as inviteSv } from './invite-texts.sv.ts'
import { en as ownEn } from './own-texts.en.ts'
import { sv as ownSv } from './own-texts.sv.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv
export type InviteTexts = typeof inviteSv
export type OwnTexts = typeof ownSv

const byLocale: Record<Locale, Texts> = { sv, en }
const inviteByLocale: Record<Locale, InviteTexts> = { sv: inviteSv, en: inviteEn }
const ownByLocale: Record<Locale, OwnTexts> = { sv: ownSv, en: ownEn }

/** The sentences of planning, and of the pages that everybody reads. */
export function textsIn(locale: Locale): Texts {
  return byLocale[locale]
}

/** The sentences of the list of participants. */
export function inviteTextsIn(locale: Locale): InviteTexts {
  return inviteByLocale[locale]
}

/** The sentences that whoever is invited reads: letters and their own page. */
export function ownTextsIn(locale: Locale): OwnTexts {
  return ownByLocale[locale]
}

/** The sentence for what is wrong with a field. */
export function errorText(locale: Locale, name: string): string {
  const errors: Readonly<Record<string, string>> = {
    ...textsIn(locale).errors,
    ...inviteTextsIn(locale).errors,
    ...ownTextsIn(locale).errors,
  }
  return (Object.hasOwn(errors, name) ? errors[name] : undefined) ?? textsIn(locale).errors.unknown
}

/** The languages the program speaks. The address shows which: English stands under `/en`. */
export const locales = ['sv', 'en'] as const
export type Locale = (typeof locales)[number]

/** A sentence or name that the people of a network write in both languages. */
export interface Bilingual {
  readonly sv: string
  readonly en: string
}

/** The wording in the reader's language, or in the other one where only that is written. */
export function inLocale(text: Bilingual, locale: Locale): string {
  return text[locale] || text.sv || text.en
}

/** Compares names as a Swede sorts them: Å, Ä and Ö last. In English too, since the names are Swedish. */
export const bySwedishName = new Intl.Collator('sv-SE', { numeric: true }).compare

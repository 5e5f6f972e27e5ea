import type { OpenErasure } from '#modules/matters'
import { keptText, textsIn } from './texts.ts'

/** What a company is told that asked to have its details erased: in its own language, and why where they are kept. */
export function letterOfErasure({ year, number, locale }: OpenErasure, kept: string | null) {
  const texts = textsIn(locale)
  const named = `${year}-${number}`
  return {
    subject: texts.letter.subject(named),
    body: kept === null ? texts.letter.erased(named) : texts.letter.kept(named, keptText(texts, kept)),
  }
}

import { branchesEn } from './branch-texts.en.ts'
import type { Texts } from './texts.ts'

/** The module's sentences in English. */
export const en: Texts = {
  branches: branchesEn,
  sizes: {
    '0': 'No employees',
    '1-9': '1–9 employees',
    '10-49': '10–49 employees',
    '50-249': '50–249 employees',
    '250': '250 employees or more',
  },
}

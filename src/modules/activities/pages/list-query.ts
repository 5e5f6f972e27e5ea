import type { Status } from '#modules/programme'
import type { Locale } from '#platform/values/locale.ts'
import { statuses } from '../core/activity.ts'

export const questionNames = {
  sv: { municipality: 'kommun', intervention: 'insats', status: 'status' },
  en: { municipality: 'municipality', intervention: 'intervention', status: 'status' },
} as const

/** Which activities are asked for; what is left out is all. */
export interface AskedList {
  /** The municipality as its address names it. */
  readonly municipality: string
  readonly intervention: string
  readonly status: Status | ''
}

/** Reads the questions from an address, in either language's words. A status that is none is no question. */
export function listAsked(query: (name: string) => string | undefined): AskedList {
  const { sv, en } = questionNames
  const wordOf = (part: keyof AskedList) => (query(sv[part]) ?? query(en[part]) ?? '').slice(0, 100)
  const status = wordOf('status')
  return {
    municipality: wordOf('municipality'),
    intervention: wordOf('intervention'),
    status: statuses.find((one) => one === status) ?? '',
  }
}

/** The same questions as a part of an address. */
export function listQuery(asked: AskedList, locale: Locale): string {
  const names = questionNames[locale]
  const parts = (['municipality', 'intervention', 'status'] as const).filter((part) => asked[part] !== '')
  const query = new URLSearchParams(parts.map((part) => [names[part], asked[part]]))
  return query.size === 0 ? '' : `?${query}`
}

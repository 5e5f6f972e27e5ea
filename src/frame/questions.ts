import { factNames } from '#modules/competence'

/** What public pages and the open interface can be asked by, in both languages. */
const questions = new Set([
  'kommun',
  'municipality',
  'ar',
  'year',
  'kvartal',
  'quarter',
  'indikator',
  'indicator',
  'regler',
  'rules',
  'med',
  'with',
  'aven',
  'also',
  'grupp',
  'group',
  'visa',
  'show',
  'bas',
  'base',
  'rangordna',
  'rank',
  'intervention',
  'insats',
  'status',
  'fran',
  'from',
  'till',
  'to',
  'sida',
  'page',
  'dag',
  'day',
  'sedan',
  'since',
  'vad',
  'what',
  'sprak',
  'language',
  'form',
  'mall',
  'template',
  'per',
  'as-of',
  'asOf',
  'help',
  'on',
  'skip',
  'mailed',
  'followed',
  ...factNames,
  'efter',
  'after',
  'samtal',
  'event',
  'lage',
  'standing',
])

/**
 * The questions in an address that a public answer depends on, in one order. What no page reads is left out: else
 * anybody could push out all that is kept, and one reader's address would stand in another's page.
 */
export function questionsIn(url: URL): string {
  const asked = [...url.searchParams].filter(([name]) => questions.has(name))
  if (asked.length === 0) return ''
  return `?${new URLSearchParams(asked.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()}`
}

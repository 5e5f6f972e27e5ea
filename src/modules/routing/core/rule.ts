import type { CompanySize } from '#modules/companies'

/** What a town hall's rules weigh of a matter. */
export interface DeskFacts {
  readonly topic: string
  /** An address or a part of town, as it was written; empty when it was not. */
  readonly locality: string
  readonly size: CompanySize | null
  readonly branch: string | null
  /** By the topic's questions. */
  readonly answers: Readonly<Record<string, string>>
}

/** What is known of a matter when it is routed. */
export interface MatterFacts extends DeskFacts {
  readonly placeKind: 'places' | 'region' | 'unsure'
  /** The codes of the municipalities that it concerns. */
  readonly places: readonly string[]
  readonly senderKind: 'company' | 'not-started' | 'nameless'
  /** The municipality where the company has its seat, if that is known. */
  readonly seat: string | null
}

/** What a matter must be to be taken at a desk. An empty list asks nothing. */
export interface RoutingRule {
  readonly topics: readonly string[]
  /** Words of which one stands in the locality: `Nödinge`. */
  readonly localities: readonly string[]
  readonly sizes: readonly CompanySize[]
  readonly branches: readonly string[]
  /** By the topic's question, the answers of which one was given. */
  readonly answers: Readonly<Record<string, readonly string[]>>
  /** The id of one of the municipality's desks. */
  readonly desk: string
}

/**
 * Asks matters, one after the other, whether a rule fits them. What is not known of the matter fits no rule that asks for it.
 * `words` is the matter's locality as `wordsIn` has it.
 */
export function fitting(rule: RoutingRule): (facts: DeskFacts, words: string) => boolean {
  const places = rule.localities.map(wordsIn).filter((place) => place !== '')
  const answers = Object.entries(rule.answers)
  return (facts, words) =>
    isAmong(facts.topic, rule.topics) &&
    isAmong(facts.size, rule.sizes) &&
    isAmong(facts.branch, rule.branches) &&
    answers.every(([question, wanted]) => isAmong(facts.answers[question] ?? null, wanted)) &&
    (rule.localities.length === 0 || places.some((place) => standsIn(place, words)))
}

/** How many things a rule asks. */
export function weightOf(rule: RoutingRule): number {
  const asked = [rule.topics, rule.localities, rule.sizes, rule.branches, ...Object.values(rule.answers)]
  return asked.filter((list) => list.length > 0).length
}

function isAmong(value: string | null, wanted: readonly string[]): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value))
}

/** As a whole word. */
function standsIn(place: string, words: string): boolean {
  return ` ${words} `.includes(` ${place} `)
}

/** A text's words, whatever its letters' size and what stands between them. */
export function wordsIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

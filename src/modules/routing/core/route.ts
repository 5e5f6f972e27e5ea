import { fitting, weightOf, wordsIn, type DeskFacts, type MatterFacts, type RoutingRule } from './rule.ts'

/** How a municipality takes matters: its open desks, and the rules that hold. */
export interface TownHall {
  readonly municipality: string
  readonly desks: readonly { readonly id: string; readonly owner: string | null }[]
  /** Null until rules have been saved. */
  readonly version: number | null
  readonly rules: readonly RoutingRule[]
}

/** Why a person must say where a matter belongs. */
export type TriageReason =
  | 'nameless'
  | 'place-unsure'
  | 'whole-region'
  | 'no-lead'
  | 'no-desk'
  | 'several-desks'

/** Which rule of which version decided; no rule where the town hall has one desk and none fitted. */
export interface RuledBy {
  readonly by: 'rule'
  readonly version: number | null
  readonly rule: RoutingRule | null
  /** Set where a person had to choose: no rule fitted, or the one named here and another disagreed. */
  readonly undecided?: true
}

/** One municipality that a matter goes to. */
export interface RoutedPart {
  readonly municipality: string
  readonly role: 'lead' | 'contributor'
  /** Null when a person must choose. */
  readonly desk: string | null
  /** Who answers there; null when nobody does. */
  readonly owner: string | null
  readonly because: RuledBy
}

export interface Route {
  readonly parts: readonly RoutedPart[]
  readonly triage: TriageReason | null
}

/** Where a matter goes. Every matter goes to at least one town hall, or to triage. */
export function routeOf(facts: MatterFacts, townHalls: readonly TownHall[]): Route {
  const atOnce = triageAtOnce(facts)
  if (atOnce) return { parts: [], triage: atOnce }

  const concerned = townHalls.filter(({ municipality }) => facts.places.includes(municipality))
  if (concerned.length === 0) return { parts: [], triage: 'place-unsure' }
  const lead = leadAmong(concerned, facts.seat)
  const found = concerned.map((hall) => ({ hall, ...deskIn(hall, facts) }))
  const parts = found.map(({ hall, desk, owner, because }): RoutedPart => ({
    municipality: hall.municipality,
    role: hall.municipality === lead ? 'lead' : 'contributor',
    desk,
    owner,
    because,
  }))
  const withoutDesk = found.find(({ triage }) => triage !== null)
  return { parts, triage: lead === null ? 'no-lead' : (withoutDesk?.triage ?? null) }
}

function triageAtOnce({ senderKind, placeKind }: MatterFacts): TriageReason | null {
  if (senderKind === 'nameless') return 'nameless'
  if (placeKind === 'region') return 'whole-region'
  return placeKind === 'unsure' ? 'place-unsure' : null
}

function leadAmong(concerned: readonly TownHall[], seat: string | null): string | null {
  if (concerned.length === 1) return concerned[0]?.municipality ?? null
  return concerned.find(({ municipality }) => municipality === seat)?.municipality ?? null
}

/** A desk, or that a person must choose one. */
export interface FoundDesk {
  readonly desk: string | null
  /** Who answers there; null when nobody does. */
  readonly owner: string | null
  readonly because: RuledBy
  readonly triage: 'no-desk' | 'several-desks' | null
}

/** The desk of one town hall: that of the rule which asks most, else its only one. */
export function deskIn(hall: Omit<TownHall, 'municipality'>, facts: DeskFacts): FoundDesk {
  return weighing(hall)(facts).found
}

/** Weighs matters, one after the other, by the rules of one town hall: which rules fit, and which desk that makes. */
export function weighing({ desks, version, rules }: Omit<TownHall, 'municipality'>): (facts: DeskFacts) => {
  readonly fit: readonly RoutingRule[]
  readonly found: FoundDesk
} {
  const open = new Map(desks.map(({ id, owner }) => [id, owner]))
  const known = rules
    .filter(({ desk }) => open.has(desk))
    .map((rule) => ({ rule, weight: weightOf(rule), fits: fitting(rule) }))
  const [only, ...others] = open.keys()
  const fallback = others.length === 0 ? only : undefined

  return (facts) => {
    const words = wordsIn(facts.locality)
    const fit = known.filter(({ fits }) => fits(facts, words))
    const heaviest = Math.max(...fit.map(({ weight }) => weight))
    const deciding = fit.filter(({ weight }) => weight === heaviest)
    const rule = deciding[0]?.rule ?? null
    const because: RuledBy = { by: 'rule', version, rule }
    const desk = rule?.desk ?? fallback
    const isAgreed = deciding.every((one) => one.rule.desk === desk)
    const found: FoundDesk =
      desk !== undefined && isAgreed
        ? { desk, owner: open.get(desk) ?? null, because, triage: null }
        : {
            desk: null,
            owner: null,
            because: { ...because, undecided: true },
            triage: desk === undefined ? 'no-desk' : 'several-desks',
          }
    return { fit: fit.map((one) => one.rule), found }
  }
}

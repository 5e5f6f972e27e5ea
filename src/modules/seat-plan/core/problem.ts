import type { EventTable, Participant, Question } from '#modules/roundtable'
import type { Person, Problem, Rule } from '#modules/seating'
import { peopleOf, type Demand, type SeatRule } from './demand.ts'

/** Everything that who sits where depends on. */
export interface SeatingFacts {
  /** Everybody on the list; those who come are seated. */
  readonly participants: readonly Participant[]
  readonly tables: readonly EventTable[]
  readonly rounds: number
  readonly questions: readonly Question[]
  readonly rules: readonly SeatRule[]
  /** Who needs a table that a wheelchair reaches. */
  readonly wheelchairs: ReadonlySet<string>
  /** One participant's name for whoever is entered several times: a person in two organisations is told of, not seated twice. */
  readonly sameAs: ReadonlyMap<string, string>
  /** Who has met whom at earlier events, and how often. */
  readonly met: NonNullable<Problem['met']>
}

/**
 * The event as the engine is asked. A town hall's leaders belong to its municipality by code, so that "own municipality" finds
 * them; a rule that names somebody who does not come rests.
 */
export function problemFrom(facts: SeatingFacts): Problem {
  const coming = facts.participants.filter(({ state }) => state === 'yes')
  const isComing = new Set(coming.map(({ id }) => id))
  const rules = facts.rules.flatMap((rule) => awake(rule, isComing) ?? [])
  return {
    people: coming.map((one) => personFrom(one, facts)),
    tables: facts.tables.map(({ id, min, max, closed }) => ({
      id,
      min,
      max,
      closed,
      themes: themesAt(id, facts),
    })),
    rounds: facts.rounds,
    meetings: [
      { between: ['leadership', 'leadership'], worth: 1 },
      { between: ['leadership', 'company'], worth: 1 },
      { between: ['guest', 'company'], worth: 0.5 },
      { between: ['guest', 'leadership'], worth: 0.5 },
    ],
    organisationMeetings: [{ between: ['leadership', 'company'], worth: 1 }],
    rules: rules.flatMap((rule) => engineRule(rule) ?? []),
    wishes: rules.flatMap(({ demand, weight }) =>
      demand.rule === 'wish'
        ? [{ person: demand.person, theme: demand.theme, ...(weight !== null && { weight }) }]
        : [],
    ),
    met: facts.met.filter(({ people }) => people.every((id) => isComing.has(id))),
  }
}

/** The organisation somebody sits for: whoever shares it are colleagues. */
export function organisationOf({
  kind,
  municipality,
  organisation,
}: Pick<Participant, 'kind' | 'municipality' | 'organisation'>): string {
  return kind === 'leadership' && municipality !== null ? municipality : organisation
}

/** The rule without those who do not come; undefined when too few of those it names are left. */
export function awake(rule: SeatRule, isComing: ReadonlySet<string>): SeatRule | undefined {
  const { demand } = rule
  const left = peopleOf(demand).filter((id) => isComing.has(id))
  if (left.length === peopleOf(demand).length) return rule
  const canLose = (demand.rule === 'apart' || demand.rule === 'together') && left.length >= 2
  return canLose ? { ...rule, demand: { ...demand, people: left } } : undefined
}

function personFrom(one: Participant, facts: SeatingFacts): Person {
  const { municipality, branch, size, fromRound, untilRound } = one
  const hosted = facts.tables.find(({ hostId }) => hostId === one.id)?.id
  const reachable = facts.tables.filter(({ isReachable }) => isReachable).map(({ id }) => id)
  const needsReach = facts.wheelchairs.has(one.id) && reachable.length < facts.tables.length
  return {
    id: facts.sameAs.get(one.id) ?? one.id,
    organisation: organisationOf(one),
    kind: one.kind,
    attributes: {
      ...(municipality !== null && { municipality }),
      ...(branch !== null && { branch }),
      ...(size !== null && { size }),
    },
    ...(fromRound !== null && { from: fromRound }),
    ...(untilRound !== null && { until: untilRound }),
    ...(hosted !== undefined && { host: hosted }),
    ...(needsReach && { tables: reachable }),
  }
}

/** What is spoken of at this table alone in each round: only that can be wished for. */
function themesAt(table: string, { questions, rounds }: SeatingFacts): readonly (string | null)[] {
  return Array.from(
    { length: rounds },
    (_, round) =>
      questions.find((one) => one.tableId === table && (one.round === null || one.round === round))?.text ??
      null,
  )
}

function engineRule({ demand, weight, reason }: SeatRule): Rule | undefined {
  const ruling = { ...(weight !== null && { weight }), ...(reason !== '' && { reason }) }
  switch (demand.rule) {
    case 'wish':
      return undefined
    case 'count':
      return { ...ruling, rule: 'count', who: { kind: demand.kind }, times: rangeOf(demand.times) }
    case 'different':
      return { ...ruling, rule: 'different', who: {}, by: demand.by, times: rangeOf(demand.times) }
    case 'own':
      return {
        ...ruling,
        rule: 'own',
        kind: 'company',
        attribute: 'municipality',
        times: rangeOf(demand.times),
      }
    case 'meet':
    case 'apart':
    case 'together':
    case 'colleagues-apart':
      return { ...ruling, ...demand }
  }
}

function rangeOf({ atLeast, atMost }: Extract<Demand, { rule: 'own' }>['times']) {
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) }
}

/** Everything that is spoken of at some tables only, and so can be wished for. */
export function themesIn({ tables }: Problem): readonly string[] {
  return [...new Set(tables.flatMap(({ themes = [] }) => themes.flatMap((theme) => theme ?? [])))]
}

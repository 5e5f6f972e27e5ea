import type { Participant, SeatRounds } from '#modules/roundtable'

/** What a seating is worth, counted the plain way from who sits where: it shares no line with the engine or what asks it. */
export interface PlainScore {
  readonly meetings: number
  readonly organisationMeetings: number
  readonly organisationPairs: number
}

const useful = [
  ['leadership', 'leadership'],
  ['leadership', 'company'],
  ['guest', 'company'],
  ['guest', 'leadership'],
]

export function plainScore(people: readonly Participant[], rounds: SeatRounds): PlainScore {
  let meetings = 0
  for (const one of people)
    for (const other of people)
      if (one.id < other.id && isUseful(one, other) && sitTogether(rounds, [one], [other])) meetings += 1
  const leaderships = groups(people.filter(({ kind }) => kind === 'leadership'))
  const companies = groups(people.filter(({ kind }) => kind === 'company'))
  let organisationMeetings = 0
  for (const leaders of leaderships)
    for (const company of companies) if (sitTogether(rounds, leaders, company)) organisationMeetings += 1
  return { meetings, organisationMeetings, organisationPairs: leaderships.length * companies.length }
}

function isUseful(one: Participant, other: Participant): boolean {
  const isColleague =
    one.organisation === other.organisation ||
    (one.kind === 'leadership' && other.kind === 'leadership' && one.municipality === other.municipality)
  return (
    !isColleague &&
    useful.some(([a, b]) => (one.kind === a && other.kind === b) || (one.kind === b && other.kind === a))
  )
}

function groups(people: readonly Participant[]): readonly (readonly Participant[])[] {
  return [...Map.groupBy(people, ({ organisation }) => organisation).values()]
}

function sitTogether(
  rounds: SeatRounds,
  some: readonly Participant[],
  others: readonly Participant[],
): boolean {
  return rounds.some((tables) =>
    Object.values(tables).some(
      (seated) => some.some(({ id }) => seated.includes(id)) && others.some(({ id }) => seated.includes(id)),
    ),
  )
}

/** What is wrong with a seating: whoever sits twice or not at all, and tables with too many. */
export function seatFaults(
  people: readonly Participant[],
  tables: readonly { readonly id: string; readonly max: number }[],
  rounds: SeatRounds,
): readonly string[] {
  return rounds.flatMap((seats, round) => [
    ...people.flatMap(({ id, name }) => {
      const count = Object.values(seats)
        .flat()
        .filter((one) => one === id).length
      return count === 1 ? [] : [`${name} has ${count} seats in round ${round}`]
    }),
    ...tables.flatMap(({ id, max }) =>
      (seats[id] ?? []).length > max ? [`table ${id} is too full in round ${round}`] : [],
    ),
  ])
}

import type { Pin } from '#modules/seating'
import { attendanceOf, saysTheSame, type Attendance, type Attendances } from './attendance.ts'
import type { ClosedTable } from './change.ts'

/** What can be chosen when the seats are planned anew. */
export interface Choices {
  /** Everybody who is to come. */
  readonly participants: readonly string[]
  readonly said: Attendances
  readonly tables: readonly { readonly id: string; readonly closed: readonly number[] }[]
  readonly rounds: number
  /** The first round that has not begun. */
  readonly firstOpen: number
}

/** What was chosen. */
export interface Replanning {
  readonly round: number
  /** What is to be written down of those about whom something else is chosen than was said. */
  readonly changed: readonly Attendance[]
  readonly said: Attendances
  /** The rounds in which each table is not there, of those that can still be changed. */
  readonly closed: readonly ClosedTable[]
  readonly pinned: readonly Pin[]
}

type Typed = Readonly<Record<string, string>>
type Reading =
  | { readonly ok: true; readonly data: Replanning }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** How many can be put somewhere by hand at a time. */
export const handRows = [1, 2, 3] as const

export const fieldOf = {
  participant: (id: string) => `p-${id}`,
  table: (id: string) => `t-${id}`,
  hand: (row: number, what: 'person' | 'round' | 'table') => `hand-${row}-${what}`,
}

/** The choice that says what is said of somebody; whoever is still missing is not expected any more, unless it is said otherwise. */
export function choiceOf({ state, fromRound, untilRound }: Attendance): string {
  if (state === 'here') return untilRound === null ? 'here' : `until-${untilRound}`
  return state === 'expected' && fromRound !== null ? `from-${fromRound}` : 'absent'
}

export function tableChoiceOf({ closed }: Choices['tables'][number], choices: Choices): string {
  const open = openRounds(choices.firstOpen, choices.rounds).filter((round) => !closed.includes(round))
  const [first] = open
  if (first === undefined) return 'closed'
  return first === choices.firstOpen ? 'open' : `from-${first}`
}

/** Reads what was chosen; what does not fit is told at its field. */
export function replanningIn(typed: Typed, choices: Choices): Reading {
  const errors: Record<string, string> = {}
  const asked = Number(typed['round'] ?? choices.firstOpen)
  const isOpen = openRounds(choices.firstOpen, choices.rounds).includes(asked)
  if (!isOpen) errors['round'] = 'round-begun'
  const round = isOpen ? asked : choices.firstOpen
  const changed = changedIn(typed, choices, errors)
  const said = new Map(choices.said)
  for (const one of changed) said.set(one.participant, one)
  const closed = closedIn(typed, round, choices, errors)
  const pinned = pinnedIn(typed, round, { ...choices, said }, closed, errors)
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, data: { round, changed, said, closed, pinned } }
}

function changedIn(typed: Typed, choices: Choices, errors: Record<string, string>): readonly Attendance[] {
  return choices.participants.flatMap((participant) => {
    const name = fieldOf.participant(participant)
    const choice = typed[name]
    if (choice === undefined) return []
    const before = attendanceOf(choices.said, participant)
    const after = attendanceFrom(choice, before, choices.rounds)
    if (after === null) errors[name] = 'unknown'
    return after === null || saysTheSame(before, after) ? [] : [after]
  })
}

function attendanceFrom(choice: string, before: Attendance, rounds: number): Attendance | null {
  const { participant, fromRound } = before
  const whole = { participant, fromRound: null, untilRound: null }
  if (choice === 'absent' || choice === 'expected') return { ...whole, state: choice }
  if (choice === 'here') return { ...before, state: 'here', untilRound: null }
  const [, what, number] = /^(from|until)-(\d{1,2})$/.exec(choice) ?? []
  const round = Number(number)
  if (what === 'from' && round < rounds)
    return { ...whole, state: 'expected', fromRound: round === 0 ? null : round }
  const isLater = round > (fromRound ?? 0) && round <= rounds
  return what === 'until' && isLater ? { ...before, state: 'here', untilRound: round } : null
}

function closedIn(
  typed: Typed,
  round: number,
  choices: Choices,
  errors: Record<string, string>,
): readonly ClosedTable[] {
  return choices.tables.map((table) => {
    const name = fieldOf.table(table.id)
    const choice = typed[name]
    const open = openRounds(round, choices.rounds)
    if (choice === undefined)
      return { table: table.id, rounds: open.filter((at) => table.closed.includes(at)) }
    const from = firstRoundIn(choice, round, choices.rounds)
    if (from === null) errors[name] = 'unknown'
    return { table: table.id, rounds: open.filter((at) => at < (from ?? 0)) }
  })
}

/** The first round in which the table is there. */
function firstRoundIn(choice: string, round: number, rounds: number): number | null {
  if (choice === 'open') return round
  if (choice === 'closed') return rounds
  const from = Number(/^from-(\d+)$/.exec(choice)?.[1])
  return Number.isInteger(from) && from < rounds ? from : null
}

function pinnedIn(
  typed: Typed,
  first: number,
  choices: Choices,
  closed: readonly ClosedTable[],
  errors: Record<string, string>,
): readonly Pin[] {
  return handRows.flatMap((row) => {
    const person = typed[fieldOf.hand(row, 'person')] ?? ''
    if (person === '') return []
    const table = typed[fieldOf.hand(row, 'table')] ?? ''
    const typedRound = typed[fieldOf.hand(row, 'round')] ?? ''
    const rounds = typedRound === 'all' ? openRounds(first, choices.rounds) : [Number(typedRound)]
    const isKnown = choices.participants.includes(person)
    if (!isKnown) errors[fieldOf.hand(row, 'person')] = 'unknown'
    if (!choices.tables.some(({ id }) => id === table)) errors[fieldOf.hand(row, 'table')] = 'choose-table'
    else if (rounds.some((at) => closed.find((one) => one.table === table)?.rounds.includes(at)))
      errors[fieldOf.hand(row, 'table')] = 'table-closed'
    if (rounds.some((at) => !Number.isInteger(at) || at < first || at >= choices.rounds))
      errors[fieldOf.hand(row, 'round')] = 'round-begun'
    else if (isKnown && rounds.some((at) => !isThereIn(attendanceOf(choices.said, person), at)))
      errors[fieldOf.hand(row, 'person')] = 'not-there'
    return rounds.map((round) => ({ person, round, table }))
  })
}

function isThereIn({ state, fromRound, untilRound }: Attendance, round: number): boolean {
  return state !== 'absent' && round >= (fromRound ?? 0) && round < (untilRound ?? Infinity)
}

function openRounds(first: number, rounds: number): readonly number[] {
  return Array.from({ length: rounds }, (_, round) => round).slice(first)
}

import type { Participant } from '#modules/roundtable'
import { seatingTexts, type Unmet } from '#modules/seating'
import type { Locale } from '#platform/values/locale.ts'
import { tablesOfUnmet } from '../core/places.ts'
import { organisationOf } from '../core/problem.ts'
import type { ColourBy, Sign } from './people.ts'
import type { Board } from './read-board.ts'

/** Somebody at a table. */
export interface Chip {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly sign: Sign
  readonly isHost: boolean
  readonly isPinned: boolean
  /** Is part of a rule that is broken here. */
  readonly isAmiss: boolean
}

export interface TableView {
  readonly id: string
  readonly min: number
  readonly max: number
  readonly isOpen: boolean
  readonly chips: readonly Chip[]
  /** The rules that are broken here, as sentences. */
  readonly amiss: readonly string[]
}

/** One round of the board. */
export interface RoundView {
  readonly tables: readonly TableView[]
  /** Who is there and has no seat. */
  readonly unseated: readonly Chip[]
}

/** What is seen of a round, with every broken rule at the tables where it shows. */
export function roundView(board: Board, round: number, by: ColourBy, locale: Locale): RoundView {
  const { facts, problem, seats, called, explanation } = board
  const { names } = called
  const organisation = (id: string) => {
    const one = called.person(id)
    return one && organisationOf(one)
  }
  const amissAt = new Map<string, Unmet[]>()
  // Before anybody is seated nothing is broken yet.
  const isEmpty = seats.every((at) => Object.values(at).every((people) => people.length === 0))
  for (const unmet of isEmpty ? [] : explanation.unmet)
    for (const table of new Set(tablesOfUnmet(unmet, seats, round, organisation)))
      amissAt.set(table, [...(amissAt.get(table) ?? []), unmet])
  const tables = facts.tables.map(({ id, min, max, closed }): TableView => {
    const amiss = amissAt.get(id) ?? []
    const people = new Set(amiss.flatMap((one) => one.people ?? []))
    return {
      id,
      min,
      max,
      isOpen: !closed.includes(round),
      amiss: amiss.map((one) => seatingTexts(locale).unmet(one, names)),
      chips: (seats[round]?.[id] ?? []).flatMap((person) => {
        const one = called.person(person)
        return one ? [chipOf(board, one, { round, table: id, by, isAmiss: people.has(person) })] : []
      }),
    }
  })
  const seated = new Set(Object.values(seats[round] ?? {}).flat())
  const unseated = problem.people
    .filter(({ id, from = 0, until = Infinity }) => round >= from && round < until && !seated.has(id))
    .flatMap(({ id }) => called.person(id) ?? [])
    .map((one) => chipOf(board, one, { round, table: null, by, isAmiss: false }))
  return { tables, unseated }
}

function chipOf(
  { facts, latest, called }: Board,
  one: Participant,
  at: {
    readonly round: number
    readonly table: string | null
    readonly by: ColourBy
    readonly isAmiss: boolean
  },
): Chip {
  const pins = latest?.made.pins ?? []
  return {
    id: one.id,
    name: one.name,
    organisation: one.organisation,
    sign: called.sign(one, at.by),
    isHost: at.table !== null && facts.tables.some(({ id, hostId }) => id === at.table && hostId === one.id),
    isPinned: pins.some(({ person, round }) => person === one.id && round === at.round),
    isAmiss: at.isAmiss,
  }
}

import { add, Numbering } from './arrays.ts'
import type { Room } from './compile.ts'
import type { Problem } from './problem.ts'

/** Wishes for themes: fulfilled the first time somebody sits where the theme is spoken of. */
export interface Wishes {
  readonly themes: number
  /** By round and table: the theme, or -1. */
  readonly at: Int32Array
  /** By one of all × themes + theme: what it is worth. */
  readonly weight: Int32Array
}

export function compileWishes(problem: Problem, room: Room): Wishes | undefined {
  const wishes = problem.wishes ?? []
  if (wishes.length === 0) return undefined
  const numbering = new Numbering()
  const at = themesAt(problem, room, numbering)
  const themes = numbering.size
  const weight = new Int32Array(room.all * themes)
  const indexOf = new Map(problem.people.map((person, index) => [person.id, index]))
  for (const wish of wishes) {
    const person = indexOf.get(wish.person)
    const theme = numbering.find(wish.theme)
    if (person !== undefined && theme !== undefined)
      add(weight, person * themes + theme, Math.round(room.scale * (wish.weight ?? 1)))
  }
  return { themes, at, weight }
}

function themesAt(problem: Problem, room: Room, numbering: Numbering): Int32Array {
  const at = new Int32Array(room.rounds * room.tables).fill(-1)
  for (let round = 0; round < room.rounds; round += 1)
    for (const [index, table] of problem.tables.entries()) {
      const theme = table.themes?.[round] ?? null
      if (theme !== null) at[round * room.tables + index] = numbering.of(theme)
    }
  return at
}

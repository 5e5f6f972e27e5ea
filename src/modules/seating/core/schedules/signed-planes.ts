import { fieldOf } from './field.ts'
import type { Schedule } from './schedule.ts'

/** The points of the second plane by those of the first; found by trying at random until the signs below could be solved. */
const relabelled = [2, 6, 3, 13, 5, 0, 11, 8, 15, 1, 14, 10, 7, 4, 9, 12]

/**
 * Eight tables of four for ten rounds, the most there can be. 32 people are 16 points, each with two signs. The lines of
 * an affine plane of order 4 give five rounds, each line two tables: its points with some signs, and with the opposite ones. A
 * second plane on the same points gives five more. Two points meet once in each plane, and nobody meets twice if the signs in
 * one plane agree just where they differ in the other: equations over 0 and 1, which this relabelling lets be solved.
 */
export function signedPlanes(tables: number, seats: number, rounds: number): Schedule | undefined {
  if (tables !== 8 || seats !== 4 || rounds > 10) return undefined
  const first = planeLines()
  const lines = [...first, ...first.map((line) => line.map((point) => relabelled[point] as number))]
  const signs = solve(equations(lines), lines.length * 4)
  if (signs === undefined) return undefined
  const tablesOfLines = lines.map((line, index) =>
    [0, 1].map((flipped) =>
      line.map((point, place) => point * 2 + ((signs[index * 4 + place] ?? 0) ^ flipped)),
    ),
  )
  return Array.from({ length: rounds }, (_, round) => tablesOfLines.slice(round * 4, round * 4 + 4).flat())
}

/** Twenty lines, four by four parallel. */
function planeLines(): readonly (readonly number[])[] {
  const field = fieldOf(4)
  if (field === undefined) return []
  const four = [0, 1, 2, 3]
  const upright = four.map((x) => four.map((y) => x * 4 + y))
  const slanting = four.flatMap((slope) =>
    four.map((start) => four.map((x) => x * 4 + field.add(field.times(slope, x), start))),
  )
  return [...upright, ...slanting]
}

/** For two points: the signs on their line in the one plane and on that in the other add up to 1. */
function equations(lines: readonly (readonly number[])[]): readonly Row[] {
  const half = lines.length / 2
  return Array.from({ length: 16 }, (_, one) => one).flatMap((one) =>
    Array.from({ length: one }, (_, other) => {
      const row = new Uint8Array(lines.length * 4 + 1)
      for (const from of [0, half]) {
        const line = lines.findIndex(
          (points, at) => at >= from && points.includes(one) && points.includes(other),
        )
        row[line * 4 + (lines[line]?.indexOf(one) ?? 0)] = 1
        row[line * 4 + (lines[line]?.indexOf(other) ?? 0)] = 1
      }
      row[lines.length * 4] = 1
      return row
    }),
  )
}

type Row = Uint8Array<ArrayBuffer>

/** Gauss's elimination over 0 and 1; the last column is the right side, what is free is 0. */
function solve(rows: readonly Row[], unknowns: number): readonly number[] | undefined {
  const left = rows.map((row) => row.slice())
  const pivots: number[] = []
  for (let column = 0; column < unknowns; column += 1) {
    const found = left.findIndex((row, index) => index >= pivots.length && row[column] === 1)
    if (found < 0) continue
    const pivot = left[found] as Row
    left[found] = left[pivots.length] as Row
    left[pivots.length] = pivot
    for (const row of left) if (row !== pivot && row[column] === 1) addRow(row, pivot)
    pivots.push(column)
  }
  if (left.slice(pivots.length).some((row) => row[unknowns] === 1)) return undefined
  const solution = Array.from({ length: unknowns }, () => 0)
  for (const [index, column] of pivots.entries()) solution[column] = left[index]?.[unknowns] ?? 0
  return solution
}

function addRow(row: Row, other: Row): void {
  for (const [column, bit] of other.entries()) row[column] = (row[column] ?? 0) ^ bit
}

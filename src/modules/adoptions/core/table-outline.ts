import { cleaned } from '#platform/values/cleaned.ts'
import { withoutMark } from './outline.ts'
import type { OutlineNode } from './tree.ts'

/** A table's outline, and what its columns call the levels where they do. */
export interface TableOutline {
  readonly levels: readonly string[]
  readonly nodes: readonly OutlineNode[]
}

const levelWord =
  /^(?:vision|målbild|(?:övergripande |strategiska? )?mål|delmål|inriktningsmål|(?:strategiskt? )?område|fokusområde|insatsområde|(?:huvud)?strategi|insats|åtgärd|aktivitet|goal|area|strategy|intervention|activity|action)(?:er|ar|en|n|s)?$/i
const markWord = /^(?:nr|nummer|no|#|beteckning|id)\.?$/i
/** A table without level words has one column for each level, and no more. */
const mostColumns = 6

/**
 * A table read as a tree: the columns are the levels, from left to right. What stands above in the same column, and is left out
 * or said again further down, is one node.
 */
export function tableOutline(rows: readonly (readonly string[])[]): TableOutline {
  const cells = rows.map((row) => row.map(cleaned)).filter((row) => row.some((cell) => cell !== ''))
  const heading = cells[0] ?? []
  const named = heading.flatMap((cell, column) => (levelWord.test(cell) ? [column] : []))
  const columns = named.length > 0 ? named : usedColumns(cells).slice(0, mostColumns)
  const body = named.length > 0 ? cells.slice(1) : cells
  const marks = named.length > 0 ? heading.findIndex((cell) => markWord.test(cell)) : -1
  return { levels: named.map((column) => heading[column] ?? ''), nodes: nodesIn(body, columns, marks) }
}

function usedColumns(rows: readonly (readonly string[])[]): readonly number[] {
  const used = new Set(rows.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column]))))
  return [...used].toSorted((a, b) => a - b)
}

function nodesIn(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  marks: number,
): readonly OutlineNode[] {
  const open: string[] = []
  const nodes: OutlineNode[] = []
  for (const row of rows) {
    const filled = columns.flatMap((column, depth) => (row[column] ? [{ depth, text: row[column] }] : []))
    for (const [at, { depth, text }] of filled.entries()) {
      const isLast = at === filled.length - 1
      if (open[depth] === text && !isLast) continue
      open.length = depth
      open[depth] = text
      const mark = isLast && marks >= 0 ? row[marks] || null : null
      nodes.push({ depth, ...(mark ? { mark, text } : withoutMark(text)) })
    }
  }
  return nodes
}

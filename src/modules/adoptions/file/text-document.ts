import type { Outcome } from '#platform/outcome.ts'
import { done, refuse } from '#platform/outcome.ts'
import { outlineNodes } from '../core/outline.ts'
import { tableOutline } from '../core/table-outline.ts'
import type { ReadDocument, ReadingProblem } from './document.ts'

/** Text as it was pasted: a table where its lines have tabs between words, else an outline. */
export function textDocument(text: string): Outcome<ReadDocument, ReadingProblem> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return refuse('file-nothing-found')
  const rows = lines.map((line) => line.trimEnd().split('\t'))
  // One tab in front of a line indents it; several cells make a table.
  const isTable = lines.some((line) => /\S\t+\S/.test(line))
  const read = isTable ? tableOutline(rows) : { levels: [], nodes: outlineNodes(text) }
  return done({ ...read, notes: [] })
}

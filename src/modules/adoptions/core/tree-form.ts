import { z } from 'zod'
import { cleaned } from '#platform/values/cleaned.ts'
import { readOutline } from './outline.ts'
import { deepest } from './tree.ts'

const longestLevel = 60

/** What the levels are called, from the top: `Målbild, Mål, Insats`. */
function levelsIn(text: string): readonly string[] {
  const levels = text.split(/[,;\n]/).map(cleaned)
  while (levels.at(-1) === '') levels.pop()
  return levels
}

const levels = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = levelsIn(text)
    if (read.length > deepest + 1) context.addIssue({ code: 'custom', message: 'levels-too-many' })
    if (read.some((level) => [...level].length > longestLevel))
      context.addIssue({ code: 'custom', message: 'level-too-long' })
    return read
  })

const outline = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = readOutline(text)
    if (read.ok) return read.nodes
    // The line goes with the name, for the sentence about it.
    context.addIssue({ code: 'custom', message: `${read.problem.problem}:${read.problem.line}` })
    return z.NEVER
  })

/** A municipality's own tree as it is written: an outline, and what its levels are called. */
export const TreeForm = z.object({ levels, outline })
export type TreeForm = z.infer<typeof TreeForm>

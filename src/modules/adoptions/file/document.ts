import type { OutlineNode } from '../core/tree.ts'
import type { FileProblem } from './file-kind.ts'

/** What the person should know of how a document was read. */
export type ReadingNote =
  | 'changes-accepted'
  | 'first-sheet'
  | 'tables-read'
  | 'page-lines'
  | 'shortened'
  | 'long-shortened'

export type ReadingProblem = FileProblem | 'file-too-many-cells' | 'file-without-text' | 'file-nothing-found'

/** A document's tree as it was understood: a proposal, which nobody has read yet. */
export interface ReadDocument {
  readonly levels: readonly string[]
  readonly nodes: readonly OutlineNode[]
  readonly notes: readonly ReadingNote[]
}

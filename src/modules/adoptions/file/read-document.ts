import { refuse, type Outcome } from '#platform/outcome.ts'
import { longestNode, mostNodes, tidyDepths } from '../core/tree.ts'
import type { ReadDocument, ReadingProblem } from './document.ts'
import { docxDocument } from './docx-document.ts'
import { kindOfFile } from './file-kind.ts'
import { pdfDocument } from './pdf-document.ts'
import { textDocument } from './text-document.ts'
import { xlsxDocument } from './xlsx-document.ts'

/** What was sent to be read: a file, whose bytes tell what it is, or text as it was pasted. */
export type DocumentInput =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'paste'; readonly text: string }

/** Reads a document as a tree to be looked at. Nothing of it is stored. */
export async function readDocument(input: DocumentInput): Promise<Outcome<ReadDocument, ReadingProblem>> {
  const read = await (input.kind === 'paste' ? textDocument(input.text) : fileDocument(input.bytes))
  if (!read.ok) return read
  if (read.value.nodes.length === 0) return refuse('file-nothing-found')
  return { ok: true, value: fitting(read.value) }
}

async function fileDocument(bytes: Uint8Array): Promise<Outcome<ReadDocument, ReadingProblem>> {
  const kind = kindOfFile(bytes)
  if (!kind.ok) return kind
  switch (kind.value) {
    case 'docx':
      return docxDocument(bytes)
    case 'xlsx':
      return xlsxDocument(bytes)
    case 'pdf':
      return pdfDocument(bytes)
  }
}

/** No more nodes, none longer and none deeper than a tree may have; what was cut is said. */
function fitting({ levels, nodes, notes }: ReadDocument): ReadDocument {
  const isLong = nodes.some(({ text }) => [...text].length > longestNode)
  return {
    levels,
    nodes: tidyDepths(nodes.slice(0, mostNodes)).map((node) => ({ ...node, text: shortened(node.text) })),
    notes: [
      ...notes,
      ...(nodes.length > mostNodes ? ['shortened' as const] : []),
      ...(isLong ? ['long-shortened' as const] : []),
    ],
  }
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= longestNode ? text : `${letters.slice(0, longestNode - 1).join('')}…`
}

import { cleaned } from '#platform/values/cleaned.ts'
import { deepest, depthsFrom, longestNode, mostNodes, tidyDepths, type OutlineNode } from './tree.ts'

/** What is wrong with an outline, and in which line. */
export interface OutlineProblem {
  readonly problem: 'outline-empty' | 'outline-too-long' | 'node-too-long' | 'outline-too-deep'
  /** Zero where it is about the whole. */
  readonly line: number
}

export type ReadOutline =
  | { readonly ok: true; readonly nodes: readonly OutlineNode[] }
  | { readonly ok: false; readonly problem: OutlineProblem }

interface Line {
  readonly number: number
  readonly indent: number
  readonly text: string
}

const step = '  '
const tabWidth = 4
const bullet = /^[•◦▪●○■–—*·-]\s+/u
// `1.`, `1.2`, `1.2.3.`, `2)`, `a)`, `A.`, `§ 4`: a number with something to it. `100 nya jobb` has none.
const markAtStart = /^((?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|\p{L}[.)]|§\s?\d+\.?))\s+(?=\S)/u

/** Text as an outline: a line a node, its depth told by how far it is indented, else by its number. */
export function readOutline(text: string): ReadOutline {
  const lines = linesOf(text)
  if (lines.length === 0) return wrong('outline-empty', 0)
  if (lines.length > mostNodes) return wrong('outline-too-long', lines[mostNodes]?.number ?? 0)
  const long = lines.find((line) => [...line.text].length > longestNode)
  if (long) return wrong('node-too-long', long.number)
  const nodes = withDepths(lines)
  const deep = nodes.findIndex(({ depth }) => depth > deepest)
  if (deep >= 0) return wrong('outline-too-deep', lines[deep]?.number ?? 0)
  return { ok: true, nodes: tidyDepths(nodes) }
}

/** The nodes of an outline, however many and however long. */
export function outlineNodes(text: string): readonly OutlineNode[] {
  return tidyDepths(withDepths(linesOf(text)))
}

/** The outline of nodes, as `readOutline` reads it. */
export function outlineText(nodes: readonly OutlineNode[]): string {
  return nodes
    .map(({ depth, mark, text }) => `${step.repeat(depth)}${mark ? `${mark} ` : ''}${text}`)
    .join('\n')
}

/** A line's mark and its words apart. */
export function withoutMark(line: string): Pick<OutlineNode, 'mark' | 'text'> {
  const found = markAtStart.exec(line)
  if (!found) return { mark: null, text: line }
  return { mark: found[1] ?? null, text: line.slice(found[0].length) }
}

function wrong(problem: OutlineProblem['problem'], line: number): ReadOutline {
  return { ok: false, problem: { problem, line } }
}

function linesOf(text: string): readonly Line[] {
  return text.split('\n').flatMap((raw, at) => {
    const indent = [...(/^\s*/.exec(raw)?.[0] ?? '')].reduce(
      (width, sign) => width + (sign === '\t' ? tabWidth : 1),
      0,
    )
    const line = cleaned(raw).replace(bullet, '')
    return line === '' ? [] : [{ number: at + 1, indent, text: line }]
  })
}

function withDepths(lines: readonly Line[]): readonly OutlineNode[] {
  const isIndented = lines.some(({ indent }) => indent !== lines[0]?.indent)
  if (isIndented) return byIndent(lines)
  const parted = lines.map(({ text }) =>
    /^#{1,6}\s/.test(text) ? headed(text) : { ...withoutMark(text), depth: null },
  )
  return byNumber(parted)
}

function byIndent(lines: readonly Line[]): readonly OutlineNode[] {
  const depths = depthsFrom(lines.map(({ indent }) => indent))
  return lines.map(({ text }, at) => ({ depth: depths[at] ?? 0, ...withoutMark(text) }))
}

/** `## Mål` as plain-text editors write headings. */
function headed(text: string) {
  const signs = /^#+/.exec(text)?.[0].length ?? 1
  return { ...withoutMark(text.slice(signs).trim()), depth: signs - 1 }
}

/** Depths by numbers: `1.2` is under `1.`; what has no number stands under the last that has one. */
function byNumber(
  lines: readonly (Pick<OutlineNode, 'mark' | 'text'> & { readonly depth: number | null })[],
): readonly OutlineNode[] {
  const isNumbered = lines.some(({ mark, depth }) => depth !== null || /\d/.test(mark ?? ''))
  let under = -1
  return lines.map(({ mark, text, depth }) => {
    const own = depth ?? (/\d/.test(mark ?? '') ? (mark?.match(/\d+/g)?.length ?? 1) - 1 : null)
    if (own !== null) under = own
    return { mark, text, depth: own ?? (isNumbered ? under + 1 : 0) }
  })
}

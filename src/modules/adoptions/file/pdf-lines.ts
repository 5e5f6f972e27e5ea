import { cleaned } from '#platform/values/cleaned.ts'
import { withoutMark } from '../core/outline.ts'
import type { OutlineNode } from '../core/tree.ts'

/** A line of a page, with the size of its type in points. */
export interface PageLine {
  readonly text: string
  readonly size: number
}

type Pages = readonly (readonly PageLine[])[]

/** So much larger than the running text is a heading. */
const larger = 1.1
const mostHeadingSizes = 4

/** The lines of a document as a tree: headings by their size, what they head below them. */
export function nodesInLines(pages: Pages): readonly OutlineNode[] {
  const lines = joined(withoutRunningHeads(pages))
  const body = bodySize(lines)
  const sizes = [...new Set(lines.map(({ size }) => size).filter((size) => size > body * larger))]
    .toSorted((a, b) => b - a)
    .slice(0, mostHeadingSizes)
  let under = -1
  return lines.map(({ text, size }) => {
    const parts = withoutMark(text)
    const numbers = parts.mark?.match(/\d+/g)?.length ?? 0
    const heading = sizes.indexOf(size)
    if (heading >= 0) under = heading
    const depth = heading >= 0 ? heading : under + 1 + Math.max(0, numbers - 1)
    return { depth, ...parts }
  })
}

/** Without page numbers, and without what stands on most pages. */
function withoutRunningHeads(pages: Pages): readonly PageLine[] {
  const count = new Map<string, number>()
  for (const page of pages)
    for (const text of new Set(page.map((line) => line.text))) count.set(text, (count.get(text) ?? 0) + 1)
  const isRunning = (text: string) => pages.length > 2 && (count.get(text) ?? 0) > pages.length / 2
  return pages
    .flat()
    .map(({ text, size }) => ({ text: cleaned(text), size }))
    .filter(
      ({ text }) =>
        text !== '' && !/^(?:sida |page )?\d{1,3}(?: \(\d{1,3}\))?$/i.test(text) && !isRunning(text),
    )
}

/** A sentence that goes on in the next line is one line; a word parted at the end of a line is one word. */
function joined(lines: readonly PageLine[]): readonly PageLine[] {
  const whole: PageLine[] = []
  for (const line of lines) {
    const before = whole.at(-1)
    const goesOn =
      before !== undefined &&
      before.size === line.size &&
      /^\p{Ll}/u.test(line.text) &&
      !/[.!?:]$/.test(before.text)
    if (!goesOn) whole.push(line)
    else if (/\p{L}-$/u.test(before.text))
      whole[whole.length - 1] = { ...before, text: before.text.slice(0, -1) + line.text }
    else whole[whole.length - 1] = { ...before, text: `${before.text} ${line.text}` }
  }
  return whole
}

/** The size that most letters have. */
function bodySize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

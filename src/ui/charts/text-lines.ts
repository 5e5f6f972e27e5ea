import { textWidth } from './scales.ts'

/** In a whole line wide and narrow letters even out; the width of a short label is reckoned with more to spare. */
const evenedOut = 0.92

/** A text in lines no wider than `width`: an SVG does not break lines by itself. A word too long for a line keeps it alone. */
export function textLines(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1)
    const joined = `${last} ${word}`
    if (last !== undefined && textWidth(joined, size) * evenedOut <= width) lines[lines.length - 1] = joined
    else if (word !== '') lines.push(word)
  }
  return lines
}

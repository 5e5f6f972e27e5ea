/**
 * A text as it is looked at: one kind of space, nothing invisible, letters composed. A Mac writes ö as o and two dots,
 * and a copy from a web page brings no-break spaces and marks that turn the direction around.
 */
export function cleaned(text: string): string {
  return text
    .replace(/[\p{Bidi_Control}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/**
 * What somebody wrote in several lines: without what turns the direction of the page around, without signs that steer, with
 * no more than one empty line in a row.
 */
export function cleanedLines(text: string): string {
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u2060\uFEFF]/gu, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .normalize('NFC')
}

/**
 * A text by its letters and digits alone, without case and accents: `Kommun-ID` and `kommun id` are one heading. For headings and
 * fixed words only: Habo and Håbo are two municipalities.
 */
export function folded(text: string): string {
  return cleaned(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** At most so many characters of what was written, for a message. */
export function shortened(text: string, most = 40): string {
  // A cell may hold megabytes.
  const letters = [...cleaned(text.slice(0, most * 100))]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`
}

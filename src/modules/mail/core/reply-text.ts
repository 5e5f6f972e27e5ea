// Written here: the libraries that do this know Swedish mail programs in part (of Outlook's, Gmail's and Apple's forms one
// of three), and look for them with patterns that a hostile mail can keep busy. Each line is read a fixed number of times.

/** Below a line between such marks nothing is the answer: letters that can be answered begin with one. */
const cutLine = /## .{5,100} ##/

/** The longest piece of a mail in which an answer is looked for. */
const mostCharacters = 200_000

/**
 * What somebody has written in an answer, without what they answer to and without their signature. What is written
 * between quoted lines is kept. A mail that is nothing but quotes is kept whole: better too much than lost.
 */
export function writtenIn(mail: string): string {
  const whole = squeezed(mail.slice(0, mostCharacters).split(/\r\n|\r|\n/))
  const lines = whole.split('\n')
  const text = squeezed(withoutSignature(withoutQuotes(lines.slice(0, endOfAnswer(lines)))))
  return text === '' ? whole : text
}

/** The line on which somebody else's words begin and nothing of the answer follows. */
function endOfAnswer(lines: readonly string[]): number {
  // The last line of somebody's own: quotes above it are answered one by one.
  const lastOwn = lines.findLastIndex((line) => line !== '' && !isQuoted(line) && !isSignature(line))
  const quotes = lines.flatMap((line, index) => (isQuoted(line) ? [index] : []))
  let next = 0
  const end = lines.findIndex((_, index) => {
    while ((quotes[next] ?? lines.length) <= index) next += 1
    return (
      beginsOriginal(lines, index) ||
      (saysWhoWrote(lines, index) && !((quotes[next] ?? lines.length) < lastOwn))
    )
  })
  return end < 0 ? lines.length : end
}

function beginsOriginal(lines: readonly string[], index: number): boolean {
  const bare = unquoted(lines[index] ?? '')
  return cutLine.test(bare) || dashed.test(bare) || isHeaderBlock(lines, index)
}

/** `-----Ursprungligt meddelande-----`, `---------- Forwarded message ----------`, Outlook's line of underscores. */
const dashed =
  /^ ?(?:-{2,} ?(?:ursprungligt meddelande|vidarebefordrat (?:meddelande|brev)|original message|forwarded message) ?-{2,}|_{20,})$/iu

/** Outlook sets out the headers of the mail that is answered: at least two of them on lines that follow each other. */
const fromLine = /^\*?(?:från|from) ?:\*? ?\S/iu
const otherHeader = /^\*?(?:skickat|sent|datum|date|till|to|kopia|cc|ämne|subject) ?:\*?/iu

function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!fromLine.test(unquoted(lines[index] ?? ''))) return false
  return lines.slice(index + 1, index + 4).some((line) => otherHeader.test(unquoted(line)))
}

/**
 * `Den tis 1 dec. 2026 kl 09:12 skrev Namn <a@b.se>:` as Gmail has it, `1 dec. 2026 kl. 09:12 skrev Namn:` as Apple does,
 * `On Tue, 1 Dec 2026 at 09:12, Name wrote:`; they break over at most three lines.
 */
const wrote = /\d.* (?:skrev .*|wrote ?):$/iu
const wroteBegins = /^(?:(?:den|on) \S|\d{1,2}\.? \p{L}|\d{4}-\d)/iu
const longestLine = 300

function saysWhoWrote(lines: readonly string[], index: number): boolean {
  if (!wroteBegins.test(unquoted(lines[index] ?? '').slice(0, longestLine))) return false
  return linesOfWhoWrote(lines, index) > 0
}

/** How many lines it takes to say who wrote, from a line on; none where that is not what is said. */
function linesOfWhoWrote(lines: readonly string[], index: number): number {
  let joined = ''
  for (let count = 1; count <= 3; count += 1) {
    joined = `${joined} ${unquoted(lines[index + count - 1] ?? '').slice(0, longestLine)}`.trim()
    if (wrote.test(joined)) return count
  }
  return 0
}

function withoutQuotes(lines: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (saysWhoWrote(lines, index)) index += linesOfWhoWrote(lines, index) - 1
    else if (!isQuoted(line)) kept.push(line)
  }
  return kept
}

/** What phones and mail programs add, or two dashes. */
const ownMark =
  /^(?:--|skickat från (?:min|mitt|outlook|e-post)\b.*|hämta outlook för .*|sent from (?:my|outlook|mail)\b.*|get outlook for .*)$/iu
/** A greeting with a name at most, which begins a signature if few enough lines follow it. */
const greeting =
  /^(?:med (?:vänliga?|bästa|varma) hälsning(?:ar)?|vänliga? hälsning(?:ar)?|hälsningar|bästa hälsningar|mvh|vh|(?:best|kind|warm) regards|regards|best wishes|sincerely)(?:[ ,.!/|–-].{0,40})?$/iu
const signatureLines = 8

function isSignature(line: string): boolean {
  return ownMark.test(line) || greeting.test(line)
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(
    (line, index) => ownMark.test(line) || (greeting.test(line) && endsSoon(lines, index + 1)),
  )
  return end < 0 ? lines : lines.slice(0, end)
}

function endsSoon(lines: readonly string[], from: number): boolean {
  return lines.slice(from, from + 3 * signatureLines).filter((line) => line !== '').length <= signatureLines
}

function isQuoted(line: string): boolean {
  return line.startsWith('>')
}

function unquoted(line: string): string {
  return line.replace(/^[> ]+/, '')
}

/** Without space around lines and with one empty line at most between two. */
function squeezed(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

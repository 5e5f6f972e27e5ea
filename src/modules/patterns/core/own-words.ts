/** So many words in a row that somebody else has written are theirs. */
const longestRun = 7

/** Whether a text repeats what somebody else has written, word for word. */
export function isCopied(text: string, written: readonly string[]): boolean {
  const runs = new Set(written.flatMap(runsIn))
  return runsIn(text).some((run) => runs.has(run))
}

function runsIn(text: string): readonly string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(longestRun - 1).map((_word, at) => words.slice(at, at + longestRun).join(' '))
}

/** Whether there is an address or a number in it by which somebody can be found. */
export function tellsWhere(text: string): boolean {
  return /\S@\S/.test(text) || /(?:\d[\s-]?){7,}/.test(text)
}

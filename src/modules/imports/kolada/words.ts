/** Lower case and without marks over letters: å and ä become a, ö becomes o, for those whose keyboard has none. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The words and numbers of a text, folded, in order. */
export function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[a-z0-9]+/g) ?? []
}

// The commonest endings of Swedish nouns, adjectives and verbs, folded, the longest first; and the words that carry
// no meaning. Enough to bring forms of one word together, and no more: a stem is never shown to anybody as a word.
const endings = (
  'heterna ningarna ningar ningen heten heter ningens arnas ernas ornas arna erna orna ande ende ades aste iska ingen ' +
  'ingar ning het are ade ast ing isk ens ets ar er or en et na as es a e s'
)
  .split(' ')
  .toSorted((one, other) => other.length - one.length)
const empty = new Set(
  'och i av for till pa med som om den det de ett en att per enligt inom samt eller vid'.split(' '),
)

const shortestStem = 4

/** A word without its ending. */
export function stem(word: string): string {
  if (/^\d/.test(word)) return word
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Whether a word is one of those that carry no meaning. */
export function saysNothing(word: string): boolean {
  return empty.has(word)
}

/** Whether `typed` becomes `word` by at most so many letters put in, left out, swapped for another or with its neighbour. */
export function isWithin(typed: string, word: string, most: number): boolean {
  if (Math.abs(typed.length - word.length) > most) return false
  let before: number[] = []
  let previous = Array.from({ length: word.length + 1 }, (_, index) => index)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = nextRow(typed, word, row, previous, before)
    if (Math.min(...current) > most) return false
    before = previous
    previous = current
  }
  return (previous[word.length] ?? Infinity) <= most
}

/** One row of the table of Damerau and Levenshtein (optimal string alignment). */
function nextRow(typed: string, word: string, row: number, previous: number[], before: number[]): number[] {
  const current = [row]
  for (let column = 1; column <= word.length; column += 1) {
    const isSame = typed[row - 1] === word[column - 1]
    const isSwapped =
      row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
    current.push(
      Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
      ),
    )
  }
  return current
}

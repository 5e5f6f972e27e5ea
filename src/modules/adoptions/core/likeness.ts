/** The pieces of three letters that a text consists of, word by word. */
export type Pieces = ReadonlySet<string>

// Words that stand in any sentence and make two alike that are not.
const small =
  /^(?:och|i|att|för|en|ett|som|med|på|av|till|den|det|de|är|kan|ska|skall|om|från|vid|genom|samt|så|inom|mellan|vår|våra|vi)$/

/**
 * A text in pieces. Swedish bends its words and joins them: `företagens` and `företagsklimat` have most pieces of
 * `företag`, where whole words would have nothing in common.
 */
export function piecesOf(text: string): Pieces {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.test(word))
  return new Set(words.flatMap((word) => threesOf(` ${word} `)))
}

function threesOf(word: string): readonly string[] {
  return Array.from({ length: Math.max(1, word.length - 2) }, (_, at) => word.slice(at, at + 3))
}

/** How alike two texts are: 1 for the same words, 0 for nothing in common (Dice's measure). */
export function likeness(a: Pieces, b: Pieces): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

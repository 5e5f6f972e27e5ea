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

/** A text among many, and how alike it is. */
export interface Alike {
  readonly at: number
  readonly score: number
}

/** Finds which of many texts are alike to another, without comparing it with each. */
export class Likenesses {
  readonly #texts: readonly Pieces[]
  readonly #having = new Map<string, number[]>()

  constructor(texts: readonly Pieces[]) {
    this.#texts = texts
    for (const [at, pieces] of texts.entries())
      for (const piece of pieces) {
        const known = this.#having.get(piece)
        if (known) known.push(at)
        else this.#having.set(piece, [at])
      }
  }

  /** Those that are alike by `least`, by their places. */
  alikeTo(pieces: Pieces, least: number): readonly Alike[] {
    const shared = new Uint16Array(this.#texts.length)
    for (const piece of pieces)
      for (const at of this.#having.get(piece) ?? []) shared[at] = (shared[at] ?? 0) + 1
    const alike: Alike[] = []
    for (const [at, count] of shared.entries()) {
      const score = (2 * count) / ((this.#texts[at]?.size ?? 0) + pieces.size)
      if (count > 0 && score >= least) alike.push({ at, score })
    }
    return alike
  }
}

import words from './words.json' with { type: 'json' }

// Words by which companies and town halls mean the same. The first of each line stands for all.
const meanings: ReadonlyMap<string, string> = new Map(
  words.sameMeaning.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
)

/** The word that stands for all that mean the same. */
export function meaningOf(term: string): string {
  return meanings.get(term) ?? term
}

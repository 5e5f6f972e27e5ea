import type { Gender } from '#modules/statistics'
import { folded } from '#platform/values/cleaned.ts'

const words: Readonly<Record<Gender, readonly string[]>> = {
  all: [
    'all',
    'alla',
    'total',
    'totalt',
    'samtliga',
    'bada',
    'bada konen',
    'kvinnor och man',
    'man och kvinnor',
    'both',
    'both sexes',
    'women and men',
    'men and women',
    't',
    '1 2',
  ],
  women: ['women', 'woman', 'female', 'females', 'kvinnor', 'kvinna', 'k', 'f'],
  men: ['men', 'man', 'male', 'males', 'm'],
}

const genderOfWord = new Map(
  // The keys of a record are its genders; `Object.entries` forgets it.
  Object.entries(words).flatMap(([gender, spellings]) =>
    spellings.map((spelling) => [spelling, gender as Gender] as const),
  ),
)

/** Whom the text speaks of; null for what is no word for it. Numbers are coded differently by every source. */
export function genderIn(text: string): Gender | null {
  return genderOfWord.get(folded(text)) ?? null
}

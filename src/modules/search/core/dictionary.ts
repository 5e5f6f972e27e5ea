/** A rule by which a word of the dictionary is inflected, or becomes the first part of a compound. */
interface Suffix {
  readonly flag: string
  readonly strip: string
  readonly add: string
  readonly fits: RegExp
  /** What the new form may be: X begins a compound, U stands in its middle. */
  readonly becomes: string
}

/** Words and rules of a hunspell dictionary, to be asked from the inflected word. */
export interface Dictionary {
  /** The words that this may be a form of, among those with one of the flags if any are given. */
  readonly lemmasOf: (word: string, flags?: string) => readonly string[]
  /** The word that stands first or in the middle of a compound in this form; null for none. */
  readonly firstPartOf: (form: string) => string | null
}

const longestSuffix = 9
const [begins, middle] = ['X', 'U']

/** Reads the two files of a hunspell dictionary, as far as finding the word behind a form needs them. */
export function dictionaryFrom(files: { readonly rules: string; readonly words: string }): Dictionary {
  const words = wordsIn(files.words)
  const suffixes = suffixesIn(files.rules)

  const basesOf = (form: string, wanted: (suffix: Suffix) => boolean) =>
    endingsOf(form).flatMap((ending) =>
      (suffixes.get(ending) ?? []).flatMap((suffix) => {
        if (!wanted(suffix)) return []
        const base = form.slice(0, form.length - ending.length) + suffix.strip
        const isBase = (words.get(base)?.includes(suffix.flag) ?? false) && suffix.fits.test(base)
        return isBase ? [base] : []
      }),
    )
  const isWordWith = (word: string, flags: string) => {
    const own = words.get(word)
    return own !== undefined && (flags === '' || [...flags].some((flag) => own.includes(flag)))
  }
  return {
    lemmasOf: (word, flags = '') => [
      ...new Set(
        [word, ...basesOf(word, ({ becomes }) => becomes === '')].filter((base) => isWordWith(base, flags)),
      ),
    ],
    firstPartOf: (form) => {
      if (isWordWith(form, begins + middle)) return form
      return basesOf(form, ({ becomes }) => becomes.includes(begins) || becomes.includes(middle))[0] ?? null
    },
  }
}

function wordsIn(file: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const line of file.split('\n').slice(1)) {
    const [word = '', flags = ''] = line.split('/')
    if (word !== '') words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? '') + flags.trim())
  }
  return words
}

/** By what they add. */
function suffixesIn(file: string): ReadonlyMap<string, readonly Suffix[]> {
  const suffixes = new Map<string, Suffix[]>()
  for (const line of file.split('\n')) {
    const [kind, flag = '', strip = '', added = '', fits = '.'] = line.trim().split(/\s+/)
    // The head of a group has a number where a rule has its condition, and Y or N for what is cut off.
    if (kind !== 'SFX' || /^\d+$/.test(added)) continue
    const [add = '', becomes = ''] = added.split('/')
    const suffix = {
      flag,
      strip: orNothing(strip),
      add: orNothing(add),
      fits: new RegExp(`${fits}$`),
      becomes,
    }
    suffixes.set(suffix.add, [...(suffixes.get(suffix.add) ?? []), suffix])
  }
  return suffixes
}

function orNothing(written: string): string {
  return written === '0' ? '' : written
}

/** The ends of a word, from nothing at all to the longest that a rule adds. */
function endingsOf(word: string): readonly string[] {
  const most = Math.min(longestSuffix, word.length - 1)
  return Array.from({ length: most + 1 }, (_, length) => (length === 0 ? '' : word.slice(-length)))
}

/**
 * A short sign for each name, no two alike: its first letters, or as far as it takes to tell it from the others. `Kungsbacka` and
 * `Kungälv` are `KUS` and `KUÄ`.
 */
export function codesFor(names: readonly string[]): ReadonlyMap<string, string> {
  const all = [...new Set(names)]
  const codes = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of all) {
    const code = signsOf(name, all).find((sign) => !taken.has(sign)) ?? String(codes.size + 1)
    taken.add(code)
    codes.set(name, code)
  }
  return codes
}

function signsOf(name: string, all: readonly string[]): readonly string[] {
  const letters = lettersOf(name)
  const first = letters.slice(0, 3).join('')
  const isAlone = all.every((other) => other === name || lettersOf(other).slice(0, 3).join('') !== first)
  const start = letters.slice(0, 2).join('')
  // The letter in which it differs from all others that begin alike.
  const telling = letters
    .map((letter, at) => ({ letter, at }))
    .filter(
      ({ letter, at }) => at > 1 && !all.some((other) => other !== name && lettersOf(other)[at] === letter),
    )
    .map(({ letter }) => `${start}${letter}`)
  const any = letters.slice(2).map((letter) => `${start}${letter}`)
  return isAlone ? [first, ...any] : [...telling, ...any]
}

function lettersOf(name: string): readonly string[] {
  return [...name.toLocaleUpperCase('sv')].filter((letter) => /\p{L}/u.test(letter))
}

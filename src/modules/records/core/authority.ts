/** How an authority stands in an address: a municipality by its slug, the network by a word of its own. */
const networkWord = 'natverket'

interface Named {
  readonly code: string
  readonly slug: string
}

/** Whose records an address asks for: a code, null for the network; undefined where it names nobody that may be asked for. */
export function authorityNamed(
  word: string | undefined,
  municipalities: readonly Named[],
  allowed: readonly (string | null)[],
): string | null | undefined {
  const code = word === networkWord ? null : municipalities.find(({ slug }) => slug === word)?.code
  const asked = word === undefined || word === '' ? allowed[0] : code
  return asked !== undefined && allowed.includes(asked) ? asked : undefined
}

export function wordOf(authority: string | null, municipalities: readonly Named[]): string {
  return municipalities.find(({ code }) => code === authority)?.slug ?? networkWord
}

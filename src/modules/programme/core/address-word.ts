const longest = 60

/**
 * Makes a name's part of an address: `Möt företag före beslut` becomes `mot-foretag-fore-beslut`.
 * When the word is taken a number follows, since two things never share an address.
 */
export function addressWord(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  // `ny` and `new` are the addresses of the forms that add.
  const word = plain === '' || plain === 'ny' || plain === 'new' ? `del-${plain}`.replace(/-$/, '') : plain
  let free = word
  for (let number = 2; taken.has(free); number += 1) free = `${word}-${number}`
  return free
}

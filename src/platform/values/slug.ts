// Letters that Unicode does not take apart into a plain letter and a mark.
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}
const longest = 60

/** The addresses of the forms that add, which nothing that is added may take. */
export const addingWords: ReadonlySet<string> = new Set(['ny', 'new'])

/** The name as a part of an address: `Göteborg` is `goteborg`. Empty when no letter of it can be written so. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[æøœßþðđłı]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '')
}

/**
 * The part of an address that a new thing gets, once and for good: its name's slug, or `nameless` when the name has
 * none. When that is taken or stands for something else a number follows, since two things never share an address.
 */
export function freeSlug(
  name: string,
  taken: ReadonlySet<string>,
  nameless: string,
  reserved: ReadonlySet<string>,
): string {
  const plain = slugOf(name) || nameless
  let free = plain
  for (let number = 2; taken.has(free) || reserved.has(free); number += 1) free = `${plain}-${number}`
  return free
}

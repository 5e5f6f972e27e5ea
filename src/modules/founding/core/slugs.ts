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

/** One address part per name, all different: a later namesake gets `-2`. */
export function uniqueSlugs(names: readonly string[], nameless: string): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = slugOf(name) || nameless
    let slug = plain
    for (let count = 2; taken.has(slug); count += 1) slug = `${plain}-${count}`
    taken.add(slug)
    return slug
  })
}

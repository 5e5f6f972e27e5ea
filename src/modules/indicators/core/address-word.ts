/** Words that stand for something else where an indicator's word would stand. */
const taken = ['ny', 'new']

/**
 * The word an indicator gets in addresses, made once from its Swedish name and never changed: "Nystartade företag"
 * becomes `nystartade-foretag`, the second of the same name `nystartade-foretag-2`.
 */
export function addressWord(name: string, inUse: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const word = plain === '' ? 'indikator' : plain
  const unavailable = new Set([...taken, ...inUse])
  if (!unavailable.has(word)) return word
  let number = 2
  while (unavailable.has(`${word}-${number}`)) number += 1
  return `${word}-${number}`
}

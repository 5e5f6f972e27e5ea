/** Letters that are not taken for one another when they are read aloud, written by hand or printed small. */
const letters = 'ABCDEFHJKLMNPRSTUVXYZ'
const length = 6

/** A participant's short code comes from these bytes, and from nothing else. */
export interface CodeSeed {
  readonly participant: string
  readonly seed: Uint8Array
}

/**
 * A short code for each participant of an event, in the order given: whoever is added later never changes another's, and no
 * two have the same.
 */
export function codesFrom(seeds: readonly CodeSeed[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const codes = new Map<string, string>()
  for (const { participant, seed } of seeds) {
    let turn = 0
    let code = codeIn(seed, turn)
    while (taken.has(code)) {
      turn += 1
      code = codeIn(seed, turn)
    }
    taken.add(code)
    codes.set(participant, code)
  }
  return codes
}

/** Six letters of a long number; each further turn is another number. */
function codeIn(seed: Uint8Array, turn: number): string {
  let number = seed.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) + BigInt(turn)
  let code = ''
  for (let place = 0; place < length; place += 1) {
    code += letters[Number(number % BigInt(letters.length))] ?? ''
    number /= BigInt(letters.length)
  }
  return code
}

/** A code as somebody has typed it, in capitals and without what was put in between; null for what is none. */
export function codeTyped(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[^A-Z]/g, '')
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null
}

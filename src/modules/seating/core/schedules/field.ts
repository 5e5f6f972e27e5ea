/** A finite field of q elements, numbered 0 to q-1, or nothing if there is none of that size. */
export interface Field {
  readonly size: number
  readonly add: (a: number, b: number) => number
  readonly times: (a: number, b: number) => number
}

export function fieldOf(size: number): Field | undefined {
  const prime = smallestFactor(size)
  if (prime === undefined) return undefined
  const digits = Math.round(Math.log(size) / Math.log(prime))
  if (prime ** digits !== size) return undefined
  const add = (a: number, b: number) =>
    fromDigits(
      toDigits(a, prime, digits).map((digit, place) => (digit + digitOf(b, prime, place)) % prime),
      prime,
    )
  // Elements are polynomials over the prime; x^digits is replaced by each polynomial in turn until the powers of x are all elements but 0.
  for (let reduced = 1; reduced < size; reduced += 1) {
    const powers = powersOfX({ prime, digits, reduced, add })
    if (powers === undefined) continue
    const logarithm = new Map(powers.map((element, power) => [element, power]))
    const times = (a: number, b: number) =>
      a === 0 || b === 0
        ? 0
        : (powers[((logarithm.get(a) ?? 0) + (logarithm.get(b) ?? 0)) % (size - 1)] as number)
    return { size, add, times }
  }
  return undefined
}

interface Polynomials {
  readonly prime: number
  readonly digits: number
  readonly reduced: number
  readonly add: (a: number, b: number) => number
}

/** 1, x, x², … if they are all different up to the last but one of the field's elements. */
function powersOfX({ prime, digits, reduced, add }: Polynomials): readonly number[] | undefined {
  const size = prime ** digits
  // In a field of a prime's size x is one of the numbers themselves.
  const timesX = (element: number) => {
    if (digits === 1) return (element * reduced) % prime
    const highest = digitOf(element, prime, digits - 1)
    let shifted = (element * prime) % size
    for (let turn = 0; turn < highest; turn += 1) shifted = add(shifted, reduced)
    return shifted
  }
  const powers = [1]
  for (let next = timesX(1); next !== 1; next = timesX(next)) {
    if (next === 0 || powers.length >= size) return undefined
    powers.push(next)
  }
  return powers.length === size - 1 ? powers : undefined
}

function smallestFactor(size: number): number | undefined {
  for (let factor = 2; factor <= size; factor += 1) if (size % factor === 0) return factor
  return undefined
}

function digitOf(element: number, prime: number, place: number): number {
  return Math.floor(element / prime ** place) % prime
}

function toDigits(element: number, prime: number, digits: number): readonly number[] {
  return Array.from({ length: digits }, (_, place) => digitOf(element, prime, place))
}

function fromDigits(digits: readonly number[], prime: number): number {
  return digits.reduce((sum, digit, place) => sum + digit * prime ** place, 0)
}

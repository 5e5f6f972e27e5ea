import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRound, type Batch, type Rule, type Unit } from './batch.ts'
import { figureOf } from './figure.ts'

const rule: Rule = {
  atLeast: 5,
  levels: [
    [2, 1],
    [2, 0],
    [1, 1],
    [1, 0],
    [0, 0],
  ],
}
const skills = [
  ['industry', 'welding'],
  ['industry', 'lathe'],
  ['care', 'hygiene'],
] as const
const places = ['Ale', 'Lerum', 'Tjörn'] as const

function unit(giver: number, skill: number, place: number): Unit {
  const ladder = skills[skill % 3] ?? skills[0]
  return {
    id: `${giver}-${ladder[1]}`,
    giver: `company ${giver}`,
    ladders: [ladder, [places[place % 3] ?? 'Ale']],
  }
}

/** A company's needs, and in which rounds they stand. */
const history = fc.array(
  fc.record({
    giver: fc.nat(24),
    skill: fc.nat(2),
    place: fc.nat(2),
    from: fc.nat(4),
    rounds: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 5, maxLength: 70 },
)

interface Told {
  readonly rounds: readonly (readonly Batch[])[]
  readonly ever: readonly Batch[]
  readonly giverOf: ReadonlyMap<string, string>
}

function tell(needs: typeof history extends fc.Arbitrary<infer T> ? T : never): Told {
  const giverOf = new Map<string, string>()
  const earlier = new Set<string>()
  const [rounds, ever]: [(readonly Batch[])[], Batch[]] = [[], []]
  let shown: readonly Batch[] = []
  for (let now = 0; now < 7; now += 1) {
    const standing = new Map<string, Unit>()
    for (const { giver, skill, place, from, rounds: length } of needs) {
      if (from > now || now >= from + length) continue
      const one = unit(giver, skill, place)
      if (!standing.has(one.id)) standing.set(one.id, one)
      giverOf.set(one.id, one.giver)
    }
    const { kept, begun } = nextRound([...standing.values()], shown, earlier, rule)
    shown = [...kept, ...begun]
    ever.push(...begun)
    for (const { units } of begun) for (const id of units) earlier.add(id)
    rounds.push(shown)
  }
  return { rounds, ever, giverOf }
}

/** Whether equations have an answer for one more: elimination over a large prime, exact enough for counts. */
const prime = 1_000_003
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= found && row[column] !== 0)
    if (at < 0) continue
    const [pivot] = left.splice(at, 1) as [number[]]
    left.splice(found, 0, pivot)
    const inverse = power(pivot[column] ?? 0, prime - 2)
    for (const row of left.slice(found + 1)) {
      const factor = Number((BigInt(row[column] ?? 0) * BigInt(inverse)) % BigInt(prime))
      if (factor === 0) continue
      for (let index = column; index < row.length; index += 1)
        row[index] = ((((row[index] ?? 0) - factor * (pivot[index] ?? 0)) % prime) + prime) % prime
    }
    found += 1
  }
  return found
}

function power(base: number, exponent: number): number {
  let [result, square, left] = [1n, BigInt(base), exponent]
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % BigInt(prime)
    square = (square * square) % BigInt(prime)
  }
  return Number(result)
}

/** Sets of units of fewer than five companies that the sums and differences of all batches would give away. */
function caught({ rounds, ever, giverOf }: Told): readonly (readonly string[])[] {
  // Who stood in the same batches is never told apart: an attacker can only ask for whole such classes.
  const patterns = Map.groupBy(
    ever.flatMap(({ units }) => units),
    (id) => ever.map(({ units }) => (units.includes(id) ? 1 : 0)).join(''),
  )
  const classes = [...patterns].map(([pattern, ids]) => ({
    pattern: [...pattern].map(Number),
    givers: new Set(ids.map((id) => giverOf.get(id))),
    ids: [...new Set(ids)],
  }))
  const rowOf = (batches: readonly Batch[]) =>
    classes.map(({ pattern }) => batches.reduce((sum, batch) => sum + (pattern[ever.indexOf(batch)] ?? 0), 0))
  const matrix = [...ever.map((batch) => [batch]), ...rounds.flatMap(viewsOf)].map(rowOf)
  const full = rank(matrix)
  const found: (readonly string[])[] = []
  const small = classes
    .flatMap(({ givers }, index) => (givers.size < rule.atLeast ? [index] : []))
    .slice(0, 9)
  for (let mask = 1; mask < 1 << small.length; mask += 1) {
    const picked = small.filter((_, bit) => (mask >> bit) & 1)
    const givers = new Set(picked.flatMap((index) => [...(classes[index]?.givers ?? [])]))
    if (givers.size >= rule.atLeast) continue
    const wanted = classes.map((_, index) => (picked.includes(index) ? 1 : 0))
    if (rank([...matrix, wanted]) === full) found.push(picked.flatMap((index) => classes[index]?.ids ?? []))
  }
  return found
}

/** What may be shown of one round besides: all of a place, and skills that lie near each other as one. */
function viewsOf(shown: readonly Batch[]): readonly (readonly Batch[])[] {
  const near = shown.filter(({ told }) => ['welding', 'lathe'].includes(told[0]?.[1] ?? ''))
  return [near, ...places.flatMap((place) => [inPlace(place, near), inPlace(place, shown)])]
}

function inPlace(place: string, batches: readonly Batch[]): readonly Batch[] {
  return batches.filter(({ told }) => told[1]?.[0] === place)
}

describe('an attacker', () => {
  test('the equations find what a careless publisher gives away', () => {
    const five = Array.from({ length: 5 }, (_, at) => unit(at, 0, 0))
    const six = [...five, unit(5, 0, 0)]
    const careless = [five, six].map((members) => ({
      told: [],
      givers: members.length,
      units: members.map(({ id }) => id),
    }))
    const giverOf = new Map(six.map(({ id, giver }) => [id, giver]))
    expect(caught({ rounds: [], ever: careless, giverOf })).toEqual([['5-welding']])
  })

  test('who knows who was in which batch still learns nothing of fewer than five, over all dates', () => {
    fc.assert(
      fc.property(history, (needs) => {
        const told = tell(needs)
        expect(told.ever.every(({ givers }) => givers >= rule.atLeast)).toBe(true)
        expect(caught(told)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  test('totals less what stands in them, and one date less the one before, are nothing or five and more', () => {
    const asked = [
      [['industry'], skills.slice(0, 2)],
      [['care'], skills.slice(2)],
      [[], [['industry'], ['care']]],
    ] as const
    fc.assert(
      fc.property(history, (needs) => {
        const { rounds } = tell(needs)
        for (const [at, shown] of rounds.entries()) {
          for (const place of [undefined, ...places.map((name) => [name])]) {
            for (const [whole, parts] of asked) {
              const least = (ladder: readonly string[]) => figureOf(shown, [ladder, place]).least
              expect(isSafe(least(whole) - parts.reduce((sum, part) => sum + least(part), 0))).toBe(true)
            }
          }
          for (const [word, before] of perWord(rounds[at - 1] ?? []))
            expect(isSafe((perWord(shown).get(word) ?? 0) - before)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

function isSafe(value: number): boolean {
  return value === 0 || Math.abs(value) >= rule.atLeast
}

function perWord(shown: readonly Batch[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { told, givers } of shown) {
    const word = JSON.stringify(told)
    sums.set(word, (sums.get(word) ?? 0) + givers)
  }
  return sums
}

describe('a round', () => {
  const six = Array.from({ length: 6 }, (_, at) => unit(at, 0, at < 5 ? 0 : 1))

  test('tells the finest that enough share, and what is left more coarsely', () => {
    const { begun } = nextRound(six, [], new Set(), rule)
    expect(begun).toEqual([
      { told: [['industry', 'welding'], ['Ale']], givers: 5, units: six.slice(0, 5).map(({ id }) => id) },
    ])
    expect(figureOf(begun, [['industry'], undefined])).toEqual({ least: 5, most: 5 })
    expect(figureOf(begun, [undefined, ['Tjörn']])).toEqual({ least: 0, most: 0 })
  })

  test('a batch ends as a whole, and its word waits a round', () => {
    const first = nextRound(six.slice(0, 5), [], new Set(), rule).begun
    const earlier = new Set(first.flatMap(({ units }) => units))
    const others = Array.from({ length: 5 }, (_, at) => unit(at + 10, 0, 0))
    const second = nextRound([...six.slice(1, 5), ...others], first, earlier, rule)
    expect([second.kept, second.ended]).toEqual([[], first])
    expect(second.begun.map(({ told }) => told)).toEqual([[['industry', 'welding'], []]])
    const third = nextRound([...six.slice(1, 5), ...others], second.begun, earlier, rule)
    expect(third.begun).toEqual([])
  })

  test('what touches is told as at most', () => {
    const spread = Array.from({ length: 5 }, (_, at) => unit(at, 0, at))
    const { begun } = nextRound(spread, [], new Set(), rule)
    expect(figureOf(begun, [['industry', 'welding'], ['Ale']])).toEqual({ least: 0, most: 5 })
  })
})

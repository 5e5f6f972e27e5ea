import { pack, Cube, type KnownFigure } from './cube.ts'
import { genders, saysTheSame, type Figure, type Gender } from './figure.ts'

/** One place, year and gender of a series. */
export interface Cell {
  readonly series: number
  readonly gender: Gender
  readonly place: string
  readonly year: number
}

/** A figure that is said anew. */
export interface Change {
  readonly before: Figure
  readonly after: Figure
}

/** What figures bring beside what is known. */
export interface Moves {
  readonly added: readonly Figure[]
  readonly changed: readonly Change[]
  readonly same: number
}

/** Compares figures of one series with its cubes. Of two figures of the same cell the later one is meant. */
export function movesIn(cubes: readonly Cube[], figures: readonly Figure[]): Moves {
  const byGender = new Map(cubes.map((cube) => [cube.gender, cube]))
  const added: Figure[] = []
  const changed: Change[] = []
  let same = 0
  for (const figure of inOrder(figures)) {
    const before = byGender.get(figure.gender)?.figureAt(figure.place, figure.year)
    if (!before) added.push(figure)
    else if (saysTheSame(before, figure)) same += 1
    else changed.push({ before, after: figure })
  }
  return { added, changed, same }
}

/** Each cell once, by gender and year: the table is keyed so, and grows fastest when it is written so. */
function* inOrder(figures: readonly Figure[]): Generator<Figure> {
  for (const [, ofGender] of byKey(figures, ({ gender }) => genders.indexOf(gender)))
    for (const [, ofYear] of byKey(ofGender, ({ year }) => year))
      yield* new Map(ofYear.map((figure) => [figure.place, figure])).values()
}

function byKey(figures: readonly Figure[], keyOf: (figure: Figure) => number) {
  return [...Map.groupBy(figures, keyOf)].toSorted(([one], [other]) => one - other)
}

/** The cubes of one series after figures have come, those that nothing came to left out. */
export function cubesAfter(
  series: number,
  cubes: readonly Cube[],
  figures: readonly KnownFigure[],
): readonly Cube[] {
  const before = new Map(cubes.map((cube) => [cube.gender, cube]))
  return [...Map.groupBy(figures, ({ gender }) => gender)].map(([gender, own]) => {
    const isSaidAnew = among(own)
    const kept = [...(before.get(gender)?.figures() ?? [])].filter((figure) => !isSaidAnew(figure))
    return new Cube(series, gender, pack([...kept, ...own]))
  })
}

function among(figures: readonly Figure[]): (figure: Figure) => boolean {
  const years = new Map<string, Set<number>>()
  for (const { place, year } of figures) {
    const known = years.get(place)
    if (known) known.add(year)
    else years.set(place, new Set([year]))
  }
  return ({ place, year }) => years.get(place)?.has(year) ?? false
}

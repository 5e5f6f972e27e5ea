import type { Figure, Gender } from '../../src/modules/statistics/index.ts'
import { randomFrom, seedOf, type Random } from './random.ts'
import type { KpiShape } from './shape.ts'

/** All that the source says of one KPI at a vintage: the same figures every time it is asked. */
export function figuresOf(shape: KpiShape, places: readonly string[], vintage: number): Figure[] {
  return shape.genders.flatMap((gender) => figuresOfGender(shape, gender, places, vintage))
}

/** Of one gender, place by place. */
export function figuresOfGender(
  shape: KpiShape,
  gender: Gender,
  places: readonly string[],
  vintage: number,
): Figure[] {
  const random = randomFrom(seedOf(`${shape.kpi} ${gender}`))
  return places.flatMap((place) => figuresOfPlace(shape, gender, place, vintage, random))
}

function figuresOfPlace(
  { firstYear, lastYear, decimals, size, share, hasPreliminary, revisedIn }: KpiShape,
  gender: Gender,
  place: string,
  vintage: number,
  random: Random,
): Figure[] {
  const figures: Figure[] = []
  const scale = 10 ** decimals
  let level = size * (0.5 + random())
  for (let year = firstYear; year <= lastYear; year += 1) {
    level *= 0.97 + 0.07 * random()
    const drawn = random()
    // A tenth of the gaps is told of with its reason; of the rest the source says nothing.
    if (drawn > share + 0.1 * (1 - share)) continue
    const isRevised = revisedIn > 0 && revisedIn <= vintage && year > lastYear - 2
    const said =
      drawn > share
        ? ({ value: null, missing: 'too-few-answers' } as const)
        : ({ value: Math.round(level * (isRevised ? 1.01 : 1) * scale) / scale, missing: null } as const)
    figures.push({
      place,
      gender,
      year,
      isPreliminary: hasPreliminary && year === lastYear,
      note: null,
      ...said,
    })
  }
  return figures
}

/** What the source says otherwise at a vintage than before it; of the first, everything. */
export function newsOf(shape: KpiShape, places: readonly string[], vintage: number): Figure[] {
  if (vintage === 0) return figuresOf(shape, places, 0)
  if (shape.revisedIn !== vintage) return []
  const before = figuresOf(shape, places, vintage - 1)
  return figuresOf(shape, places, vintage).filter(({ value }, index) => value !== before[index]?.value)
}

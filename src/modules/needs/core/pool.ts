import type { IsoDay } from '#platform/values/dates.ts'

/** A course for several companies. */
export interface Pool {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly field: string
  readonly madeAt: Date
  readonly openedAt: Date | null
  readonly seats: number | null
  readonly chosenOffer: string | null
  readonly heldOn: IsoDay | null
  readonly outcome: string
  readonly seatsFilled: number | null
  readonly endedAt: Date | null
  readonly isExample: boolean
}

/** A company that is asked. */
export interface PoolPlace {
  readonly id: string
  readonly pool: string
  readonly company: string
  readonly companyName: string
  readonly email: string
  readonly municipality: string
  readonly seats: number
  readonly answer: 'yes' | 'no' | null
  readonly days: readonly IsoDay[]
}

/** A provider that is invited, and what it offers. */
export interface PoolOffer {
  readonly id: string
  readonly pool: string
  readonly provider: string
  readonly email: string
  readonly words: string
  readonly price: string
  readonly onDay: IsoDay | null
  readonly answeredAt: Date | null
}

export type PoolStep = 'asking' | 'open' | 'decided' | 'ended'

/** How far a pool has come. */
export function stepOf({ endedAt, chosenOffer, openedAt }: Pool): PoolStep {
  if (endedAt !== null) return 'ended'
  if (chosenOffer !== null) return 'decided'
  return openedAt === null ? 'asking' : 'open'
}

/** Those who have said yes, with how many seats they want in all. */
export function agreed(places: readonly PoolPlace[]): {
  readonly places: readonly PoolPlace[]
  readonly seats: number
} {
  const yes = places.filter(({ answer }) => answer === 'yes')
  return { places: yes, seats: yes.reduce((sum, { seats }) => sum + seats, 0) }
}

/** How many companies, and seats, each day suits; the day that suits most first. */
export function suitingDays(
  days: readonly IsoDay[],
  places: readonly PoolPlace[],
): readonly { readonly day: IsoDay; readonly companies: number; readonly seats: number }[] {
  return days
    .map((day) => {
      const able = agreed(places).places.filter((place) => place.days.includes(day))
      return { day, companies: able.length, seats: agreed(able).seats }
    })
    .toSorted((a, b) => b.seats - a.seats || (a.day < b.day ? -1 : 1))
}

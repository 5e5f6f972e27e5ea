import { folded } from '#platform/values/cleaned.ts'
import type { Need } from './participant.ts'

/** How many need what, without names. */
export interface Kitchen {
  readonly wheelchair: number
  readonly hearing: number
  readonly seeing: number
  /** What is said of food, however it is written, the most first. */
  readonly food: readonly { readonly text: string; readonly count: number }[]
}

/** What those who come need, counted. */
export function kitchenOf(needs: readonly Need[]): Kitchen {
  const food = new Map<string, { readonly text: string; readonly count: number }>()
  for (const need of needs) {
    if (need.food === '') continue
    const same = folded(need.food) || need.food
    const before = food.get(same)
    food.set(same, { text: before?.text ?? need.food, count: (before?.count ?? 0) + 1 })
  }
  return {
    wheelchair: needs.filter(({ wheelchair }) => wheelchair).length,
    hearing: needs.filter(({ hearing }) => hearing).length,
    seeing: needs.filter(({ seeing }) => seeing).length,
    food: [...food.values()].toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  }
}

import type { IndicatorDraft } from './forms.ts'
import type { RegionRule, Unit } from './indicator.ts'

/** What is known of the other indicators when one is changed. */
export interface Other {
  readonly id: string
  readonly unit: Unit
  readonly headline: number | null
  readonly standIn: string | null
  readonly regionRule: RegionRule
  readonly retiredAt: Date | null
}

export type Unsuitable = 'headline-taken' | 'weight-unknown' | 'weight-not-a-count' | 'stand-in-unknown'

/** Why a draft does not fit among the network's other indicators; null when it does. */
export function unsuitable(draft: IndicatorDraft, others: readonly Other[]): Unsuitable | null {
  const followed = others.filter((other) => other.retiredAt === null)
  if (draft.headline !== null && followed.some((other) => other.headline === draft.headline))
    return 'headline-taken'
  if (draft.regionRule.kind === 'weighted-mean') {
    const { weight } = draft.regionRule
    const weighing = followed.find((other) => other.id === weight)
    if (!weighing) return 'weight-unknown'
    // A mean is weighed by how many people or things it speaks of, never by a share or a grade.
    if (!mayWeigh(weighing.unit)) return 'weight-not-a-count'
  }
  if (draft.standIn !== null && !followed.some((other) => other.id === draft.standIn))
    return 'stand-in-unknown'
  return null
}

/** Whether a series of that unit can weigh another. */
export function mayWeigh(unit: Unit): boolean {
  return unit === 'persons' || unit === 'count'
}

/** Whether another active indicator is weighed by this one. */
export function weighsAnother(id: string, others: readonly Other[]): boolean {
  return active(id, others).some(
    ({ regionRule }) => regionRule.kind === 'weighted-mean' && regionRule.weight === id,
  )
}

/** Whether another active indicator leans on this one, as its weight or its stand-in. */
export function isLeanedOn(id: string, others: readonly Other[]): boolean {
  return weighsAnother(id, others) || active(id, others).some((other) => other.standIn === id)
}

function active(id: string, others: readonly Other[]): readonly Other[] {
  return others.filter((other) => other.retiredAt === null && other.id !== id)
}

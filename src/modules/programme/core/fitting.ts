import { live, type Framework, type Intervention, type PartKind } from './framework.ts'
import { isNeeded } from './vocabulary.ts'

export type InterventionUnfit = 'area-unknown' | 'number-taken' | 'indicator-unknown'

interface Wished {
  readonly number: number
  readonly area: string
  readonly indicators: readonly string[]
}

/** Why an intervention cannot stand in the framework as it is wished for; null when it can. */
export function whyUnfit(
  wished: Wished,
  self: Pick<Intervention, 'id' | 'retiredAt'>,
  framework: Framework,
  knownIndicators: ReadonlySet<string>,
): InterventionUnfit | null {
  if (!live(framework.areas).some((area) => area.id === wished.area)) return 'area-unknown'
  // A retired intervention gives its number free, and so may keep one that is in use.
  if (self.retiredAt === null && isNumberTaken(wished.number, self.id, framework)) return 'number-taken'
  if (wished.indicators.some((id) => !knownIndicators.has(id))) return 'indicator-unknown'
  return null
}

/** Whether another intervention that counts has the number. */
function isNumberTaken(number: number, self: string, framework: Framework): boolean {
  return live(framework.interventions).some((one) => one.number === number && one.id !== self)
}

/**
 * Why a part cannot be taken out of the framework: something that counts hangs on it, such as a goal's areas, or the
 * programme's rules rest on it. Null when it can.
 */
export function whyNotOut(
  kind: PartKind,
  id: string,
  framework: Framework,
): 'still-in-use' | 'status-needed' | null {
  switch (kind) {
    case 'goal':
      return live(framework.areas).some((area) => area.goal === id) ? 'still-in-use' : null
    case 'area':
      return live(framework.interventions).some((one) => one.area === id) ? 'still-in-use' : null
    case 'status':
      return isNeeded(id) ? 'status-needed' : null
    case 'intervention':
      return null
  }
}

/** Why a retired part cannot come back as it was; null when it can. */
export function whyNotBack(
  kind: PartKind,
  id: string,
  framework: Framework,
): 'parent-retired' | 'number-taken' | null {
  const area = framework.areas.find((one) => one.id === id)
  const intervention = framework.interventions.find((one) => one.id === id)
  if (kind === 'area' && area && !live(framework.goals).some((goal) => goal.id === area.goal))
    return 'parent-retired'
  if (kind !== 'intervention' || !intervention) return null
  if (!live(framework.areas).some((one) => one.id === intervention.area)) return 'parent-retired'
  return isNumberTaken(intervention.number, id, framework) ? 'number-taken' : null
}

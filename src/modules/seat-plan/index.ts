export { asRounds, asSeatRounds } from './core/rounds.ts'
export type { PlanMade, PlanVersion } from './core/version.ts'
export { latestVersion, problemOf, savePlan, tellPlan, type NewPlan } from './store.ts'

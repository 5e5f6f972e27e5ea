export { asRounds, asSeatRounds } from './core/rounds.ts'
export type { PlanMade } from './core/version.ts'
export { problemOf, savePlan, type NewPlan } from './store.ts'

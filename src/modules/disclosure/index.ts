export { nextRound, type Batch, type Rule, type Unit } from './core/batch.ts'
export { figureOf, type Figure } from './core/figure.ts'
export { duePeriods, type Period, type QuarterCount } from './core/period.ts'
export { fewest, gathered, suppressed } from './core/table.ts'

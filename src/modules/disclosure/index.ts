export { nextRound, type Batch, type Rule, type Unit } from './core/batch.ts'
export { figureOf, type Figure } from './core/figure.ts'

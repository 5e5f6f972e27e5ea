export { ranked, type Found } from './core/ranking.ts'
export type { Terms } from './core/analyser.ts'
export { termsOf } from './swedish.ts'

export { compile, type Compiled, type Reason, type Truth, type Verdict } from './core/compile.ts'
export { answerFault, Fact, isDay, type Answers, type Facts, type Known, type Setting } from './core/fact.ts'
export { faultsIn, type Fault } from './core/faults.ts'
export { amountOf, Formula, formulaFault, type FormulaFault, type Span } from './core/formula.ts'
export { nearestChange, type Change } from './core/nearest.ts'
export { nextQuestions, type Waiting, type Worth } from './core/next-question.ts'
export { regionsOf, type Region } from './core/regions.ts'
export {
  comparisonOf,
  comparisons,
  predicatesIn,
  Rule,
  type Comparison,
  type Predicate,
} from './core/rule.ts'

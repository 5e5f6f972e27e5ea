export { compile, type Compiled, type Reason, type Truth, type Verdict } from './core/compile.ts'
export { answerFault, type Answers, type Facts, type Known, type Setting } from './core/fact.ts'
export { faultsIn, type Fault } from './core/faults.ts'
export {
  amountOf,
  Formula,
  formulaFault,
  parametersOf,
  type FormulaFault,
  type Span,
} from './core/formula.ts'
export { nearestChange, type Change } from './core/nearest.ts'
export { nextQuestions, type Waiting } from './core/next-question.ts'
export { regionsOf } from './core/regions.ts'
export { comparisonOf, comparisons, Rule, type Predicate } from './core/rule.ts'

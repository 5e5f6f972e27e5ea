import type { RunProblem } from '../core/run.ts'
import type { FigureProblem } from './figures.ts'

/** As many periods as say enough. */
const mostPeriods = 12

/** What is wrong with an answer, as a report keeps it. */
export function runProblemOf(refused: FigureProblem): RunProblem {
  const { problem, variable } = refused
  return { problem: `pxweb-${problem}`, at: variable, found: foundIn(refused) }
}

function foundIn(refused: FigureProblem): string {
  if ('value' in refused) return refused.value
  return 'periods' in refused ? refused.periods.slice(0, mostPeriods).join(', ') : ''
}

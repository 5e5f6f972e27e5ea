import type { Compiled } from './compile.ts'
import type { Answers, Known } from './fact.ts'
import type { Region } from './regions.ts'

/** A rule that waits for answers, with what it tells apart. */
export interface Waiting {
  readonly compiled: Compiled
  readonly regions: ReadonlyMap<string, readonly Region[]>
}

/** A question, and how many rules its answer can be expected to settle. */
export interface Worth {
  readonly fact: string
  readonly settles: number
}

/**
 * The questions that are worth asking, the best first: those whose answer settles most rules on the average, then those that most
 * rules wait for. What nobody waits for is not there. `asked` are the facts that may be asked, in the order that breaks a tie.
 */
export function nextQuestions(
  rules: readonly Waiting[],
  answers: Answers,
  asked: readonly string[],
): readonly Worth[] {
  const worth = new Map<string, { settles: number; waiting: number }>(
    asked.filter((fact) => answers[fact] === undefined).map((fact) => [fact, { settles: 0, waiting: 0 }]),
  )
  const tried: Record<string, Known | undefined> = { ...answers }
  for (const { compiled, regions } of rules) {
    if (compiled.answer(answers) !== 'unknown') continue
    for (const fact of compiled.verdict(answers).missing) {
      const one = worth.get(fact)
      if (one === undefined) continue
      one.waiting += 1
      for (const { value, share } of regions.get(fact) ?? []) {
        tried[fact] = value
        if (compiled.answer(tried) !== 'unknown') one.settles += share
      }
      tried[fact] = undefined
    }
  }
  return [...worth]
    .filter(([, { waiting }]) => waiting > 0)
    .toSorted(([, a], [, b]) => b.settles - a.settles || b.waiting - a.waiting)
    .map(([fact, { settles }]) => ({ fact, settles }))
}

import type { Compiled } from './compile.ts'
import type { Answers, Known } from './fact.ts'
import type { Region } from './regions.ts'

/** A fact, and an answer to it. */
export interface Change {
  readonly fact: string
  readonly value: Known
}

/**
 * What would have to be otherwise for a no to become something else: the one answer, of those that are `movable`, that turns it. Null
 * where no single one does. A company can wait or choose another course; nobody becomes younger.
 */
export function nearestChange(
  {
    compiled,
    regions,
  }: { readonly compiled: Compiled; readonly regions: ReadonlyMap<string, readonly Region[]> },
  answers: Answers,
  movable: readonly string[],
): Change | null {
  if (compiled.answer(answers) !== 'no') return null
  const changes = movable
    .filter((fact) => answers[fact] !== undefined)
    .flatMap((fact) => (regions.get(fact) ?? []).map(({ value }) => ({ fact, value })))
    .map((change) => ({ change, answer: compiled.answer({ ...answers, [change.fact]: change.value }) }))
  const best =
    changes.find(({ answer }) => answer === 'yes') ?? changes.find(({ answer }) => answer === 'unknown')
  return best?.change ?? null
}

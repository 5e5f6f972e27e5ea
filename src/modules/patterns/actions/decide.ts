import type { Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { decide, rewrite } from '../store.ts'
import { log, namesSomebody, onPattern, type PatternRefusal, type SeenPattern } from './on-pattern.ts'

export type WordsRefusal = PatternRefusal | 'names-somebody'

interface Words {
  readonly title: string
  readonly obstacle: string
}

/** A person says that it is a pattern, and what the obstacle is. */
export async function confirmPattern(
  context: Context,
  id: string,
  { title, obstacle }: Words,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { id, state: 'proposed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [title, obstacle])) return refuse('names-somebody')
    await decide(tx, place, 'confirmed', doing)
    await rewrite(tx, place, { title, obstacle })
    await log(tx, place, 'patterns.confirmed', doing)
    return done(null)
  })
}

/** A person says that it is none, and why. */
export async function dismissPattern(
  context: Context,
  id: string,
  because: string,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { id, state: 'proposed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [because])) return refuse('names-somebody')
    await decide(tx, place, 'dismissed', doing)
    await rewrite(tx, place, { because })
    await log(tx, place, 'patterns.dismissed', doing)
    return done(null)
  })
}

/** Says anew what the obstacle is. */
export async function rewritePattern(
  context: Context,
  seen: SeenPattern,
  { title, obstacle }: Words,
): Promise<Outcome<null, WordsRefusal>> {
  return onPattern(context, { ...seen, state: 'confirmed' }, async ({ tx, place, ...doing }) => {
    if (await namesSomebody(tx, place, [title, obstacle])) return refuse('names-somebody')
    await rewrite(tx, place, { title, obstacle })
    await log(tx, place, 'patterns.rewritten', doing)
    return done(null)
  })
}

import { randomUUID } from 'node:crypto'
import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addDraft } from '../draft-store.ts'
import type { Written } from '../draft/steps.ts'
import { keyOf } from '../key.ts'
import { isTooOften, type Visitor } from './tries.ts'

/** Begins a draft with what was typed first. Its key is already that of the matter which it becomes. */
export async function beginDraft(
  context: Context,
  written: Written,
  { ip, secret }: Visitor,
): Promise<Outcome<string, 'too-many-tries'>> {
  if (await isTooOften(context, 'begin', ip, secret)) return refuse('too-many-tries')
  const place = { networkId: context.networkId, matter: randomUUID() }
  const key = keyOf(secret, place)
  await inTransaction(asKeyHolder(context, key), async (tx) =>
    addDraft(tx, place, { written, at: context.now, secret }),
  )
  return done(key)
}

import { inTransaction, type Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import type { Tx } from '#platform/database/connection.ts'
import { refuse, type Outcome } from '#platform/outcome.ts'
import { lockedKeyMatter, type OwnMatter } from '../company-store.ts'
import type { MatterPlace } from '../key.ts'
import type { Receipt } from './receive-matter.ts'

/** Somebody who comes by a private address: the address is all that is asked, whoever else they may be. */
export type KeyHolder = Context & { readonly key: string }

/** A letter without its receiver. */
export interface Written {
  readonly subject: string
  readonly body: string
}

/** What a company did that those who answer are told of. */
export const occasions = ['said', 'verdict', 'reopened', 'withdrawn', 'erasure'] as const
export type Occasion = (typeof occasions)[number]

/** The letters to a company about its matter; their words are the pages'. None holds a word that a stranger has written. */
export interface MatterLetters {
  readonly receipt: (receipt: Receipt) => Written
  /** To the address that now is the company's, and to the one that was. */
  readonly newAddress: (matter: Pick<OwnMatter, 'year' | 'number'>) => Written
  readonly oldAddress: (matter: Pick<OwnMatter, 'year' | 'number'>) => Written
}

/** One transaction behind a private address; the matter is locked, so that two presses of a button are one. */
export async function behindKey<Value, Refusal>(
  context: KeyHolder,
  work: (tx: Tx, place: MatterPlace, matter: OwnMatter) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | 'no-matter'>> {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const matter = await lockedKeyMatter(tx)
    if (!matter) return refuse('no-matter')
    return work(tx, { networkId: context.networkId, matter: matter.id }, matter)
  })
}

/** Has whoever has the matter written to, or whom it falls to when nobody has. */
export async function tellAnswerers(
  tx: Tx,
  { networkId, matter }: MatterPlace,
  occasion: Occasion,
): Promise<void> {
  await enqueue(tx, 'matters.tell-of-answer', { networkId, matter, occasion })
}

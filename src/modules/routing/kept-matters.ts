import type { Actor, Context } from '#modules/accounts'
import type { Tx } from '#platform/database/connection.ts'
import type { DeskFacts } from './core/rule.ts'

/** A matter of the past, as other rules are tried on it. */
export interface PastMatter {
  readonly id: string
  /** As it is spoken of: `2026-17`. */
  readonly number: string
  readonly subject: string
  readonly facts: DeskFacts
}

/** What routing asks of those who keep the matters; matters know routing, and not the other way round. */
export interface KeptMatters {
  /** The matters in which a municipality has or had a part, as far as the reader may read them, the newest first. */
  readonly past: (tx: Tx, municipality: string) => Promise<readonly PastMatter[]>
  /** How many matters under way stand at a desk. */
  readonly standingAt: (tx: Tx, municipality: string, desk: string) => Promise<number>
  /** Moves what is under way from one desk to another, which gets to know of it. */
  readonly moveAll: (
    tx: Tx,
    doing: Pick<Context, 'networkId' | 'now'> & { readonly actor: Actor },
    move: {
      readonly municipality: string
      readonly from: string
      readonly to: string
      readonly reason: string
    },
  ) => Promise<void>
}

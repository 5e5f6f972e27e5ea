import { createHmac } from 'node:crypto'
import { countTry, inTransaction, type Context } from '#modules/accounts'

/** Who tries, as it is counted: a visitor's address, a mail address, a key. Never stored as it is. */
export interface Visitor {
  readonly ip: string
  /** The installation's, which keys what is counted by. */
  readonly secret: string
}

const window = 15 * 60
/** In a quarter of an hour. A whole trade fair may sit behind one address; a mail address belongs to one company. */
const most = { begin: 60, send: 60, 'letter-from': 30, 'letter-to': 5, deed: 15 } as const

/**
 * Counts a try, in a transaction of its own: what is refused afterwards has been tried all the same, and nobody waits for
 * another's count.
 */
export async function isTooOften(
  context: Context,
  what: keyof typeof most,
  who: string,
  secret: string,
): Promise<boolean> {
  const key = createHmac('sha256', secret).update(`matters ${what} ${who}`).digest('base64url')
  const tries = await inTransaction({ ...context, actor: null }, async (tx) =>
    countTry(tx, key, window, context.now),
  )
  return tries > most[what]
}

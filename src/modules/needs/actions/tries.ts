import { createHmac } from 'node:crypto'
import { countTry, inTransaction, type Context } from '#modules/accounts'

const window = 15 * 60
/** In a quarter of an hour. A whole trade fair may sit behind one address. */
const most = { say: 60, press: 30, 'letter-to': 8 } as const

/** Counts a try, in a transaction of its own: what is refused afterwards has been tried all the same. */
export async function isTooOften(
  context: Context,
  what: keyof typeof most,
  who: string,
  secret: string,
): Promise<boolean> {
  const key = createHmac('sha256', secret).update(`needs ${what} ${who}`).digest('base64url')
  const tries = await inTransaction({ ...context, actor: null }, async (tx) =>
    countTry(tx, key, window, context.now),
  )
  return tries > most[what]
}

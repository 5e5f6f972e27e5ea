import { createHmac } from 'node:crypto'
import { countTry, inTransaction, type Context } from '#modules/accounts'

/** Who tries, and the installation's secret, which keys what is counted by. Neither is stored. */
export interface Visitor {
  readonly ip: string
  readonly secret: string
}

const window = 15 * 60
/** Letters that a visitor may cause in a quarter of an hour: from one place, and to one address. */
const mostFrom = 30
const mostTo = 3

/** Counts a letter that a visitor asks for, in a transaction of its own: what is refused afterwards has been tried all the same. */
export async function isTooMuchMail(
  context: Context,
  email: string,
  { ip, secret }: Visitor,
): Promise<boolean> {
  const keyed = (what: string) => createHmac('sha256', secret).update(`supports ${what}`).digest('base64url')
  return inTransaction({ ...context, actor: null }, async (tx) => {
    const from = await countTry(tx, keyed(`from ${ip}`), window, context.now)
    const to = await countTry(tx, keyed(`to ${email}`), window, context.now)
    return from > mostFrom || to > mostTo
  })
}

import { createHmac } from 'node:crypto'
import * as jobs from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { inTransaction, type Context } from '../context.ts'
import type { SignInRequest } from '../core/forms.ts'
import { countTry } from '../store.ts'

const window = 15 * 60
const triesPerAddress = 5
const triesPerVisitor = 30

/**
 * Asks for a sign-in link. The answer, and the work done before it, are the same whether or not the address belongs
 * to somebody: whom to write to is found out by the worker.
 */
export async function requestSignInLink(
  context: Context,
  request: SignInRequest,
  visitor: { ip: string; locale: Locale; secret: string; next: string },
): Promise<Outcome<null, 'too-many-tries'>> {
  return inTransaction({ ...context, actor: null }, async (tx) => {
    // Kept as a keyed hash: enough to count by, useless to anyone who reads the table.
    const keyOf = (what: string) => createHmac('sha256', visitor.secret).update(what).digest('base64url')
    const byVisitor = await countTry(tx, keyOf(`visitor ${visitor.ip}`), window, context.now)
    const byAddress = await countTry(tx, keyOf(`address ${request.email}`), window, context.now)
    if (byVisitor > triesPerVisitor || byAddress > triesPerAddress) return refuse('too-many-tries')
    await jobs.enqueue(tx, 'accounts.send-sign-in-link', {
      networkId: context.networkId,
      email: request.email,
      locale: visitor.locale,
      next: visitor.next,
    })
    return done(null)
  })
}

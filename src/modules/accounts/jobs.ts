import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import * as mail from '#modules/mail'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database } from '#platform/database/connection.ts'
import { addressOf } from '#ui/addresses.ts'
import { textsIn } from './pages/texts.ts'
import type { SignIn } from './sign-in.ts'
import { personToSignIn } from './store.ts'

const Payload = z.object({
  networkId: z.uuid(),
  email: z.email(),
  locale: z.enum(['sv', 'en']),
  next: z.string().default(''),
})

/** Writes the mails that carry a sign-in link: when asked for, and with an invitation. */
export function accountJobs(options: { db: Database; signIn: SignIn; origin: string; clock: Clock }) {
  const { db, signIn, origin, clock } = options

  async function sendLink(
    payload: z.infer<typeof Payload>,
    occasion: 'signIn' | 'invitation',
  ): Promise<void> {
    const { networkId, email, locale, next } = payload
    await inScope(db, { networkId, personId: null }, async (tx) => {
      // Nobody by that address: nothing is sent, and nobody learns of it.
      if ((await personToSignIn(tx, email)) === null) return
      const token = await signIn.tokenFor(email)
      const query = new URLSearchParams({ token, ...(next ? { next } : {}) })
      const link = `${origin}${addressOf('signInLink', locale)}?${query}`
      const letter = textsIn(locale).letters[occasion](link)
      await mail.send(tx, { networkId, to: email, ...letter, holdsSecret: true }, clock())
    })
  }

  return [
    defineJob('accounts.send-sign-in-link', Payload, (payload) => sendLink(payload, 'signIn')),
    defineJob('accounts.send-invitation', Payload, (payload) => sendLink(payload, 'invitation')),
  ]
}

import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { holds, inTransaction, type Actor, type VisitEnv } from '#modules/accounts'
import { ledgerCounts, ledgerOf, unplacedMails } from '#modules/mail'
import { readForm } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { seeToMail, sendLetterAgain } from '../../actions/send-letter-again.ts'
import { IncomingPage } from './incoming-page.tsx'
import { LettersPage, letterStates } from './letters-page.tsx'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>

const mostShown = 200

/** Who sees to the network's mail, as the database has it too. */
function keepsMail(actor: Actor | null): boolean {
  return holds(actor, 'coordinator') || holds(actor, 'operator')
}

/** The ledger of letters, and the mail that has no place. */
export function letterRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('letters'), lettersPage)
  routes.on('POST', bothAddresses('letters'), sentAgain)
  routes.on('GET', bothAddresses('incomingLetters'), async (c) => {
    const visit = c.get('visit')
    if (!holds(visit.actor, 'coordinator')) return visit.refuse()
    const mails = await inTransaction(visit, async (tx) => unplacedMails(tx, mostShown))
    const isSaved = c.req.query(savedMark) !== undefined
    return visit.page(
      { title: textsIn(visit.locale).incoming.title, noindex: true },
      <IncomingPage mails={mails} isSaved={isSaved} locale={visit.locale} />,
    )
  })
  routes.on('POST', bothAddresses('incomingLetters'), async (c) => {
    const visit = c.get('visit')
    if (!holds(visit.actor, 'coordinator')) return visit.refuse()
    const form = await readForm(c.req, z.object({ mail: z.uuid() }))
    // Seen to by somebody else just now is seen to.
    if (form.ok) await seeToMail(visit, form.data.mail)
    return c.redirect(`${addressOf('incomingLetters', visit.locale)}?${savedMark}`, 303)
  })
  return routes
}

async function lettersPage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!keepsMail(visit.actor)) return visit.refuse()
  const state = letterStates.find((one) => one === c.req.query('lage')) ?? null
  const shown = await inTransaction(visit, async (tx) => ({
    counts: await ledgerCounts(tx),
    lines: await ledgerOf(tx, { limit: mostShown, ...(state === null ? {} : { state }) }),
  }))
  const did = (['again', 'not-failed'] as const).find((one) => c.req.query(one) !== undefined) ?? null
  return visit.page(
    { title: textsIn(visit.locale).letters.title, noindex: true },
    <LettersPage
      {...shown}
      state={state}
      did={did}
      readsIncoming={holds(visit.actor, 'coordinator')}
      limit={mostShown}
      locale={visit.locale}
    />,
  )
}

const Again = z.object({
  letter: z.uuid(),
  matter: z
    .string()
    .regex(/^\d{4}-\d{1,9}$/)
    .optional()
    .catch(undefined),
})

/** Another try, asked for in the ledger or beside a matter; whoever asked goes back to where they were. */
async function sentAgain(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, Again)
  if (!form.ok) return visit.refuse()
  const { letter, matter } = form.data
  const outcome = await sendLetterAgain(visit, letter)
  if (!outcome.ok && outcome.refusal === 'no-letter') return visit.refuse()
  if (matter !== undefined) return c.redirect(addressOf('matter', visit.locale, { matter }), 303)
  return c.redirect(`${addressOf('letters', visit.locale)}?${outcome.ok ? 'again' : 'not-failed'}`, 303)
}

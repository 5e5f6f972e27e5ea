import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import type { VisitEnv } from '#modules/accounts'
import { readForm } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { mailDraftLink } from '../../actions/mail-draft-link.ts'
import { sendDraft } from '../../actions/send-draft.ts'
import { isTooOften } from '../../actions/tries.ts'
import { emailLine } from '../../core/typed.ts'
import { readDraft, stepToDo } from '../../draft/steps.ts'
import { draftBehind, draftPlace, type DraftShown } from './draft-reads.ts'
import { elsewhere, leadTo } from './draft-routes.tsx'
import { draftLetter, lettersOf } from './letters.ts'
import { nextAddress } from './places.ts'
import { ReviewPage } from './review-page.tsx'
import { holderOf, type CompanySetting, type Holder } from './setting.ts'
import { LinkPage } from './step-page.tsx'
import { textsIn } from './texts.ts'

const LinkForm = z.object({ linkEmail: emailLine.refine((address) => address !== '', 'email-missing') })

/** A draft is read through and sent, or its address is mailed to go on with later. */
export function sendingRoutes(setting: CompanySetting): Hono<VisitEnv> {
  const { origin, secret, ipOf } = setting
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('draftReview'), async (c) => {
    const holder = holderOf(c)
    const found = holder && (await draftBehind(holder))
    if (!found || found === 'sent') return elsewhere(c, holder, found)
    return reviewPage(c, holder, found, origin)
  })

  routes.on('POST', bothAddresses('draftReview'), async (c) => {
    const holder = holderOf(c)
    const found = holder && (await draftBehind(holder))
    if (!holder || found === null) return c.notFound()
    if (found !== 'sent' && (await isFlood(c, holder, found, setting)))
      return reviewPage(c, holder, found, origin, true)
    const { locale } = holder.visit
    const letters = lettersOf({ origin, locale, key: holder.key })
    const sent = await sendDraft(holder.context, { secret, locale, isScanned: setting.isScanned, letters })
    if (sent.ok) return leadTo(c, addressOf('threadReceipt', locale, { key: holder.key }))
    return sent.refusal === 'no-draft'
      ? c.notFound()
      : leadTo(c, addressOf('draft', locale, { key: holder.key }))
  })

  routes.on('POST', bothAddresses('draftLink'), async (c) => {
    const holder = holderOf(c)
    const found = holder && (await draftBehind(holder))
    if (!found || found === 'sent') return elsewhere(c, holder, found)
    const { locale, page } = holder.visit
    const draft = draftPlace(holder, found, origin)
    const answer = (problem: string | null, status: 200 | 422 | 429, email: string) =>
      page(
        { title: textsIn(locale).later.title, noindex: true },
        <LinkPage draft={draft} locale={locale} refused={problem === null ? null : { problem, email }} />,
        status,
      )
    const form = await readForm(c.req, LinkForm)
    if (!form.ok)
      return answer(form.errors['linkEmail'] ?? 'email-missing', 422, form.typed['linkEmail'] ?? '')
    const email = form.data.linkEmail
    const letter = draftLetter(draft.address, draft.changedAt, locale)
    const mailed = await mailDraftLink(holder.context, email, { letter, secret, ip: ipOf(c) })
    if (mailed.ok) return answer(null, 200, email)
    return mailed.refusal === 'no-draft' ? c.notFound() : answer(mailed.refusal, 429, email)
  })

  return routes
}

/** Whether too much is sent from one place, or to one address: a receipt is a letter that anybody can ask for. */
async function isFlood(
  c: Request<VisitEnv, string>,
  { visit }: Holder,
  { draft, choices }: DraftShown,
  { secret, ipOf }: CompanySetting,
): Promise<boolean> {
  const email = readDraft(draft.written, choices)?.sender.contact.email ?? ''
  return (
    (await isTooOften(visit, 'send', ipOf(c), secret)) ||
    (email !== '' && (await isTooOften(visit, 'letter-to', email.toLowerCase(), secret)))
  )
}

function reviewPage(
  c: Request<VisitEnv, string>,
  holder: Holder,
  found: DraftShown,
  origin: string,
  isTooOftenNow = false,
): Response {
  const { locale, page } = holder.visit
  const { draft, choices, topics, municipalities, files } = found
  const said = readDraft(draft.written, choices)
  if (!said) return leadTo(c, nextAddress(holder.key, stepToDo(draft.written, choices), locale))
  return page(
    { title: textsIn(locale).review.title, noindex: true },
    <ReviewPage
      {...{ locale, said, topics, municipalities, files }}
      written={draft.written}
      draft={draftPlace(holder, found, origin)}
      isTooOften={isTooOftenNow}
    />,
    isTooOftenNow ? 429 : 200,
  )
}

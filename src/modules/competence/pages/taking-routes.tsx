import { Hono } from 'hono'
import { z } from 'zod'
import type { Visit, VisitEnv } from '#modules/accounts'
import { beginDraft, placeField } from '#modules/matters'
import { readForm, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { beginFollowing } from '../actions/follow.ts'
import { mailList } from '../actions/mail-list.ts'
import { queryOf } from '../finder/answers.ts'
import { fittingIn } from '../finder/find.ts'
import { finderPage, foundFor, type FoundFor } from './finder-routes.tsx'
import { letterOfBeginning, letterOfList, matterWords } from './letters.ts'
import type { Asking, SupportSetting } from './words.ts'

const AnyFields = z.record(z.string(), z.string())
const Email = z.string().trim().toLowerCase().max(200).pipe(z.email())

/** What can be done with a list: have it mailed, be told of more, ask a person. */
export function takingRoutes(setting: SupportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const { origin, secret, ipOf } = setting

  routes.on('POST', bothAddresses('mailSupports'), async (c) => {
    const sent = await listSent(c, setting, 'mailTo')
    if (sent instanceof Response) return sent
    const { visit, all, email, page } = sent
    const letter = letterOfList(all.found, `${origin}${page}`, origin, visit.locale)
    const mailed = await mailList(visit, { to: email, ...letter }, { ip: ipOf(c), secret })
    return mailed.ok ? c.redirect(`${page}&mailed`, 303) : wrong(sent, setting, 'mailTo', mailed.refusal)
  })

  routes.on('POST', bothAddresses('followSupports'), async (c) => {
    const sent = await listSent(c, setting, 'followTo')
    if (sent instanceof Response) return sent
    const { visit, all, email, page } = sent
    const { locale } = visit
    const answers = Object.fromEntries(
      Object.entries(all.given.answers).flatMap(([fact, known]) =>
        known === undefined ? [] : [[fact, known]],
      ),
    )
    const told = fittingIn(all.catalogue, answers).map(({ id }) => id)
    const begun = await beginFollowing(
      visit,
      { email, locale, answers, told },
      { ip: ipOf(c), secret },
      letterOfBeginning(origin, locale),
    )
    return begun.ok ? c.redirect(`${page}&followed`, 303) : wrong(sent, setting, 'followTo', begun.refusal)
  })

  routes.on('POST', bothAddresses('askAboutSupport'), async (c) => {
    const visit = c.get('visit')
    const { typed } = await readForm(c.req, AnyFields)
    const { given, found, reader, catalogue } = await foundFor(visit, setting, new URLSearchParams(typed))
    const words = matterWords(given.answers, catalogue.setting.facts, found, reader)
    const municipality = given.answers['municipality']
    const place =
      typeof municipality === 'string' ? { place: { where: 'one', [placeField(municipality)]: 'on' } } : {}
    const begun = await beginDraft(visit, { words, ...place }, { ip: ipOf(c), secret })
    c.header('Cache-Control', 'no-store')
    const to = begun.ok
      ? addressOf('draft', visit.locale, { key: begun.value })
      : addressOf('entrance', visit.locale)
    return c.redirect(to, 303)
  })

  return routes
}

interface Sent {
  readonly visit: Visit
  readonly all: FoundFor
  readonly email: string
  /** The finder with the answers. */
  readonly page: string
  readonly typed: Typed
}

async function listSent(
  c: Asking,
  setting: SupportSetting,
  field: 'mailTo' | 'followTo',
): Promise<Sent | Response> {
  const visit = c.get('visit')
  const { typed } = await readForm(c.req, AnyFields)
  const all = await foundFor(visit, setting, new URLSearchParams(typed))
  const page = `${addressOf('findSupport', visit.locale)}?${queryOf(all.given.typed, all.given.skipped, all.wish)}`
  const email = Email.safeParse(typed[field] ?? '')
  const sent = { visit, all, email: email.data ?? '', page, typed }
  if (!email.success) return wrong(sent, setting, field, 'email-invalid')
  return Object.keys(all.given.answers).length === 0 ? wrong(sent, setting, field, 'nothing-answered') : sent
}

function wrong(
  { visit, all, typed }: Sent,
  setting: SupportSetting,
  field: 'mailTo' | 'followTo',
  reason: string,
): Response {
  return finderPage(visit, all, setting, {
    say: null,
    letterError: { field, reason, typed: typed[field] ?? '' },
  })
}

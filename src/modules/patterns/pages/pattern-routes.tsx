import { Hono, type Context as Request } from 'hono'
import { holds, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { Outcome } from '#platform/outcome.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { carryMatter, leaveMatter } from '../actions/carry.ts'
import { confirmPattern, dismissPattern, rewritePattern } from '../actions/decide.ts'
import {
  raiseToIntervention,
  raiseToLeaders,
  raiseToTheme,
  takeSentenceBack,
  tellEverybody,
} from '../actions/raise.ts'
import { previewAnswer, returnAnswer, returnToRest } from '../actions/return-answer.ts'
import { sayVoice, takeVoiceAway } from '../actions/voices.ts'
import { PatternForm } from '../core/forms.ts'
import { mayDecide, mayRead } from '../core/policy.ts'
import { PatternPage } from './pattern-page.tsx'
import { PreviewPage } from './preview-page.tsx'
import { readPattern } from './read-pattern.ts'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>
interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** One pattern, and all that is done with it. */
export function patternPageRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('pattern'), async (c) => patternPage(c, { typed: {}, errors: {} }, 200))
  routes.on('POST', bothAddresses('pattern'), async (c) => posted(c))
  return routes
}

async function patternPage(c: Asking, filled: Filled, status: 200 | 409 | 422): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale } = visit
  if (!mayRead(actor)) return visit.refuse()
  const id = idIn(c, 'pattern')
  const read = id === null ? null : await readPattern(visit, id)
  if (!read) return c.notFound()
  const { pattern } = read
  return visit.page(
    {
      title: pattern.title || textsIn(locale).pattern.proposal(pattern.terms.slice(0, 4).join(', ')),
      noindex: true,
    },
    <PatternPage
      {...filled}
      read={read}
      mayDecide={mayDecide(actor)}
      mayCarry={holds(actor, 'officer')}
      isSaved={c.req.query(savedMark) !== undefined}
      locale={locale}
    />,
    status,
  )
}

async function posted(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  if (!mayRead(visit.actor)) return visit.refuse()
  const id = idIn(c, 'pattern')
  if (id === null) return c.notFound()
  const form = await readForm(c.req, PatternForm)
  if (!form.ok) return patternPage(c, form, 422)
  const { data, typed } = form
  if (data.do === 'edit-answer') return patternPage(c, { typed, errors: {} }, 200)
  if (data.do === 'preview') return preview(c, id, data.cameOf, typed)
  // Each deed is kept under the name of its own form.
  const act = deeds[data.do] as Deed<Doing>
  const outcome = await act(visit, id, data)
  if (!outcome.ok) return refused(c, typed, outcome.refusal)
  return c.redirect(`${addressOf('pattern', visit.locale, { pattern: id })}?${savedMark}`, 303)
}

type Doing = Exclude<PatternForm, { readonly do: 'preview' | 'edit-answer' }>
type Deed<Form> = (visit: Visit, id: string, form: Form) => Promise<Outcome<unknown, string>>

/** What each button does. */
const deeds: { readonly [Do in Doing['do']]: Deed<Extract<Doing, { readonly do: Do }>> } = {
  confirm: confirmPattern,
  rewrite: (visit, id, { version, ...words }) => rewritePattern(visit, { id, version }, words),
  dismiss: (visit, id, { because }) => dismissPattern(visit, id, because),
  voice: (visit, id, { voice }) => sayVoice(visit, id, voice),
  'remove-voice': (visit, id, form) => takeVoiceAway(visit, id, form.id),
  'add-matter': (visit, id, { matter }) => carryMatter(visit, id, matter),
  'remove-matter': (visit, id, form) => leaveMatter(visit, id, form.id),
  note: (visit, id, { asked, version }) => raiseToLeaders(visit, { id, version }, asked),
  theme: (visit, id, { theme, question, version }) =>
    raiseToTheme(visit, { id, version }, { title: theme, question }),
  intervention: (visit, id, { intervention }) => raiseToIntervention(visit, id, intervention),
  sentence: (visit, id, { sentence, version }) => tellEverybody(visit, { id, version }, sentence),
  'take-back': takeSentenceBack,
  return: (visit, id, { cameOf }) => returnAnswer(visit, id, cameOf),
  'return-rest': returnToRest,
}

async function preview(c: Asking, id: string, cameOf: string, typed: Typed): Promise<Response> {
  const visit = c.get('visit')
  const outcome = await previewAnswer(visit, id, cameOf)
  if (!outcome.ok) return refused(c, typed, outcome.refusal)
  const read = await readPattern(visit, id)
  if (!read) return c.notFound()
  const { locale } = visit
  return visit.page(
    { title: textsIn(locale).preview.title, noindex: true },
    <PreviewPage
      id={id}
      cameOf={cameOf}
      entry={textsIn('sv').letter.entry(read.pattern.title, cameOf)}
      companies={outcome.value}
      locale={locale}
    />,
  )
}

/** The field that a refusal is about, by what was done: its first. */
const fieldOf: Readonly<Record<string, string>> = {
  confirm: 'title',
  rewrite: 'title',
  dismiss: 'because',
  voice: 'voice',
  'add-matter': 'matter',
  note: 'asked',
  theme: 'theme',
  intervention: 'intervention',
  sentence: 'sentence',
  preview: 'cameOf',
  return: 'cameOf',
}
const decidedMeanwhile = ['decided', 'not-confirmed', 'returned', 'not-returned', 'changed-meanwhile']

function refused(c: Asking, typed: Typed, refusal: string): Response | Promise<Response> {
  if (refusal === 'not-allowed') return c.get('visit').refuse()
  if (refusal === 'pattern-unknown') return c.notFound()
  const field = fieldOf[typed['do'] ?? ''] ?? 'form'
  return patternPage(
    c,
    { typed: refusal === 'changed-meanwhile' ? unseen(typed) : typed, errors: { [field]: refusal } },
    decidedMeanwhile.includes(refusal) ? 409 : 422,
  )
}

/** What was typed, for whoever now sees what stands there: the next time they mean to replace it. */
function unseen(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'version'))
}

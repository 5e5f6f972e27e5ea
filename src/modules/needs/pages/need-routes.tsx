import { Hono } from 'hono'
import { asKeyHolder, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import type { Concept, Concepts } from '#modules/skills'
import { readForm, type Typed } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { changeNeed, renewNeed, withdrawNeed } from '../actions/own-need.ts'
import { sayNeed, writeDownNeed, type Meant } from '../actions/say-need.ts'
import { isTooOften } from '../actions/tries.ts'
import { horizonTo, stands, type Statement } from '../core/need.ts'
import { maySeeNeeds } from '../core/policy.ts'
import { NeedForm, NewNeedForm } from '../need-form.ts'
import { statementHere } from '../store.ts'
import { letterName, letterOfNeed } from './letters.ts'
import type { Filled } from './need-fields.tsx'
import { OwnPage } from './own-page.tsx'
import { SayPage } from './say-page.tsx'
import type { Asking, NeedSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import type { Reader } from './words.ts'

const mostSuggested = 7
const empty: Filled = { typed: {}, errors: {}, meant: [] }

/** Where needs are said, written down, and looked after behind their private addresses. */
export function needRoutes(setting: NeedSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const { concepts } = setting

  routes.on('GET', bothAddresses('skillWords'), async (c) => {
    const words = c.req.query('q') ?? ''
    const found = await concepts.suggest(words, mostSuggested)
    return c.json(found.map(({ label }) => label))
  })

  routes.on('GET', bothAddresses('sayNeed'), async (c) =>
    sayPage(c.get('visit'), concepts, { filled: empty, isWrittenDown: false }, 200),
  )
  routes.on('POST', bothAddresses('sayNeed'), async (c) => sent(c, setting, false))
  routes.on('GET', bothAddresses('writeDownNeed'), async (c) => {
    const visit = c.get('visit')
    if (!maySeeNeeds(visit.actor)) return visit.refuse()
    return sayPage(visit, concepts, { filled: empty, isWrittenDown: true }, 200)
  })
  routes.on('POST', bothAddresses('writeDownNeed'), async (c) => sent(c, setting, true))

  routes.on('GET', bothAddresses('ownNeed'), async (c) => {
    const did = c.req.query(savedMark)
    return ownPage(c, setting, did === 'said' || did === 'changed' || did === 'renewed' ? did : null)
  })
  routes.on('POST', bothAddresses('ownNeed'), async (c) => pressed(c, setting))
  return routes
}

/** What was meant: a concept, own words, or not clear yet; then what may be chosen from. */
async function meantBy(
  concepts: Concepts,
  typed: Typed,
): Promise<{ readonly concept: string | null } | { readonly choices: readonly Concept[] }> {
  const words = (typed['skill'] ?? '').trim()
  const chosen = typed['meantBy'] === words ? typed['concept'] : undefined
  if (chosen === 'own') return { concept: null }
  const known = chosen ? await concepts.withId(chosen) : await concepts.named(words)
  if (known) return { concept: known.id }
  const choices = await concepts.suggest(words, mostSuggested)
  return choices.length === 0 ? { concept: null } : { choices }
}

async function sent(c: Asking, setting: NeedSetting, isWrittenDown: boolean): Promise<Response> {
  const visit = c.get('visit')
  const { concepts, secret, origin, ipOf } = setting
  if (isWrittenDown && !maySeeNeeds(visit.actor)) return visit.refuse()
  const form = await readForm(c.req, NewNeedForm)
  const { typed } = form
  const meant = await meantBy(concepts, typed)
  const choices = 'choices' in meant ? meant.choices : []
  const isLong = !form.ok && form.errors['skill'] !== undefined
  const back = { typed, meant: isLong ? [] : choices }
  const again = async (errors: Filled['errors'], status: 422 | 429 = 422) =>
    sayPage(visit, concepts, { filled: { ...back, errors }, isWrittenDown }, status)
  const unclear: Filled['errors'] = back.meant.length > 0 ? { concept: 'concept-missing' } : {}
  if (!form.ok) return again({ ...unclear, ...form.errors })
  if ('choices' in meant) return again(unclear)
  const known: Meant = { concept: meant.concept, fields: await fieldIds(concepts) }
  const data = {
    ...form.data,
    need: { ...form.data.need, words: await wordsFor(concepts, meant.concept, form.data.need.words) },
  }
  const saying = { secret, write: letterOfNeed(origin) }
  const outcome = isWrittenDown
    ? await writeDownNeed(visit, data, known, saying)
    : await sayNeed(visit, data, known, { ...saying, ip: ipOf(c) })
  if (!outcome.ok) return refused(outcome.refusal, visit, again)
  const to = isWrittenDown
    ? `${addressOf('needsInside', visit.locale)}?${savedMark}`
    : `${addressOf('ownNeed', visit.locale, { key: outcome.value })}?${savedMark}=said`
  return c.redirect(to, 303)
}

function refused(
  refusal: 'not-allowed' | 'place-unknown' | 'field-unknown' | 'too-many-tries',
  visit: Visit,
  again: (errors: Filled['errors'], status?: 422 | 429) => Promise<Response>,
): Response | Promise<Response> {
  switch (refusal) {
    case 'not-allowed':
      return visit.refuse()
    case 'place-unknown':
      return again({ municipality: refusal })
    case 'field-unknown':
      return again({ field: refusal })
    case 'too-many-tries':
      return again({ skill: refusal }, 429)
  }
}

/** What a concept is called stands for what was written, so that two who mean the same read the same. */
async function wordsFor(concepts: Concepts, concept: string | null, words: string): Promise<string> {
  return (concept && (await concepts.withId(concept))?.label) || words
}

async function fieldIds(concepts: Concepts): Promise<readonly string[]> {
  return (await concepts.fields()).map(({ id }) => id)
}

async function readerOf(visit: Visit, concepts: Concepts): Promise<Reader> {
  return {
    locale: visit.locale,
    municipalities: await inTransaction(visit, municipalitiesOf),
    fields: await concepts.fields(),
  }
}

async function sayPage(
  visit: Visit,
  concepts: Concepts,
  shown: { readonly filled: Filled; readonly isWrittenDown: boolean },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { say: texts } = textsIn(visit.locale)
  return visit.page(
    { title: shown.isWrittenDown ? texts.downTitle : texts.title, noindex: true },
    <SayPage {...shown} reader={await readerOf(visit, concepts)} />,
    status,
  )
}

async function ownPage(
  c: Asking,
  { concepts, origin }: NeedSetting,
  did: 'said' | 'changed' | 'renewed' | null,
  filled?: Filled,
): Promise<Response> {
  const visit = c.get('visit')
  const needKey = c.req.param('key') ?? ''
  const statement = await inTransaction(asKeyHolder(visit, needKey), statementHere)
  if (!statement) return c.notFound()
  const today = dayOf(visit.now)
  return visit.page(
    { title: textsIn(visit.locale).own.title, noindex: true },
    <OwnPage
      {...{ statement, needKey, did }}
      address={`${origin}${addressOf('ownNeed', visit.locale, { key: needKey })}`}
      isStanding={stands(statement, today)}
      code={(c.req.query(letterName) ?? '').slice(0, 60)}
      filled={filled ?? { ...empty, typed: typedFrom(statement, today) }}
      reader={await readerOf(visit, concepts)}
    />,
    filled ? 422 : 200,
  )
}

/** What the form says of a statement. */
function typedFrom({ words, concept, places, ...said }: Statement, today: string): Typed {
  return {
    skill: words,
    concept: concept ?? 'own',
    field: said.field,
    people: String(said.people),
    within: String(horizonTo(today, said.neededBy)),
    level: said.level,
    holdsBack: said.holdsBack,
    email: said.email,
    ...Object.fromEntries(places.map((code) => [`municipality-${code}`, 'on'])),
  }
}

async function pressed(c: Asking, setting: NeedSetting): Promise<Response> {
  const visit = c.get('visit')
  const { concepts, secret, origin } = setting
  const key = c.req.param('key') ?? ''
  const form = await readForm(c.req, NeedForm)
  const { typed } = form
  const page = addressOf('ownNeed', visit.locale, { key })
  if (await isTooOften(visit, 'press', key, secret)) return c.redirect(page, 303)
  if (typed['do'] === 'renew') {
    const outcome = await renewNeed(visit, key, { secret, code: typed[letterName] ?? '' })
    return outcome.ok ? c.redirect(`${page}?${savedMark}=renewed`, 303) : c.redirect(page, 303)
  }
  if (typed['do'] === 'withdraw') {
    await withdrawNeed(visit, key)
    return c.redirect(page, 303)
  }
  const meant = await meantBy(concepts, typed)
  if (!form.ok) return ownPage(c, setting, null, { typed, errors: form.errors, meant: [] })
  if ('choices' in meant)
    return ownPage(c, setting, null, { typed, errors: { concept: 'concept-missing' }, meant: meant.choices })
  const words = await wordsFor(concepts, meant.concept, form.data.words)
  const known = { concept: meant.concept, fields: await fieldIds(concepts) }
  const outcome = await changeNeed(visit, key, { ...form.data, words }, known, {
    secret,
    write: letterOfNeed(origin),
  })
  if (outcome.ok) return c.redirect(`${page}?${savedMark}=changed`, 303)
  const field = fieldOf[outcome.refusal]
  return field === undefined
    ? c.redirect(page, 303)
    : ownPage(c, setting, null, { typed, errors: { [field]: outcome.refusal }, meant: [] })
}

/** The field at which a refused change is told of. */
const fieldOf: Readonly<Record<string, string>> = {
  'place-unknown': 'municipality',
  'field-unknown': 'field',
  'too-many-tries': 'email',
}

import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { eventWith, type Event } from '#modules/roundtable'
import { checked, type Problem } from '#modules/seating'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { endRule, saveRule } from '../actions/change-rules.ts'
import { peopleOf, type Demand } from '../core/demand.ts'
import { maySeat } from '../core/policy.ts'
import { problemFrom, type SeatingFacts } from '../core/problem.ts'
import { RuleForm, ruleKinds, typedRule } from '../core/rule-form.ts'
import { hasRules } from '../rule-store.ts'
import { factsOf } from '../store.ts'
import { calledFor, type Called } from './people.ts'
import { eventIn, type Asked } from './places.ts'
import { RuleFormPage } from './rule-form.tsx'
import { RulesPage } from './rules-page.tsx'
import { textsIn } from './texts.ts'

/** What the pages of the rules are made of. */
export interface RulesRead {
  readonly event: Event
  readonly facts: SeatingFacts
  readonly problem: Problem
  readonly checked: ReturnType<typeof checked>
  readonly called: Called
  /** The ready-made rules hold still. */
  readonly isReady: boolean
}

/** What is demanded of who sits where: the list, and each demand. */
export function ruleRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('seatRules'), async (c) =>
    withRules(c, async (read) => {
      const visit = c.get('visit')
      return visit.page(
        { title: textsIn(visit.locale).rules.title, noindex: true },
        <RulesPage read={read} saved={c.req.query(savedMark)} locale={visit.locale} />,
      )
    }),
  )
  routes.on('GET', bothAddresses('newSeatRule'), async (c) =>
    withRules(c, async (read) => {
      const kind = ruleKinds.find((one) => one === c.req.param('kind'))
      return kind === undefined
        ? c.notFound()
        : formPage(c, { read, kind, rule: null, typed: {}, errors: {} }, 200)
    }),
  )
  routes.on('POST', bothAddresses('newSeatRule'), async (c) =>
    withRules(c, async (read) => {
      const kind = ruleKinds.find((one) => one === c.req.param('kind'))
      return kind === undefined ? c.notFound() : saved(c, read, { kind, rule: null })
    }),
  )
  routes.on('GET', bothAddresses('seatRule'), async (c) =>
    withRules(c, async (read) => {
      const rule = read.facts.rules.find(({ key }) => key === c.req.param('rule'))
      if (!rule) return c.notFound()
      const shown = { read, kind: rule.demand.rule, rule: rule.key, typed: typedRule(rule), errors: {} }
      return formPage(c, shown, 200)
    }),
  )
  routes.on('POST', bothAddresses('seatRule'), async (c) =>
    withRules(c, async (read) => {
      const rule = read.facts.rules.find(({ key }) => key === c.req.param('rule'))
      if (!rule) return c.notFound()
      return saved(c, read, { kind: rule.demand.rule, rule: rule.key })
    }),
  )
  return routes
}

async function withRules(c: Asked, then: (read: RulesRead) => Promise<Response>): Promise<Response> {
  const visit = c.get('visit')
  if (!maySeat(visit.actor)) return visit.refuse()
  const id = eventIn(c)
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const event = await eventWith(tx, id)
          if (!event) return null
          const facts = await factsOf(tx, id)
          const called = calledFor(facts, await municipalitiesOf(tx), visit.locale)
          return { event, facts, called, isReady: !(await hasRules(tx, id)) }
        })
  if (!found) return c.notFound()
  const problem = problemFrom(found.facts)
  return then({ ...found, problem, checked: checked(problem) })
}

interface Shown {
  readonly read: RulesRead
  readonly kind: Demand['rule']
  readonly rule: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

function formPage(c: Asked, shown: Shown, status: 200 | 422): Response {
  const { locale, page } = c.get('visit')
  return page(
    { title: textsIn(locale).rules.kinds[shown.kind], noindex: true },
    <RuleFormPage {...shown} locale={locale} />,
    status,
  )
}

async function saved(
  c: Asked,
  read: RulesRead,
  { kind, rule }: Pick<Shown, 'kind' | 'rule'>,
): Promise<Response> {
  const visit = c.get('visit')
  const event = read.event.id
  const list = addressOf('seatRules', visit.locale, { event })
  const form = await readForm(c.req, RuleForm)
  const { typed } = form
  if (typed['do'] === 'end' && rule !== null) {
    const ended = await endRule(visit, event, rule)
    return ended.ok ? c.redirect(`${list}?${savedMark}=ended`, 303) : visit.refuse()
  }
  const again = (errors: FieldErrors) => formPage(c, { read, kind, rule, typed, errors }, 422)
  if (!form.ok) return again(form.errors)
  if (form.data.demand.rule !== kind) return again({ rule: 'unknown' })
  const known = new Set(read.facts.participants.map(({ id }) => id))
  const stranger = peopleOf(form.data.demand).findIndex((id) => !known.has(id))
  if (stranger >= 0) return again({ [`person-${stranger + 1}`]: 'person-not-coming' })
  const outcome = await saveRule(visit, event, { ...form.data, key: rule })
  return outcome.ok ? c.redirect(`${list}?${savedMark}`, 303) : visit.refuse()
}

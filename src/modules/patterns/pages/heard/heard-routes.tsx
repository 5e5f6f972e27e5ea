import { Hono } from 'hono'
import { inTransaction, municipalitiesAs, type Visit, type VisitEnv } from '#modules/accounts'
import { branches, companySizes } from '#modules/companies'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addDays, dayOf, endOfDay, isDay, type IsoDay } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { enterRegister } from '../../actions/enter-register.ts'
import { RegisterForm } from '../../core/forms.ts'
import { heardBy, type Dimension, type HeardGroup } from '../../core/heard.ts'
import { mayDecide, maySeeHeard } from '../../core/policy.ts'
import { heardBetween, registerOf } from '../../figure-store.ts'
import { HeardPage, untilName } from './heard-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { heardTextsIn } from './texts.ts'

/** Who is heard and who is not, and how many companies there are. */
export function heardRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('heard'), async (c) => {
    const visit = c.get('visit')
    const { actor, locale, now } = visit
    if (!maySeeHeard(actor)) return visit.refuse()
    const asked = c.req.query(untilName[locale]) ?? ''
    const today = dayOf(now)
    const until = isDay(asked) && asked <= today ? asked : today
    return visit.page(
      { title: heardTextsIn(locale).title, noindex: true },
      <HeardPage
        {...await readHeard(visit, until)}
        until={until}
        mayEnter={mayDecide(actor)}
        isSaved={c.req.query(savedMark) !== undefined}
        locale={locale}
      />,
    )
  })
  routes.on('GET', bothAddresses('companyRegister'), (c) => {
    const visit = c.get('visit')
    return mayDecide(visit.actor) ? registerPage(visit, {}, {}, 200) : visit.refuse()
  })
  routes.on('POST', bothAddresses('companyRegister'), async (c) => {
    const visit = c.get('visit')
    if (!mayDecide(visit.actor)) return visit.refuse()
    const form = await readForm(c.req, RegisterForm)
    if (!form.ok) return registerPage(visit, form.typed, form.errors, 422)
    const entered = await enterRegister(visit, form.data)
    if (entered.ok) return c.redirect(`${addressOf('heard', visit.locale)}?${savedMark}`, 303)
    const { refusal } = entered
    if (refusal.kind === 'not-allowed') return visit.refuse()
    const errors: FieldErrors =
      refusal.kind === 'table' ? { table: `${refusal.error} ${refusal.line}` } : { asOf: refusal.kind }
    return registerPage(visit, form.typed, errors, 422)
  })
  return routes
}

async function readHeard(visit: Visit, until: IsoDay) {
  const own = mayDecide(visit.actor) ? null : municipalitiesAs(visit.actor, 'officer')
  return inTransaction(visit, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    const counted = municipalities.filter(({ code }) => own === null || own.includes(code))
    const counts = await heardBetween(tx, endOfDay(addDays(until, -365)), endOfDay(until))
    const register = await registerOf(tx)
    const there = (register?.counts ?? []).filter(
      ({ municipality }) => own === null || own.includes(municipality),
    )
    const by = (dimension: Dimension, known: readonly string[]): readonly HeardGroup[] =>
      heardBy(dimension, counts, there, known)
    return {
      groups: {
        size: by('size', companySizes),
        branch: by('branch', branches),
        municipality: by(
          'municipality',
          counted.map(({ code }) => code),
        ),
      },
      heard: counts.reduce((sum, { companies }) => sum + companies, 0),
      register,
      own: own === null ? null : counted,
      nameOf: (code: string) => municipalities.find((one) => one.code === code)?.name ?? code,
    }
  })
}

function registerPage(visit: Visit, typed: Typed, errors: FieldErrors, status: 200 | 422): Response {
  const { title } = heardTextsIn(visit.locale).register
  return visit.page(
    { title, noindex: true },
    <RegisterPage typed={typed} errors={errors} locale={visit.locale} />,
    status,
  )
}

import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { eventWith, questionsOf, type Event } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { commitmentsIn, innerCommitments } from '../commitment-store.ts'
import { Returned, returnedOn } from '../core/returned.ts'
import { pointsOf, returnsOf, summaryOf } from '../summary-store.ts'
import { textsIn } from './texts.ts'
import { commitmentHref, promiserInWords, receiverInWords, toneOf, type Asking } from './words.ts'

const dayQuestion = { sv: 'efter', en: 'after' } as const

/** What came of an event: as it stands today, and as it was told after 30, 90 and 180 days. */
export function cameRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('whatCameOfIt'), async (c) => {
    const visit = c.get('visit')
    const { locale } = visit
    const shown = await shownIn(c)
    if (!shown) return c.notFound()
    const { title, lead } = textsIn(locale).came
    return visit.page(
      { title: `${title} ${shown.event.title}`, description: lead },
      <CamePage {...shown} locale={locale} />,
    )
  })
  return routes
}

interface Shown {
  readonly event: Event
  readonly intro: string
  readonly returned: Returned
  /** The day that it tells of, if it is one that stays. */
  readonly kept: { readonly days: number; readonly madeOn: IsoDay } | null
  readonly after: readonly number[]
}

async function shownIn(c: Asking): Promise<Shown | null> {
  const visit = c.get('visit')
  const id = c.req.param('event') ?? ''
  if (!isId(id)) return null
  return inTransaction(visit, async (tx) => {
    const event = await eventWith(tx, id)
    const today = dayOf(visit.now)
    if (!event || event.cancelledAt !== null || today < event.onDay) return null
    const returns = await returnsOf(tx, id)
    const asked = c.req.query(dayQuestion.sv) ?? c.req.query(dayQuestion.en)
    const kept = returns.find(({ days }) => String(days) === asked)
    if (asked !== undefined && !kept) return null
    const summary = await summaryOf(tx, id)
    return {
      event,
      intro: summary?.sentAt ? summary.intro : '',
      after: returns.map(({ days }) => days).toSorted((a, b) => a - b),
      returned: kept
        ? Returned.parse(kept.content)
        : await pictureNow(tx, id, today, Boolean(summary?.sentAt)),
      kept: kept ? { days: kept.days, madeOn: dayOf(kept.madeAt) } : null,
    }
  })
}

async function pictureNow(tx: Tx, event: string, today: IsoDay, isSent: boolean): Promise<Returned> {
  const questions = await questionsOf(tx, event)
  const points = isSent ? await pointsOf(tx, event) : []
  return returnedOn(today, {
    points: points.map((point) => ({
      ...point,
      question: questions.find(({ id }) => id === point.question)?.text ?? null,
    })),
    commitments: await commitmentsIn(tx, { event }),
    inner: await innerCommitments(tx, event),
  })
}

function CamePage({ event, intro, returned, kept, after, locale }: Shown & { readonly locale: Locale }) {
  const { came: texts, exampleTag, example } = textsIn(locale)
  const page = addressOf('whatCameOfIt', locale, { event: event.id })
  return (
    <Page width="narrow">
      <PageTitle
        eyebrow={
          <a href={addressOf('event', locale, { event: event.id })} lang="sv">
            {texts.eyebrow(event.title, formatDay(event.onDay, locale))}
          </a>
        }
        title={texts.title}
        lead={texts.lead}
        tags={event.isExample && <ExampleTag explanation={example}>{exampleTag}</ExampleTag>}
      />
      {after.length > 0 && (
        <nav class="row" aria-label={texts.asOf}>
          {[...after, null].map((days) => {
            const words = days === null ? texts.now : texts.after(days)
            return (kept?.days ?? null) === days ? (
              <strong key={days} aria-current="page">
                {words}
              </strong>
            ) : (
              <a key={days} href={days === null ? page : `${page}?${dayQuestion[locale]}=${days}`}>
                {words}
              </a>
            )
          })}
        </nav>
      )}
      {kept && (
        <Notice>
          <p>{texts.madeOn(formatDay(kept.madeOn, locale))}</p>
        </Notice>
      )}
      {intro !== '' && (
        <p class="as-written" lang="sv">
          {intro}
        </p>
      )}
      <Section id="lovat" title={texts.commitments}>
        <Promised returned={returned} locale={locale} />
      </Section>
      <Section id="sagt" title={texts.points}>
        <Points returned={returned} locale={locale} />
      </Section>
    </Page>
  )
}

interface Part {
  readonly returned: Returned
  readonly locale: Locale
}

function Promised({ returned: { commitments, inner }, locale }: Part) {
  const { came: texts, standings } = textsIn(locale)
  const counts = inner.map(({ state, count }) => {
    const words = texts.innerStates
    return `${count} ${Object.hasOwn(words, state) ? words[state as keyof typeof words] : state}`
  })
  return (
    <>
      {commitments.length === 0 && <p class="empty">{texts.noCommitments}</p>}
      <ul class="plain-list">
        {commitments.map((one) => (
          <li key={one.id}>
            <p>
              <a href={commitmentHref(one.id, locale)} lang="sv">
                {one.what}
              </a>
            </p>
            <p class="source">
              {texts.who(
                promiserInWords(one, new Map(), locale),
                receiverInWords(one, new Map(), locale),
                formatDay(one.byDay, locale),
              )}
            </p>
            <p>
              <Status
                tone={toneOf[one.standing]}
                label={one.daysLate > 0 ? texts.daysLate(one.daysLate) : standings[one.standing]}
              />
              {one.because !== '' && <span lang="sv"> {texts.because(one.because)}</span>}
            </p>
          </li>
        ))}
      </ul>
      {counts.length > 0 && <p>{texts.inner(counts.join(', '))}</p>}
    </>
  )
}

function Points({ returned: { points }, locale }: Part) {
  const { came: texts, summary, notes } = textsIn(locale)
  if (points.length === 0) return <p class="empty">{texts.noPoints}</p>
  return [...Map.groupBy(points, ({ question }) => question)].map(([question, of]) => (
    <div key={question ?? ''}>
      <h3 lang={question === null ? undefined : 'sv'}>{question ?? notes.otherQuestion}</h3>
      <ul class="plain-list">
        {of.map(({ text, fate, fateText }, at) => (
          <li key={at}>
            <p class="as-written" lang="sv">
              {text}
            </p>
            <p class="source">
              <strong>{summary.fates[fate]}</strong> <span lang="sv">{fateText}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  ))
}

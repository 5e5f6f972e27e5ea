import { Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { holds, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import type { Activity } from '#modules/activities'
import { frameworkOf, numbered } from '#modules/programme'
import { dayOf, formatDay, formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { History, type TimelineEvent } from '#ui/timeline.tsx'
import { sidesOf } from '../actions/answer-promise.ts'
import {
  activityOf,
  enterProgramme,
  followCommitment,
  lagsBehind,
  type ActivityWords,
} from '../actions/enter-programme.ts'
import { actsOf, commitmentWith } from '../commitment-store.ts'
import { mayStandInProgramme, standingOf, type Act, type Commitment } from '../core/commitment.ts'
import { isMember } from '../core/policy.ts'
import { answeredBy, type Answered } from './answering.ts'
import { PromiserForms, ReceiverForm } from './promise-forms.tsx'
import { textsIn } from './texts.ts'
import {
  commitmentHref,
  eventHref,
  organisationsOf,
  promiserInWords,
  receiverInWords,
  toneOf,
  type Asking,
} from './words.ts'

type Refused = Extract<Answered, { readonly nobodys: false }>

/** One commitment: what has happened to it, and what whoever reads can do. */
export function oneRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('commitment'), async (c) => onePage(c, null))
  routes.on('POST', bothAddresses('commitment'), async (c) => {
    const visit = c.get('visit')
    const id = idIn(c, 'commitment')
    if (id === null) return c.notFound()
    if (!isMember(visit.actor)) return visit.refuse()
    const doing = c.req.query('gor')
    if (doing === 'programmet' || doing === 'folj') return officerDoes(c, visit, id, doing)
    const answered = await answeredBy(c, visit)
    if (answered.ok) return c.redirect(`${commitmentHref(id, visit.locale)}?${savedMark}`, 303)
    return answered.nobodys ? visit.refuse() : onePage(c, answered)
  })
  return routes
}

async function officerDoes(
  c: Asking,
  visit: Visit,
  id: string,
  doing: 'programmet' | 'folj',
): Promise<Response> {
  const does = doing === 'programmet' ? enterProgramme : followCommitment
  const outcome = await does(visit, id, activityWords())
  const page = commitmentHref(id, visit.locale)
  if (outcome.ok) return c.redirect(`${page}?${savedMark}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  return outcome.refusal === 'commitment-unknown' ? c.notFound() : c.redirect(`${page}?gick-inte`, 303)
}

/** What town halls write to each other stands in Swedish. */
function activityWords(): ActivityWords {
  const { one: texts } = textsIn('sv')
  return {
    evidence: texts.entryEvidence,
    address: (id) => addressOf('commitment', 'sv', { commitment: id }),
    reason: texts.entryReason,
    moved: texts.entryMoved,
  }
}

async function onePage(c: Asking, refused: Refused | null): Promise<Response> {
  const visit = c.get('visit')
  const { actor, locale } = visit
  const id = idIn(c, 'commitment')
  const found =
    id === null
      ? null
      : await inTransaction(visit, async (tx) => {
          const commitment = await commitmentWith(tx, id)
          if (!commitment) return null
          const { interventions } = await frameworkOf(tx)
          return {
            commitment,
            acts: await actsOf(tx, id),
            activity: (await activityOf(tx, commitment)) ?? null,
            intervention: interventions.find((one) => one.id === commitment.intervention) ?? null,
            organisations: await organisationsOf(tx, [commitment]),
            sides: actor ? await sidesOf(tx, commitment, actor) : null,
          }
        })
  if (!found) return c.notFound()
  const say =
    c.req.query(savedMark) !== undefined ? 'saved' : c.req.query('gick-inte') === undefined ? null : 'refused'
  const { commitment } = found
  return visit.page(
    { title: commitment.what, ...(commitment.isPublic ? {} : { noindex: true }) },
    <OnePage visit={visit} found={found} say={say} refused={refused} locale={locale} />,
    refused ? 422 : 200,
  )
}

interface Found {
  readonly commitment: Commitment
  readonly acts: readonly Act[]
  readonly activity: Activity | null
  readonly intervention: (Parameters<typeof numbered>[0] & { readonly id: string }) | null
  readonly organisations: ReadonlyMap<string, string>
  readonly sides: Awaited<ReturnType<typeof sidesOf>> | null
}

function OnePage({
  visit,
  found,
  say,
  refused,
  locale,
}: {
  readonly visit: Visit
  readonly found: Found
  readonly say: 'saved' | 'refused' | null
  readonly refused: Refused | null
  readonly locale: Locale
}) {
  const texts = textsIn(locale)
  const { commitment, sides, acts } = found
  const today = dayOf(visit.now)
  const standing = standingOf(commitment, today)
  const answering = {
    action: commitmentHref(commitment.id, locale),
    commitment,
    locale,
    today,
    sent: refused,
  }
  return (
    <Page width="narrow">
      {say && (
        <Notice tone={say === 'saved' ? 'success' : 'warning'} live>
          <p>{say === 'saved' ? texts.own.saved : texts.one.refused}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={
          <a href={eventHref(visit, commitment.event.id)} lang="sv">
            {texts.one.eyebrow(commitment.event.title)}
          </a>
        }
        title={<span lang="sv">{commitment.what}</span>}
        actions={
          <a href={addressOf('whatCameOfIt', locale, { event: commitment.event.id })}>{texts.came.title}</a>
        }
        tags={
          <>
            <Status tone={toneOf[standing]} label={texts.standings[standing]} />
            {commitment.isExample && <ExampleTag explanation={texts.example}>{texts.exampleTag}</ExampleTag>}
          </>
        }
      />
      <DescriptionList items={factsOf(found, locale)} />
      {sides?.promiser && <PromiserForms {...answering} />}
      {sides?.receiver && <ReceiverForm {...answering} />}
      <OfficerForms visit={visit} found={found} />
      <History events={acts.toReversed().map((act) => eventOf(act, locale))} texts={texts.one.history} />
    </Page>
  )
}

function factsOf({ commitment, intervention, activity, organisations }: Found, locale: Locale) {
  const { one: texts } = textsIn(locale)
  const { byDay, isPublic, because } = commitment
  const facts: { readonly term: string; readonly details: ComponentChildren }[] = [
    { term: texts.who, details: promiserInWords(commitment, organisations, locale) },
    { term: texts.to, details: receiverInWords(commitment, organisations, locale) },
    { term: texts.byDay, details: formatDay(byDay, locale) },
    { term: texts.seen, details: isPublic ? texts.seenBy.all : texts.seenBy.members },
  ]
  if (because !== '') facts.push({ term: texts.because, details: <span lang="sv">{because}</span> })
  if (intervention)
    facts.push({
      term: texts.intervention,
      details: (
        <a href={addressOf('intervention', locale, { intervention: intervention.id })}>
          {numbered(intervention, locale)}
        </a>
      ),
    })
  if (activity)
    facts.push({
      term: texts.activity,
      details: (
        <a href={addressOf('activity', locale, { activity: activity.id })}>
          {texts.asActivity}: <span lang="sv">{activity.title}</span>
        </a>
      ),
    })
  return facts
}

/** What an officer of the municipality that promised can do in the programme. */
function OfficerForms({
  visit: { actor, locale },
  found: { commitment, activity },
}: {
  readonly visit: Visit
  readonly found: Found
}) {
  const { one: texts } = textsIn(locale)
  const { municipality, id } = commitment
  if (municipality === null || !holds(actor, 'officer', municipality)) return null
  const action = commitmentHref(id, locale)
  if (mayStandInProgramme(commitment))
    return (
      <Section id="programmet" title={texts.enterTitle} lead={texts.enterLead}>
        <Form action={`${action}?gor=programmet`} guard={false}>
          <Hidden name="commitment" value={id} />
          <FormActions>
            <Button>{texts.enter}</Button>
          </FormActions>
        </Form>
      </Section>
    )
  if (!activity || !lagsBehind(commitment, activity)) return null
  return (
    <Section id="programmet" title={texts.followTitle} lead={texts.followLead}>
      <Form action={`${action}?gor=folj`} guard={false}>
        <Hidden name="commitment" value={id} />
        <FormActions>
          <Button>{texts.follow}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function eventOf({ number, did, text, dayBefore, dayAfter, at }: Act, locale: Locale): TimelineEvent {
  const { one: texts } = textsIn(locale)
  const isMoved = dayBefore !== null && dayAfter !== null && dayBefore !== dayAfter
  return {
    id: String(number),
    when: formatMoment(at, locale),
    at: at.toISOString(),
    what: (
      <>
        {texts.did[did]} {did !== 'noted' && text !== '' && <span lang="sv">{text}</span>}
      </>
    ),
    ...(isMoved
      ? {
          changes: [
            {
              field: texts.history.day,
              before: formatDay(dayBefore, locale),
              after: formatDay(dayAfter, locale),
            },
          ],
        }
      : {}),
  }
}

import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay, timeOf } from '#platform/values/dates.ts'
import { isolated } from '#platform/values/isolated.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { countsOf } from '../core/attendance.ts'
import { unspokenOf } from '../core/who-came.ts'
import { standing, type RoundTime } from '../core/timetable.ts'
import { tablesWithoutHost, type DayStanding } from '../reads.ts'
import { CountList } from './check-in-page.tsx'
import { Clock, Live } from './live.tsx'
import { errorText, textsIn } from './texts.ts'
import { crumbsTo, dayHref, momentInWords, spanInWords } from './words.ts'

export interface DayPageProps {
  readonly day: DayStanding
  /** Whether the reader leads the day. */
  readonly leads: boolean
  readonly keepsDoor: boolean
  /** Where the room's computer sees the screen without anybody signed in; for whoever leads the day. */
  readonly screenAddress: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
  /** What has just been done, in words. */
  readonly said: string | null
  readonly now: Date
  readonly locale: Locale
}

/** The day of an event: where it stands, and the way to all that is done on it. */
export function DayPage(props: DayPageProps) {
  const { day, errors, said, now, locale } = props
  const { crumbs, day: texts, errors: sentences, cancelled } = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <Breadcrumbs label={crumbs} items={crumbsTo(day.event, locale)} />
      {said !== null && (
        <Notice tone="success" live>
          <p>{said}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={`${day.event.title}, ${formatDay(day.event.onDay, locale)}`}
        title={texts.title}
        lead={texts.lead}
      />
      {day.event.cancelledAt && (
        <Notice tone="danger">
          <p>{cancelled}</p>
        </Notice>
      )}
      <Live id="narvaro" now={now} every={20} locale={locale} class="section">
        <h2>{texts.attendance}</h2>
        <CountList
          counts={countsOf(
            day.participants.flatMap(({ id, state }) => (state === 'yes' ? [id] : [])),
            day.said,
          )}
          locale={locale}
        />
        <NoHosts day={day} locale={locale} />
        {props.leads && <WhoCame {...props} />}
        <p class="day__clock">
          {texts.clock} <Clock now={now} />
        </p>
      </Live>
      <div class="row">
        {props.keepsDoor && (
          <LinkButton href={dayHref('checkIn', day.event, locale)}>{texts.checkIn}</LinkButton>
        )}
        <LinkButton href={dayHref('dayScreen', day.event, locale)} variant="secondary">
          {texts.screen}
        </LinkButton>
      </div>
      <Seats {...props} />
      <Rounds {...props} />
    </Page>
  )
}

/** When all rounds have been, the question who never came, as long as it is not answered. */
function WhoCame({ day, now, locale }: DayPageProps) {
  const { whoCame: texts } = textsIn(locale)
  const unspoken = unspokenOf(day.participants, day.said).length
  const isOver = dayOf(now) > day.event.onDay || day.times.every(({ endsAt }) => endsAt <= now)
  if (unspoken === 0 || !isOver || dayOf(now) < day.event.onDay || day.event.cancelledAt !== null) return null
  return (
    <Notice tone="warning">
      <p>
        {texts.ask(unspoken)} <a href={dayHref('whoCame', day.event, locale)}>{texts.link}</a>
      </p>
    </Notice>
  )
}

/** The tables whose host has said no or is not here, so that nobody finds out at the table. */
function NoHosts({ day, locale }: Pick<DayPageProps, 'day' | 'locale'>) {
  const { day: texts } = textsIn(locale)
  const missing = tablesWithoutHost(day)
  if (missing.length === 0) return null
  return (
    <Notice tone="warning">
      {missing.map(({ table, host }) => (
        <p key={table}>{texts.noHost(table, isolated(host.name))}</p>
      ))}
    </Notice>
  )
}

function Seats(props: DayPageProps) {
  const { day, leads, screenAddress, locale } = props
  const { day: texts } = textsIn(locale)
  const { told, latest } = day
  return (
    <Section id="placeringen" title={texts.seats}>
      <Told {...props} />
      <div class="row">
        {leads && latest !== null && (
          <LinkButton href={dayHref('dayReplan', day.event, locale)} variant="secondary">
            {texts.replan}
          </LinkButton>
        )}
        {told !== null && (
          <a href={addressOf('dayChanges', locale, { event: day.event.id, version: String(told.version) })}>
            {texts.changes}
          </a>
        )}
      </div>
      {screenAddress !== null && (
        <Disclosure summary={texts.screenKey}>
          <p>{texts.screenKeyLead}</p>
          <p>
            <a href={screenAddress}>{screenAddress}</a>
          </p>
        </Disclosure>
      )}
    </Section>
  )
}

/** What the participants know of their seats, and the button that tells them. */
function Told({ day, leads, now, locale }: DayPageProps) {
  const { day: texts } = textsIn(locale)
  const { told, latest, event } = day
  if (latest === null)
    return (
      <p>
        {texts.noPlan} {leads && <a href={dayHref('seats', event, locale)}>{texts.makePlan}</a>}
      </p>
    )
  const known =
    told === null
      ? texts.untold
      : texts.told(told.version, momentInWords(told.toldAt ?? told.savedAt, now, locale))
  if (latest.toldAt !== null) return <p>{known}</p>
  return (
    <>
      <p>
        {known} {told !== null && texts.newer(latest.version)}
      </p>
      {leads && event.cancelledAt === null && (
        <>
          <p>{texts.tellLead}</p>
          <form method="post" action={dayHref('eventDay', event, locale)}>
            <Hidden name="do" value="tell" />
            <Hidden name="version" value={String(latest.version)} />
            <Button>{texts.tell}</Button>
          </form>
        </>
      )}
    </>
  )
}

function Rounds(props: DayPageProps) {
  const { day, leads, now, locale } = props
  const { day: texts } = textsIn(locale)
  const mayCall = leads && dayOf(now) === day.event.onDay && day.event.cancelledAt === null
  return (
    <Section
      id="rundorna"
      title={texts.rounds}
      lead={leads && !mayCall && texts.notToday(formatDay(day.event.onDay, locale))}
    >
      <ul class="rounds">
        {day.times.map((time) => (
          <RoundRow key={time.round} {...props} time={time} mayCall={mayCall} />
        ))}
      </ul>
      {mayCall && <OtherTime {...props} />}
    </Section>
  )
}

function RoundRow({
  day,
  time,
  mayCall,
  now,
  locale,
}: DayPageProps & { readonly time: RoundTime; readonly mayCall: boolean }) {
  const { day: texts, round } = textsIn(locale)
  const { current, next } = standing(day.times, now)
  const state =
    time.round === current?.round
      ? 'now'
      : time.round === next?.round
        ? 'next'
        : time.endsAt <= now
          ? 'past'
          : 'later'
  const offered = { now: ['longer', 'ended'], next: ['began'], past: [], later: [] } as const
  return (
    <li class="rounds__one" data-standing={state}>
      <p>
        <strong>{round(time.round)}</strong> {spanInWords(time, locale)}{' '}
        <span class="source">
          {texts.standings[state]}, {time.isCalled ? texts.called : texts.planned}
        </span>
      </p>
      {mayCall && (
        <form method="post" action={dayHref('eventDay', day.event, locale)} class="row">
          <Hidden name="round" value={String(time.round)} />
          <Hidden name="seen" value={String(day.lastCall)} />
          {[...offered[state], ...(time.isCalled ? (['as-planned'] as const) : [])].map((did, index) => (
            <Button key={did} name="did" value={did} variant={index === 0 ? 'primary' : 'secondary'}>
              {did === 'as-planned' ? texts.asPlanned : texts[did]}
              <span class="ds-sr-only">: {round(time.round)}</span>
            </Button>
          ))}
        </form>
      )}
    </li>
  )
}

/** When somebody forgot to press in time. */
function OtherTime({ day, typed, errors, now, locale }: DayPageProps) {
  const { day: texts, round } = textsIn(locale)
  const inWords = (name: string) => (errors[name] === undefined ? undefined : errorText(locale, errors[name]))
  return (
    <Disclosure summary={texts.saidEarlier} open={Object.keys(errors).length > 0}>
      <Form action={dayHref('eventDay', day.event, locale)} guard={false}>
        <Hidden name="seen" value={String(day.lastCall)} />
        <SelectField
          name="round"
          label={texts.roundColumn}
          value={typed['round'] ?? String(standing(day.times, now).current?.round ?? 0)}
          error={inWords('round')}
          options={day.times.map((time) => ({
            value: String(time.round),
            label: `${round(time.round)}, ${timeOf(time.startsAt)}`,
          }))}
        />
        <SelectField
          name="did"
          label={texts.what}
          value={typed['did'] ?? 'began'}
          error={inWords('did')}
          options={[
            { value: 'began', label: texts.whatBegan },
            { value: 'ended', label: texts.whatEnded },
          ]}
        />
        <TextField
          name="time"
          label={texts.at}
          hint={texts.atHint}
          value={typed['time'] ?? ''}
          error={inWords('time')}
          size={6}
          maxLength={5}
          autocomplete="off"
        />
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

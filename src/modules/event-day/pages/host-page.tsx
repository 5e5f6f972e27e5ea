import type { VNode } from 'preact'
import { participantInWords, type Participant } from '#modules/roundtable'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { attendanceOf } from '../core/attendance.ts'
import { peopleAt, questionsAt, type Hall } from '../core/my-seat.ts'
import type { RoundTime } from '../core/timetable.ts'
import type { EventDay } from '../reads.ts'
import { Clock, Left, Live } from './live.tsx'
import { textsIn } from './texts.ts'
import { spanInWords } from './words.ts'

interface HostPageProps {
  readonly day: EventDay
  readonly self: Participant
  /** The table that they are host of; null for whoever is host of none. */
  readonly table: string | null
  /** The round that is held, or the one that comes; null when all have been. */
  readonly shown: RoundTime | null
  readonly notes: VNode | null
  readonly ownKey: string
  readonly isSaved: boolean
  readonly now: Date
  readonly locale: Locale
}

/** A table as its host has it before them: the time that is left, who should sit there, the question, and the notes. */
export function HostPage(props: HostPageProps) {
  const { day, table, shown, notes, isSaved, now, locale } = props
  const { host: texts, cancelled, seat } = textsIn(locale)
  const own = <a href={addressOf('ownSeat', locale, { key: props.ownKey })}>{day.event.title}</a>
  if (table === null)
    return (
      <Page width="narrow">
        <PageTitle eyebrow={own} title={seat.title} lead={texts.noTable} />
      </Page>
    )
  return (
    <Page width="narrow">
      <PageTitle eyebrow={own} title={texts.title(table)} />
      <Live id="bordet" now={now} every={20} isOffline locale={locale} class="host">
        {day.event.cancelledAt && (
          <Notice tone="danger">
            <p>{cancelled}</p>
          </Notice>
        )}
        {isSaved && (
          <Notice tone="success" live>
            <p>{texts.sent}</p>
          </Notice>
        )}
        {shown === null ? (
          <p class="lead">{texts.over}</p>
        ) : day.hall === null ? (
          <p class="lead">{texts.notTold}</p>
        ) : (
          <TableNow {...props} table={table} shown={shown} hall={day.hall} />
        )}
      </Live>
      {notes}
    </Page>
  )
}

function TableNow({
  day,
  self,
  table,
  shown,
  hall,
  ownKey,
  now,
  locale,
}: HostPageProps & { readonly table: string; readonly shown: RoundTime; readonly hall: Hall }) {
  const { host: texts, round } = textsIn(locale)
  const hasBegun = shown.startsAt <= now
  const left = <Left until={hasBegun ? shown.endsAt : shown.startsAt} now={now} locale={locale} />
  return (
    <>
      <div class="host__time" {...timesOf(shown)}>
        <p class="host__clock">
          <Clock now={now} />
        </p>
        <p>
          <strong>{hasBegun ? texts.now : texts.next}</strong> {round(shown.round)} ·{' '}
          {spanInWords(shown, locale)}
        </p>
        <p class="host__left">
          {!hasBegun && `${texts.startsIn} `}
          {left}
          {hasBegun && ` ${texts.isLeft}`}
        </p>
      </div>
      {questionsAt(table, shown.round, hall.questions).map((question) => (
        <p key={question} class="seat__question" lang="sv">
          {question}
        </p>
      ))}
      <h2>{texts.here}</h2>
      <ul class="people-rows">
        {peopleAt(table, shown.round, hall)
          .filter(({ id }) => id !== self.id)
          .map((one) => (
            <Seated key={one.id} one={one} said={day.said} ownKey={ownKey} locale={locale} />
          ))}
      </ul>
      {day.times
        .filter(({ startsAt }) => startsAt > shown.startsAt)
        .map((time) => (
          <Later key={time.round} time={time} table={table} hall={hall} self={self} locale={locale} />
        ))}
    </>
  )
}

/** By these the page goes on by itself, also without network: which round is held, for the notes too. */
function timesOf({ round, startsAt, endsAt }: RoundTime) {
  return { 'data-round': round, 'data-starts': startsAt.getTime(), 'data-ends': endsAt.getTime() }
}

/** A round that comes: whoever has no network when it begins has it before them all the same. */
function Later({
  time,
  table,
  hall,
  self,
  locale,
}: Pick<HostPageProps, 'self' | 'locale'> & {
  readonly time: RoundTime
  readonly table: string
  readonly hall: Hall
}) {
  const { round } = textsIn(locale)
  return (
    <details class="disclosure" id={`runda-${time.round + 1}`} {...timesOf(time)}>
      <summary>
        {round(time.round)} · {spanInWords(time, locale)}
      </summary>
      {questionsAt(table, time.round, hall.questions).map((question) => (
        <p key={question} lang="sv">
          {question}
        </p>
      ))}
      <ul class="plain-list">
        {peopleAt(table, time.round, hall)
          .filter(({ id }) => id !== self.id)
          .map((one) => (
            <li key={one.id}>
              <bdi>{participantInWords(one)}</bdi>
            </li>
          ))}
      </ul>
    </details>
  )
}

function Seated({
  one,
  said,
  ownKey,
  locale,
}: {
  readonly one: Participant
  readonly said: EventDay['said']
  readonly ownKey: string
  readonly locale: Locale
}) {
  const { host: texts } = textsIn(locale)
  const { state } = attendanceOf(said, one.id)
  const isMissing = state === 'absent'
  const shown = {
    here: { tone: 'good', label: texts.present },
    expected: { tone: 'neutral', label: texts.expected },
    absent: { tone: 'bad', label: texts.missing },
  } as const
  return (
    <li>
      <span>
        <bdi>{participantInWords(one)}</bdi> <Status {...shown[state]} />
      </span>
      <form method="post" action={addressOf('hostTable', locale, { key: ownKey })} data-send={texts.notSent}>
        <Hidden name="participant" value={one.id} />
        <Button variant="secondary" name="is" value={isMissing ? 'here' : 'absent'}>
          {isMissing ? texts.hereAfterAll : texts.notHere}
          <span class="ds-sr-only">: {one.name}</span>
        </Button>
      </form>
    </li>
  )
}

import type { Locale } from '#platform/values/locale.ts'
import { timeOf } from '#platform/values/dates.ts'
import { peopleAt, type Hall } from '../core/my-seat.ts'
import { shownAt, type Shown } from '../core/screen.ts'
import type { RoundTime } from '../core/timetable.ts'
import type { EventDay } from '../reads.ts'
import { Clock, Left, Live } from './live.tsx'
import { textsIn } from './texts.ts'
import { dayHref, spanInWords } from './words.ts'

interface ScreenPageProps {
  readonly day: EventDay
  readonly now: Date
  readonly locale: Locale
}

/** The screen of the room: the clock, the round, what comes next, and who goes where when seats change. */
export function ScreenPage({ day, now, locale }: ScreenPageProps) {
  const { screen: texts, cancelled } = textsIn(locale)
  const shown = shownAt(day.times, now)
  return (
    <div class="screen">
      <Live id="skarmen" now={now} every={10} locale={locale} class="screen__whole">
        <header class="screen__head">
          <h1>{day.event.title}</h1>
          <p class="screen__clock">
            <span class="ds-sr-only">{texts.clock} </span>
            <Clock now={now} />
          </p>
        </header>
        {day.event.cancelledAt ? (
          <p class="screen__big">{cancelled}</p>
        ) : (
          <>
            <Standing shown={shown} now={now} locale={locale} />
            {shown.seatsOf && day.hall ? (
              <Seats hall={day.hall} round={shown.seatsOf} locale={locale} />
            ) : (
              <Theme day={day} shown={shown} locale={locale} />
            )}
          </>
        )}
      </Live>
      <p class="screen__leave">
        <a href={dayHref('eventDay', day.event, locale)}>{texts.leave}</a>
      </p>
    </div>
  )
}

function Standing({
  shown: { current, next },
  now,
  locale,
}: Pick<ScreenPageProps, 'now' | 'locale'> & { readonly shown: Shown }) {
  const { screen: texts, round } = textsIn(locale)
  if (current === null && next === null) return <p class="screen__big">{texts.over}</p>
  const change = next && texts.nextChange(next.round, timeOf(next.startsAt))
  if (current === null && next !== null)
    return (
      <div class="screen__standing">
        <p class="screen__big">{round(next.round)}</p>
        <p class="screen__left">
          {texts.startsIn} <Left until={next.startsAt} now={now} locale={locale} />
        </p>
        <p class="screen__next">{change}</p>
      </div>
    )
  if (current === null) return null
  return (
    <div class="screen__standing">
      <p class="screen__big">{round(current.round)}</p>
      <p class="screen__left">
        <Left until={current.endsAt} now={now} locale={locale} /> {texts.isLeft}
      </p>
      <p class="screen__next">
        {spanInWords(current, locale)}. {change ?? texts.ends(timeOf(current.endsAt))}
      </p>
    </div>
  )
}

function Theme({ day, shown, locale }: Pick<ScreenPageProps, 'day' | 'locale'> & { readonly shown: Shown }) {
  const { screen: texts } = textsIn(locale)
  const { current } = shown
  // What is asked at every table; what one table is asked stands on its own page.
  const questions = (day.hall?.questions ?? []).filter(
    ({ tableId, round }) => tableId === null && (round ?? current?.round) === current?.round,
  )
  return (
    <div class="screen__theme">
      <h2>{texts.theme}</h2>
      <p lang="sv">{day.event.theme}</p>
      {current !== null &&
        questions.map(({ id, text }) => (
          <p key={id} class="screen__question" lang="sv">
            {text}
          </p>
        ))}
    </div>
  )
}

function Seats({
  hall,
  round,
  locale,
}: {
  readonly hall: Hall
  readonly round: RoundTime
  readonly locale: Locale
}) {
  const { screen: texts, table } = textsIn(locale)
  const tables = hall.tables.filter(({ id }) => (hall.rounds[round.round]?.[id] ?? []).length > 0)
  return (
    <section>
      <h2>{texts.seats(round.round)}</h2>
      <ul class="screen__tables">
        {tables.map(({ id }) => (
          <li key={id}>
            <h3>{table(id)}</h3>
            <ul>
              {peopleAt(id, round.round, hall).map((one) => (
                <li key={one.id}>
                  <bdi>{one.name}</bdi> <span class="screen__organisation">{one.organisation}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

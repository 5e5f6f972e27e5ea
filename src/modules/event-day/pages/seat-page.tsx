import { participantInWords, type Participant } from '#modules/roundtable'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { qrCode } from '#platform/values/qr-code.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { RoundSeat } from '../core/my-seat.ts'
import { standing, type RoundTime } from '../core/timetable.ts'
import type { EventDay } from '../reads.ts'
import { Live } from './live.tsx'
import { textsIn } from './texts.ts'
import { spanInWords } from './words.ts'

interface SeatPageProps {
  readonly day: EventDay
  readonly self: Participant
  /** Null before anything was told. */
  readonly seats: readonly RoundSeat[] | null
  readonly code: string
  /** Where the code is checked in. */
  readonly checkIn: string
  readonly ownKey: string
  readonly now: Date
  readonly locale: Locale
}

/** Where somebody sits now and next, for a phone; all rounds stand there, so that it needs no network. */
export function SeatPage(props: SeatPageProps) {
  const { day, self, seats, code, checkIn, ownKey, now, locale } = props
  const { seat: texts, cancelled } = textsIn(locale)
  const isHost = day.hall?.tables.some(({ hostId }) => hostId === self.id) ?? false
  return (
    <Page width="narrow">
      <PageTitle
        eyebrow={`${day.event.title}, ${formatDay(day.event.onDay, locale)}`}
        title={texts.title}
        lead={participantInWords(self)}
      />
      <Live id="min-plats" now={now} every={20} isOffline locale={locale} class="seats">
        {day.event.cancelledAt && (
          <Notice tone="danger">
            <p>{cancelled}</p>
          </Notice>
        )}
        <OwnSeats seats={seats} now={now} locale={locale} />
      </Live>
      {isHost && (
        <p>
          {texts.isHost}: <a href={addressOf('hostTable', locale, { key: ownKey })}>{texts.hostLink}</a>
        </p>
      )}
      <Section id="dorren" title={texts.door} lead={texts.doorLead}>
        <p class="code">{code}</p>
        <QrCode text={checkIn} label={texts.qr} />
      </Section>
      <p>
        <a href={addressOf('ownSeat', locale, { key: ownKey })}>{texts.back}</a>
      </p>
    </Page>
  )
}

function OwnSeats({ seats, now, locale }: Pick<SeatPageProps, 'seats' | 'now' | 'locale'>) {
  const { seat: texts } = textsIn(locale)
  if (seats === null) return <p class="lead">{texts.notTold}</p>
  if (seats.every(({ table }) => table === null)) return <p class="lead">{texts.noSeats}</p>
  const { current, next } = standing(
    seats.map(({ time }) => time),
    now,
  )
  const tables = Object.fromEntries(seats.map(({ time, table }) => [time.round, table]))
  return (
    <>
      <div class="ds-alert" data-color="warning" role="status" data-news={JSON.stringify(tables)} hidden>
        <p>{texts.news}</p>
        <button class="ds-button" data-variant="secondary" type="button" data-seen>
          {texts.seen}
        </button>
      </div>
      {current === null && next === null && <p class="lead">{texts.over}</p>}
      {seats.map((seat) => (
        <SeatOfRound
          key={seat.time.round}
          seat={seat}
          standing={{ current, next }}
          now={now}
          locale={locale}
        />
      ))}
    </>
  )
}

function SeatOfRound({
  seat,
  standing: { current, next },
  now,
  locale,
}: {
  readonly seat: RoundSeat
  readonly standing: ReturnType<typeof standing>
  readonly now: Date
  readonly locale: Locale
}) {
  const { seat: texts, round, table, noTable } = textsIn(locale)
  const { time } = seat
  const state = standingOf(time, { current, next }, now)
  const changed = seat.before === null ? null : texts.changed(seat.before)
  return (
    <section
      class="seat"
      data-standing={state}
      data-starts={time.startsAt.getTime()}
      data-ends={time.endsAt.getTime()}
    >
      <p class="seat__when">
        <strong
          data-standing-label
          data-now={texts.standings.now}
          data-next={texts.standings.next}
          data-later={texts.standings.later}
          data-past={texts.standings.past}
        >
          {texts.standings[state]}
        </strong>{' '}
        {round(time.round)} · {spanInWords(time, locale)}
      </p>
      <h2 class="seat__table">{seat.table === null ? noTable : table(seat.table)}</h2>
      {changed !== null && state !== 'past' && <p class="seat__changed">{changed}</p>}
      {seat.questions.map((question) => (
        <p key={question} class="seat__question" lang="sv">
          {question}
        </p>
      ))}
      {seat.table !== null && <Mates seat={seat} locale={locale} />}
    </section>
  )
}

function Mates({ seat, locale }: { readonly seat: RoundSeat; readonly locale: Locale }) {
  const { seat: texts } = textsIn(locale)
  return (
    <details class="disclosure" id={`bord-${seat.time.round}`}>
      <summary>{texts.mates}</summary>
      <ul class="plain-list seat__mates">
        {seat.host && (
          <li>
            <bdi>{participantInWords(seat.host)}</bdi> ({texts.host.toLowerCase()})
          </li>
        )}
        {seat.mates.map((mate) => (
          <li key={mate.id}>
            <bdi>{participantInWords(mate)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}

function standingOf(
  time: RoundTime,
  { current, next }: ReturnType<typeof standing>,
  now: Date,
): 'now' | 'next' | 'later' | 'past' {
  if (time.round === current?.round) return 'now'
  if (time.round === next?.round) return 'next'
  return time.endsAt <= now ? 'past' : 'later'
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrCode(text)
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path class="qr__paper" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr__ink" d={path} />
    </svg>
  )
}

import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Findings, Figures } from './board-figures.tsx'
import { Told, UnderWay, StartRun } from './board-forms.tsx'
import { MoveForm } from './move-form.tsx'
import { roundView, type Chip, type RoundView, type TableView } from './board-view.ts'
import type { ColourBy } from './people.ts'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'
import { RoundTabs } from './round-tabs.tsx'
import type { ComponentChildren } from 'preact'
import { EventLink } from './event-link.tsx'

/** How the board is looked at. */
export interface Look {
  readonly round: number
  readonly by: ColourBy
  /** Who is about to be moved. */
  readonly person: string | null
  readonly locale: Locale
}

export interface BoardPageProps {
  readonly board: Board
  readonly look: Look
  readonly now: Date
  /** What came of what was just done. */
  readonly news: ComponentChildren
}

/** The board: who sits where in a round, what that achieves, and all that can be done about it. */
export function BoardPage(props: BoardPageProps) {
  const { board, look } = props
  const { locale } = look
  const { board: texts } = textsIn(locale)
  const at = { event: board.event.id }
  return (
    <Page>
      <PageTitle
        eyebrow={<EventLink event={board.event} locale={locale} />}
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            <LinkButton variant="secondary" href={addressOf('seatRules', locale, at)}>
              {texts.rules}
            </LinkButton>
            <LinkButton variant="secondary" href={addressOf('seatPrint', locale, at)}>
              {texts.print}
            </LinkButton>
            <LinkButton variant="secondary" href={addressOf('seatVersions', locale, at)}>
              {texts.versions}
            </LinkButton>
          </>
        }
      />
      <BoardRegion {...props} />
    </Page>
  )
}

/** The part of the page that a script renews in place. */
function BoardRegion({ board, look, now, news }: BoardPageProps) {
  const { locale } = look
  const { board: texts } = textsIn(locale)
  const { run, latest } = board
  const isUnderWay = run?.endedAt === null
  const view = roundView(board, look.round, look.by, locale)
  return (
    <div
      id="placeringen"
      class="seats"
      data-seats
      data-version={latest?.version ?? 0}
      data-state={addressOf('seatState', locale, { event: board.event.id })}
      data-refresh={isUnderWay ? '' : undefined}
    >
      {news}
      <News href={addressOf('seats', locale, { event: board.event.id })} locale={locale} />
      <Findings board={board} locale={locale} />
      {isUnderWay ? <UnderWay board={board} look={look} now={now} /> : <StartRun board={board} look={look} />}
      <Nothing board={board} locale={locale} />
      {board.problem.tables.length > 0 && <RoundTabs board={board} look={look} />}
      {!isUnderWay && <MoveForm board={board} look={look} />}
      <RoundOfTables view={view} look={look} isFixed={isUnderWay} board={board} />
      {latest && !isUnderWay && (
        <p class="source">
          {texts.version(latest.version, formatMoment(latest.savedAt, locale), latest.savedBy)}
        </p>
      )}
      <Figures board={board} locale={locale} />
      {!isUnderWay && <Told board={board} locale={locale} />}
    </div>
  )
}

/** Shown by the script when somebody else has saved. */
function News({ href, locale }: { readonly href: string; readonly locale: Locale }) {
  const { overtaken } = textsIn(locale)
  return (
    <div data-seats-news hidden>
      <Notice tone="warning">
        <p>
          {overtaken.news} <a href={href}>{overtaken.show}</a>
        </p>
      </Notice>
    </div>
  )
}

/** Why there is nothing to see. */
function Nothing({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { board: texts } = textsIn(locale)
  const { problem, latest, run, event } = board
  const to = (page: 'planTables' | 'planProgramme' | 'participants', sentence: string) => (
    <p>
      {sentence} <a href={addressOf(page, locale, { event: event.id })}>{texts.goTo[page]}</a>
    </p>
  )
  if (problem.tables.length === 0) return to('planTables', texts.noTables)
  if (problem.rounds === 0) return to('planProgramme', texts.noRounds)
  if (problem.people.length === 0) return to('participants', texts.nobody)
  return latest || run?.endedAt === null ? null : <p class="empty">{texts.none}</p>
}

interface RoundProps {
  readonly view: RoundView
  readonly board: Board
  readonly look: Look
  /** Nobody can be moved now. */
  readonly isFixed: boolean
}

function RoundOfTables({ view, board, look, isFixed }: RoundProps) {
  const { board: texts } = textsIn(look.locale)
  const shared = { look, isFixed, event: board.event.id }
  return (
    <div class="seat-tables" role="group" aria-label={texts.region}>
      {view.tables.map((table) => (
        <TableCard key={table.id} table={table} {...shared} />
      ))}
      {view.unseated.length > 0 && (
        <section class="seat-table seat-table--none" aria-label={texts.unseated}>
          <h3>{texts.unseated}</h3>
          <Chips chips={view.unseated} {...shared} />
        </section>
      )}
    </div>
  )
}

interface CardProps {
  readonly look: Look
  readonly isFixed: boolean
  readonly event: string
}

function TableCard({ table, ...shared }: CardProps & { readonly table: TableView }) {
  const { board: texts } = textsIn(shared.look.locale)
  const { id, isOpen, chips, min, max, amiss } = table
  return (
    <section
      class={`seat-table${amiss.length > 0 ? ' seat-table--amiss' : ''}`}
      aria-label={texts.table(id)}
      data-table={isOpen && !shared.isFixed ? id : undefined}
    >
      <h3>
        {texts.table(id)} <span class="source">{isOpen && texts.size(chips.length, min, max)}</span>
      </h3>
      {!isOpen && <p class="empty">{texts.closed}</p>}
      {isOpen && chips.length === 0 && <p class="empty">{texts.empty}</p>}
      <Chips chips={chips} {...shared} />
      {amiss.length > 0 && (
        <ul class="seat-amiss">
          {amiss.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Chips({ chips, look, isFixed, event }: CardProps & { readonly chips: readonly Chip[] }) {
  if (chips.length === 0) return null
  return (
    <ul class="seat-chips">
      {chips.map((chip) => (
        <ChipItem key={chip.id} chip={chip} look={look} isFixed={isFixed} event={event} />
      ))}
    </ul>
  )
}

function ChipItem({ chip, look, isFixed, event }: CardProps & { readonly chip: Chip }) {
  const { board: texts } = textsIn(look.locale)
  const { id, name, organisation, sign, isHost, isPinned, isAmiss } = chip
  const query = new URLSearchParams({ runda: String(look.round + 1), farg: look.by, person: id })
  const inside = (
    <>
      <span class="seat-code" data-look={sign.look ?? undefined} title={sign.name}>
        {sign.code}
      </span>
      <span class="seat-who">
        <bdi class="seat-name">{name}</bdi>
        <span class="seat-of">
          <bdi>{organisation}</bdi>
          {isHost && <span class="seat-mark"> · {texts.host}</span>}
          {isPinned && <span class="seat-mark"> · {texts.pinned}</span>}
          {isAmiss && <span class="seat-mark seat-mark--amiss"> · {texts.amiss}</span>}
        </span>
      </span>
    </>
  )
  const className = isAmiss ? 'seat-chip seat-chip--amiss' : 'seat-chip'
  return isFixed ? (
    <li class={className}>{inside}</li>
  ) : (
    <li class={className} data-person={id}>
      <a
        id={`plats-${id}`}
        href={`${addressOf('seats', look.locale, { event })}?${query.toString()}#flytta`}
        aria-current={look.person === id ? 'true' : undefined}
      >
        {inside}
      </a>
    </li>
  )
}

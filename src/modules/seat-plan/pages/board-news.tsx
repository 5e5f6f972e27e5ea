import { seatingTexts, type Explanation } from '#modules/seating'
import type { Locale } from '#platform/values/locale.ts'
import { formatChange } from '#platform/values/numbers.ts'
import { Notice } from '#ui/notice.tsx'
import { movesBetween, type SeatChange, type SeatMove } from '../core/change.ts'
import type { PlanVersion } from '../core/version.ts'
import type { Board } from './read-board.ts'
import { textsIn, type Texts } from './texts.ts'

/** What was just done, by the word in the address. */
export const doings = ['saved', 'joined', 'restored', 'told', 'kept'] as const
export type Doing = (typeof doings)[number]

/** What came of a change: the figures that are others now, the rules that it broke and those that it mended. */
export function DoneNews({
  board,
  did,
  locale,
}: {
  readonly board: Board
  readonly did: Doing
  readonly locale: Locale
}) {
  const { latest, explanation, explainedBefore } = board
  if (!latest) return null
  const { after: texts } = textsIn(locale)
  const { made, version } = latest
  if (did === 'told')
    return (
      <Notice tone="success" live>
        <p>{texts.told}</p>
      </Notice>
    )
  return (
    <Notice tone="success" live>
      <p>
        {texts.saved(version)} {did === 'joined' && texts.joined}
        {made.by === 'restored' && texts.restored(made.version)}
      </p>
      {explainedBefore && (
        <Difference board={board} now={explanation} then={explainedBefore} locale={locale} />
      )}
    </Notice>
  )
}

function Difference({
  board,
  now,
  then,
  locale,
}: {
  readonly board: Board
  readonly now: Explanation
  readonly then: Explanation
  readonly locale: Locale
}) {
  const { after: texts, figures } = textsIn(locale)
  const sentences = (one: Explanation) =>
    one.unmet.map((unmet) => seatingTexts(locale).unmet(unmet, board.called.names))
  const [isNow, was] = [sentences(now), sentences(then)]
  const broke = isNow.filter((sentence) => !was.includes(sentence))
  const mended = was.filter((sentence) => !isNow.includes(sentence))
  const numbers = (
    [
      [figures.meetings, now.figures.meetings - then.figures.meetings],
      [figures.organisations, now.figures.organisationMeetings - then.figures.organisationMeetings],
      [figures.wishes, now.figures.wishes - then.figures.wishes],
    ] as const
  ).filter(([, change]) => change !== 0)
  if (numbers.length + broke.length + mended.length === 0) return <p>{texts.same}</p>
  return (
    <>
      {numbers.length > 0 && (
        <ul>
          {numbers.map(([what, change]) => (
            <li key={what}>
              {what}: {formatChange(change, locale)}
            </li>
          ))}
        </ul>
      )}
      <Broken title={texts.broke} sentences={broke} locale={locale} />
      <Broken title={texts.mended} sentences={mended} locale={locale} />
    </>
  )
}

/** More would be a page of its own. */
const mostShown = 8

function Broken({
  title,
  sentences,
  locale,
}: {
  readonly title: string
  readonly sentences: readonly string[]
  readonly locale: Locale
}) {
  if (sentences.length === 0) return null
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {sentences.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {sentences.length > mostShown && <li>{textsIn(locale).moves.more(sentences.length - mostShown)}</li>}
      </ul>
    </>
  )
}

/** Nothing was done, and why. */
export function RefusedNews({ why, locale }: { readonly why: string; readonly locale: Locale }) {
  const { refusals } = textsIn(locale)
  const text = Object.hasOwn(refusals, why) ? refusals[why as keyof Texts['refusals']] : refusals['no-change']
  return (
    <Notice tone="danger" title={refusals.title} live>
      <p>{text}</p>
    </Notice>
  )
}

/** Somebody else was first: what they did, and what was wanted here. */
export function OvertakenNews({
  board,
  seen,
  wanted,
  locale,
}: {
  readonly board: Board
  /** The version that whoever is told this had before them. */
  readonly seen: PlanVersion | undefined
  readonly wanted: SeatChange | null
  readonly locale: Locale
}) {
  const { overtaken: texts } = textsIn(locale)
  const { latest } = board
  if (!latest) return null
  return (
    <Notice tone="danger" title={texts.title} live>
      <p>{texts.lead(latest.version, latest.savedBy)}</p>
      <p>
        <strong>{texts.theirs}</strong>
      </p>
      <MoveList moves={movesBetween(seen?.rounds ?? [], latest.rounds)} board={board} locale={locale} />
      <p>
        <strong>{texts.yours}</strong> {wantedInWords(wanted, board, locale)}
      </p>
      <p>{texts.again}</p>
    </Notice>
  )
}

function wantedInWords(wanted: SeatChange | null, { called }: Board, locale: Locale): string {
  const { mine } = textsIn(locale).overtaken
  if (wanted === null) return mine.other
  const { person } = called.names
  const round = wanted.round + 1
  switch (wanted.do) {
    case 'move':
      return mine.move(person(wanted.person), round, wanted.table)
    case 'swap':
      return mine.swap(person(wanted.person), person(wanted.other), round)
    case 'free':
      return mine.free(person(wanted.person), round)
  }
}

/** Who sits elsewhere, one a line. */
export function MoveList({
  moves,
  board,
  locale,
  most = mostShown,
}: {
  readonly moves: readonly SeatMove[]
  readonly board: Pick<Board, 'called'>
  readonly locale: Locale
  readonly most?: number
}) {
  const { moves: texts } = textsIn(locale)
  return (
    <ul>
      {moves.slice(0, most).map(({ person, round, from, to }) => (
        <li key={`${person} ${round}`}>
          {texts.one(board.called.names.person(person), round + 1, from, to)}
        </li>
      ))}
      {moves.length > most && <li>{texts.more(moves.length - most)}</li>}
    </ul>
  )
}

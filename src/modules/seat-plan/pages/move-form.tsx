import { participantInWords } from '#modules/roundtable'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { FormActions, Hidden } from '#ui/form.tsx'
import { seatOf } from '../core/change.ts'
import type { Look } from './board-page.tsx'
import { versionToUndoTo, type Board } from './read-board.ts'
import { textsIn } from './texts.ts'

/** Moves somebody, without a mouse and without a script too. */
export function MoveForm({ board, look }: { readonly board: Board; readonly look: Look }) {
  const { problem, latest, event, seats } = board
  const { locale, round, person } = look
  const { move: texts } = textsIn(locale)
  if (Math.min(problem.people.length, problem.tables.length, problem.rounds) === 0) return null
  const action = addressOf('seats', locale, { event: event.id })
  const isPinned = latest?.made.pins?.some((pin) => pin.person === person && pin.round === round) === true
  return (
    <section class="seat-move" id="flytta" aria-label={texts.title}>
      <h2 class="seat-move__title">{texts.title}</h2>
      <p class="hint">{texts.hint}</p>
      <form class="seat-move__form" method="post" action={action} noValidate data-seats-form>
        <Hidden name="version" value={String(latest?.version ?? 0)} />
        <Hidden name="round" value={String(round)} />
        <Hidden name="farg" value={look.by} />
        <SelectField
          name="person"
          label={texts.person}
          empty={texts.choose}
          value={person ?? undefined}
          options={peopleBySeat(board, look)}
        />
        <SelectField
          name="table"
          label={texts.toTable}
          empty={texts.choose}
          options={problem.tables
            .filter(({ closed = [] }) => !closed.includes(round))
            .map(({ id, max }) => ({
              value: id,
              label: texts.tableOption(id, seats[round]?.[id]?.length ?? 0, max),
            }))}
        />
        <SelectField
          name="other"
          label={texts.orSwap}
          empty={texts.choose}
          options={peopleBySeat(board, look)}
        />
        <FormActions>
          <Button name="do" value="move">
            {texts.move}
          </Button>
          {isPinned && (
            <Button variant="secondary" name="do" value="free">
              {texts.free}
            </Button>
          )}
        </FormActions>
        {isPinned && <p class="hint">{texts.freeHint}</p>}
      </form>
      <Undo board={board} look={look} />
    </section>
  )
}

/** Takes the last change back, as a new version. */
function Undo({ board: { latest, event }, look }: { readonly board: Board; readonly look: Look }) {
  if (!latest || versionToUndoTo(latest) === undefined) return null
  const { move: texts } = textsIn(look.locale)
  return (
    <form method="post" action={addressOf('seats', look.locale, { event: event.id })} data-seats-form>
      <Hidden name="version" value={String(latest.version)} />
      <Hidden name="round" value={String(look.round)} />
      <Hidden name="farg" value={look.by} />
      <Button variant="tertiary" name="do" value="undo">
        {texts.undo}
      </Button>
    </form>
  )
}

/** Everybody who is there in the round, by where they sit. */
function peopleBySeat({ problem, seats, called }: Board, { round, locale }: Look) {
  const { move: texts } = textsIn(locale)
  const there = problem.people.filter(
    ({ from = 0, until = Number.POSITIVE_INFINITY }) => round >= from && round < until,
  )
  const optionsAt = (table: string | null) =>
    there
      .filter(({ id }) => seatOf(seats, id, round) === table)
      .map(({ id }) => {
        const one = called.person(id)
        return { value: id, label: one ? participantInWords(one) : id }
      })
  return [...problem.tables.map(({ id }) => id), null]
    .map((table) => ({
      label: table === null ? texts.noSeat : texts.atTable(table),
      options: optionsAt(table),
    }))
    .filter(({ options }) => options.length > 0)
}

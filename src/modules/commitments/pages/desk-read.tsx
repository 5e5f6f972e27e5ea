import type { VNode } from 'preact'
import { inTransaction, type Visit } from '#modules/accounts'
import { frameworkOf, numbered } from '#modules/programme'
import {
  participantsOf,
  questionsOf,
  seatPlanOf,
  tableOf,
  type Event,
  type Question,
} from '#modules/roundtable'
import { topicsOf } from '#modules/routing'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { commitmentsIn } from '../commitment-store.ts'
import { inOrder, saidIn, type Note } from '../core/note.ts'
import { isAtTable, maySumUp } from '../core/policy.ts'
import { nextThemes, notesOf, tableHere } from '../note-store.ts'
import { summaryOf } from '../summary-store.ts'
import { Desk, type DeskProps } from './desk.tsx'
import type { DeskForms } from './desk-forms.tsx'
import { textsIn } from './texts.ts'
import { organisationsOf } from './words.ts'

/** How long a promise is usually given: until a quarter of a year has gone. */
const usualDays = 90

/**
 * The notes of a host's table in a round, for whoever frames them on the host's page; `visit` carries the key. Null for
 * somebody who is host of no such table.
 */
export async function hostNotes(
  visit: Visit,
  event: Event,
  table: string,
  round: number,
): Promise<VNode | null> {
  const at = await inTransaction(visit, tableHere)
  if (at?.event !== event.id || at.table !== table) return null
  // The frame stands at the host's page, and the pages of the notes beside it.
  const beside = { sv: { note: 'anteckning', notes: 'anteckningar' }, en: { note: 'note', notes: 'notes' } }
  const { note, notes } = beside[visit.locale]
  return deskFor(visit, event, {
    table,
    round,
    sent: null,
    hand: null,
    isSaved: false,
    newHref: notes,
    action: notes,
    noteHref: (id) => `${note}/${id}`,
  })
}

interface Shown extends Pick<DeskProps, 'isSaved' | 'newHref' | 'noteHref'> {
  readonly action: string
  readonly table: string
  readonly round: number
  readonly sent: DeskForms['sent']
  /** The id of the note in hand. */
  readonly hand: string | null
}

/** What a table has noted and the forms for more; a sentence where nothing is noted now. */
export async function deskFor(visit: Visit, event: Event, shown: Shown): Promise<VNode> {
  const { locale, now } = visit
  const { desk: texts } = textsIn(locale)
  return inTransaction(visit, async (tx) => {
    if ((await summaryOf(tx, event.id))?.sentAt) return <p class="empty">{texts.done}</p>
    const isOpen = isAtTable(event, dayOf(now)) || (maySumUp(visit.actor) && dayOf(now) >= event.onDay)
    if (!isOpen)
      return (
        <p class="empty">
          {texts.closedTitle}. {texts.closed(formatDay(event.onDay, locale))}
        </p>
      )
    const commitments = await commitmentsIn(tx, { event: event.id, table: shown.table })
    const notes = await notesOf(tx, event.id, shown.table)
    const { isSaved, newHref, noteHref, table } = shown
    return (
      <Desk
        desk={await formsIn(tx, visit, event, { ...shown, hand: handIn(notes, shown.hand) })}
        place={`${event.id}/${table}`}
        notes={notes}
        commitments={commitments}
        themes={(await nextThemes(tx, event.id)).filter((theme) => theme.table === table)}
        organisations={await organisationsOf(tx, commitments)}
        {...{ isSaved, newHref, noteHref }}
      />
    )
  })
}

function handIn(notes: readonly Note[], id: string | null): DeskForms['hand'] {
  const note = notes.find((one) => one.id === id)
  const said = note && saidIn(note)
  return note && said ? { note, said, turn: inOrder(note.texts)[0]?.turn ?? 1 } : null
}

async function formsIn(
  tx: Tx,
  { locale }: Visit,
  { id, onDay }: Event,
  { table, round, sent, hand, action }: Omit<Shown, 'hand'> & Pick<DeskForms, 'hand'>,
): Promise<DeskForms> {
  const people = (await participantsOf(tx, id)).filter(({ state }) => state === 'yes')
  const plan = await seatPlanOf(tx, id)
  const isSeated = (participant: string) =>
    plan !== undefined && tableOf(plan.rounds, participant, round) === table
  const { interventions } = await frameworkOf(tx)
  return {
    locale,
    round,
    sent,
    hand,
    onDay,
    usualDay: addDays(onDay, usualDays),
    questions: questionsAt(await questionsOf(tx, id), table, hand?.note.round ?? round),
    seated: people.filter((one) => isSeated(one.id)),
    others: people.filter((one) => !isSeated(one.id)),
    interventions: interventions
      .filter(({ retiredAt }) => retiredAt === null)
      .map((one) => ({ value: one.id, label: numbered(one, locale) })),
    topics: (await topicsOf(tx)).map((topic) => ({ value: topic.id, label: inLocale(topic.name, locale) })),
    newId: () => crypto.randomUUID(),
    action,
  }
}

/** What is asked at a table, that of the round first: a note may also be of another. */
function questionsAt(questions: readonly Question[], table: string, round: number): readonly Question[] {
  const here = questions.filter(({ tableId }) => tableId === null || tableId === table)
  const isNow = (question: Question) => question.round === null || question.round === round
  return [...here.filter(isNow), ...here.filter((question) => !isNow(question))]
}

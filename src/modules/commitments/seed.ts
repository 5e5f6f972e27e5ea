import { randomUUID } from 'node:crypto'
import { plantEvent } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, endOfDay } from '#platform/values/dates.ts'
import { receiverFacts } from './actions/keep-sent.ts'
import type { Commitment, CommitmentState } from './core/commitment.ts'
import { HeldFile } from './core/held-file.ts'
import { returnDays } from './core/ladder.ts'
import { returnedOn } from './core/returned.ts'
import type { Point } from './core/summary.ts'

interface Planter {
  readonly networkId: string
  readonly now: Date
  readonly secret: string
}
type Met = Parameters<typeof plantEvent>[3]

interface Planted extends Planter {
  readonly event: { readonly id: string; readonly title: string; readonly onDay: string }
  readonly people: ReadonlyMap<
    string,
    { id: string; kind: Commitment['promiserKind']; organisation: string; municipality: string | null }
  >
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  readonly notes: string[]
}

/** Writes an event that was held half a year ago: what was noted, summed up, promised, kept and not. */
export async function plantCommitments(tx: Tx, planter: Planter, file: unknown, met: Met): Promise<void> {
  const held = HeldFile.parse(file)
  await plantEvent(tx, planter, held.event, met)
  const planted = await foundEvent(tx, planter, held.event.title)
  await plantNotes(tx, planted, held)
  const points = await plantSummary(tx, planted, held)
  const commitments: Planting[] = []
  for (const one of held.commitments) commitments.push(await plantCommitment(tx, planted, one))
  for (const days of returnDays) await plantReturn(tx, planted, days, { points, commitments })
  await plantTold(tx, planted)
}

async function foundEvent(tx: Tx, planter: Planter, title: string): Promise<Planted> {
  const { networkId } = planter
  const event = await tx
    .selectFrom('event')
    .select(['id', 'title', 'onDay'])
    .where('networkId', '=', networkId)
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('event')
    .set({ heldAt: endOfDay(event.onDay) })
    .where('id', '=', event.id)
    .execute()
  const people = await tx
    .selectFrom('participant')
    .select(['id', 'kind', 'name', 'organisation', 'municipality'])
    .where('eventId', '=', event.id)
    .execute()
  const questions = await tx
    .selectFrom('eventQuestion')
    .select(['id', 'text'])
    .where('eventId', '=', event.id)
    .orderBy('position')
    .execute()
  return { ...planter, event, people: new Map(people.map((one) => [one.name, one])), questions, notes: [] }
}

async function plantNotes(tx: Tx, planted: Planted, { notes, themes }: HeldFile): Promise<void> {
  const { networkId, event, questions } = planted
  const at = endOfDay(event.onDay)
  for (const { table, question, voice, texts } of notes) {
    const id = randomUUID()
    planted.notes.push(id)
    const questionId = questions[question - 1]?.id ?? null
    await tx
      .insertInto('tableNote')
      .values({
        networkId,
        eventId: event.id,
        id,
        tableId: table,
        round: question - 1,
        questionId,
        begunAt: at,
      })
      .execute()
    await tx
      .insertInto('noteText')
      .values(
        texts.map((text, before) => ({
          networkId,
          noteId: id,
          id: randomUUID(),
          turn: before + 1,
          voice,
          text,
          writtenAt: at,
          receivedAt: at,
        })),
      )
      .execute()
  }
  for (const { text, table, note } of themes)
    await tx
      .insertInto('nextTheme')
      .values({
        networkId,
        id: randomUUID(),
        eventId: event.id,
        tableId: table,
        noteId: planted.notes[note - 1] ?? null,
        text,
        at,
        isExample: true,
      })
      .execute()
}

async function plantSummary(tx: Tx, planted: Planted, held: HeldFile): Promise<readonly Point[]> {
  const { networkId, event, questions } = planted
  const at = endOfDay(addDays(event.onDay, 9))
  await tx
    .insertInto('eventSummary')
    .values({ networkId, eventId: event.id, version: 1, intro: held.intro, savedAt: at, sentAt: at })
    .execute()
  const points = held.points.map(({ notes, fate, fateText }): Point => {
    const note = held.notes[(notes[0] ?? 1) - 1]
    return {
      id: randomUUID(),
      question: questions[(note?.question ?? 1) - 1]?.text ?? null,
      text: note?.texts.at(-1) ?? '',
      fate,
      fateText,
      notes: notes.map((number) => planted.notes[number - 1] ?? ''),
    }
  })
  await tx
    .insertInto('eventPoint')
    .values(
      points.map(({ question, notes, ...point }, position) => ({
        ...point,
        networkId,
        eventId: event.id,
        questionId: questions.find(({ text }) => text === question)?.id ?? null,
        notes: [...notes],
        position,
      })),
    )
    .execute()
  return points
}

interface Planting {
  readonly commitment: Commitment
  readonly endedAfter: number
}

function called(people: Planted['people'], name: string) {
  const one = people.get(name)
  if (!one) throw new Error(`nobody is called ${name}`)
  return one
}

async function plantCommitment(
  tx: Tx,
  planted: Planted,
  one: HeldFile['commitments'][number],
): Promise<Planting> {
  const { networkId, event, people, notes } = planted
  const promiser = called(people, one.by)
  const receiver = receiverFacts(one.to === null ? null : called(people, one.to))
  const at = endOfDay(event.onDay)
  const endedAt = one.ending === null ? null : endOfDay(addDays(event.onDay, one.endedAfter))
  const commitment = {
    id: randomUUID(),
    promiserId: promiser.id,
    promiserKind: promiser.kind,
    ...receiver,
    municipality: promiser.kind === 'leadership' ? promiser.municipality : null,
    shownName: promiser.kind === 'company' ? '' : promiser.organisation,
    what: one.what,
    byDay: addDays(event.onDay, one.days),
    isPublic: one.isPublic,
    state: one.ending ?? ('confirmed' as const),
    because: one.because,
    notedAt: at,
    confirmedAt: at,
    settledAt: endedAt,
    isExample: true,
  }
  await tx
    .insertInto('commitment')
    .values({
      ...commitment,
      networkId,
      eventId: event.id,
      tableId: one.table,
      noteId: one.note === undefined ? null : (notes[one.note - 1] ?? null),
      interventionId: one.intervention,
    })
    .execute()
  await plantActs(tx, { networkId, commitmentId: commitment.id }, one, { at, endedAt })
  return {
    commitment: { ...commitment, event, intervention: one.intervention, activity: null },
    endedAfter: one.endedAfter,
  }
}

async function plantActs(
  tx: Tx,
  place: { readonly networkId: string; readonly commitmentId: string },
  one: HeldFile['commitments'][number],
  { at, endedAt }: { readonly at: Date; readonly endedAt: Date | null },
): Promise<void> {
  await tx
    .insertInto('commitmentAct')
    .values(
      [
        { number: 1, did: 'noted' as const, side: 'host' as const, at },
        { number: 2, did: 'confirmed' as const, side: 'promiser' as const, at },
        ...(one.ending && endedAt
          ? [{ number: 3, did: one.ending, side: 'receiver' as const, text: one.because, at: endedAt }]
          : []),
      ].map((act) => ({ ...act, ...place, dayBefore: null, dayAfter: null })),
    )
    .execute()
}

/** What was told after so many days: what had not ended by then was under way. */
async function plantReturn(
  tx: Tx,
  { networkId, event }: Planted,
  days: (typeof returnDays)[number],
  known: { readonly points: readonly Point[]; readonly commitments: readonly Planting[] },
): Promise<void> {
  const then = known.commitments.map(({ commitment, endedAfter }): Commitment => {
    const isOver = commitment.settledAt !== null && endedAfter <= days
    return isOver ? commitment : { ...commitment, state: 'confirmed', because: '', settledAt: null }
  })
  const inner = Map.groupBy(
    then.filter(({ isPublic }) => !isPublic),
    ({ state }): CommitmentState => state,
  )
  const content = returnedOn(addDays(event.onDay, days), {
    points: known.points,
    commitments: then,
    inner: [...inner].map(([state, of]) => ({ state, count: of.length })),
  })
  const madeAt = endOfDay(addDays(event.onDay, days))
  await tx
    .insertInto('eventReturn')
    .values({ networkId, eventId: event.id, days, content: JSON.stringify(content), madeAt })
    .execute()
}

/** Nobody is written to of an event that never was. */
async function plantTold(tx: Tx, { networkId, people, now }: Planted): Promise<void> {
  const told = ['summary', 'return-30', 'return-90', 'return-180'] as const
  const letters = [...people.values()].flatMap(({ id: participantId }) =>
    told.map((occasion) => ({ participantId, occasion })),
  )
  await tx
    .insertInto('participantLetter')
    .values(letters.map((one) => ({ ...one, networkId, sentAt: now, sentBy: null })))
    .execute()
}

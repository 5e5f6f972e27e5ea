import { actorWith, municipalitiesAs, ownAddress, type Actor } from '#modules/accounts'
import * as mail from '#modules/mail'
import { cellGrid, vocabularyOf, type CellGrid, type Vocabulary } from '#modules/programme'
import type { Clock } from '#platform/clock.ts'
import { inScope, type Database, type Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import { isAwaited } from '../core/answer.ts'
import { reminderOn, type Occasion } from '../core/letters.ts'
import type { Round } from '../core/round.ts'
import * as store from '../store.ts'
import type { RoundPlace } from '../store.ts'

/** What an officer is told: of which round, why now, and how their municipalities stand. */
export interface LetterOfRound {
  readonly round: Round
  readonly occasion: Occasion
  readonly name: string
  /** A column of the matrix for each municipality that has not answered. */
  readonly columns: readonly CellGrid[]
  readonly vocabulary: Vocabulary
  readonly now: Date
}

/** What the coordinator is told when the last day has passed: who has not answered. */
export interface LetterOfSilence {
  readonly round: Round
  readonly name: string
  readonly silent: readonly string[]
}

interface Written {
  readonly subject: string
  readonly body: string
}

export interface TellParts {
  readonly db: Database
  readonly queueDb: Database
  readonly clock: Clock
  readonly write: {
    readonly toOfficer: (letter: LetterOfRound) => Written
    readonly toCoordinator: (letter: LetterOfSilence) => Written
  }
}

/** Writes to every officer of a round that has been opened: one letter each, whatever number of municipalities. */
export async function tellOfRound(parts: TellParts, place: RoundPlace): Promise<void> {
  for (const personId of await store.peopleAs(parts.queueDb, place.networkId, 'officer'))
    await tellOfficer(parts, place, personId, () => 'opened')
}

/** Reminds, for every open round, those officers who have not answered; and tells the coordinator who is late. */
export async function remindOfRounds(parts: TellParts): Promise<void> {
  const today = dayOf(parts.clock())
  for (const place of await store.openRounds(parts.queueDb)) {
    for (const personId of await store.peopleAs(parts.queueDb, place.networkId, 'officer'))
      await tellOfficer(parts, place, personId, (round) => reminderOn(today, round))
    for (const personId of await store.peopleAs(parts.queueDb, place.networkId, 'coordinator'))
      await tellCoordinator(parts, place, personId, (round) => reminderOn(today, round) === 'day-after')
  }
}

async function tellOfficer(
  { db, clock, write }: TellParts,
  place: RoundPlace,
  personId: string,
  occasionOf: (round: Round) => Occasion | null,
): Promise<void> {
  const now = clock()
  await inScope(db, { networkId: place.networkId, personId }, async (tx) => {
    const round = await store.roundWith(tx, place.round)
    const occasion = round && round.frozenAt === null ? occasionOf(round) : null
    const actor = await actorWith(tx, personId)
    if (!round || occasion === null || !actor) return
    const columns = await awaitedColumns(tx, round, actor)
    if (columns.length === 0) return
    if (!(await store.noteLetter(tx, place, { personId, occasion, at: now }))) return
    const vocabulary = await vocabularyOf(tx)
    const letter = { round, occasion, name: actor.name, columns, vocabulary, now }
    await send(tx, place, write.toOfficer(letter), now)
  })
}

async function awaitedColumns(tx: Tx, round: Round, actor: Actor): Promise<readonly CellGrid[]> {
  const answers = await store.answersOf(tx, round.id)
  const codes = municipalitiesAs(actor, 'officer').filter((code) => isAwaited(answers.get(code)))
  const columns: CellGrid[] = []
  for (const municipality of codes) columns.push(await cellGrid(tx, { municipality }))
  return columns
}

async function tellCoordinator(
  { db, clock, write }: TellParts,
  place: RoundPlace,
  personId: string,
  isDue: (round: Round) => boolean,
): Promise<void> {
  const now = clock()
  await inScope(db, { networkId: place.networkId, personId }, async (tx) => {
    const round = await store.roundWith(tx, place.round)
    const actor = await actorWith(tx, personId)
    if (!round || round.frozenAt !== null || !isDue(round) || !actor) return
    const answers = await store.answersOf(tx, round.id)
    const { municipalities } = await cellGrid(tx)
    const silent = municipalities.filter(({ code }) => isAwaited(answers.get(code))).map(({ name }) => name)
    if (silent.length === 0) return
    if (!(await store.noteLetter(tx, place, { personId, occasion: 'silence', at: now }))) return
    await send(tx, place, write.toCoordinator({ round, name: actor.name, silent }), now)
  })
}

async function send(tx: Tx, { networkId }: RoundPlace, letter: Written, now: Date): Promise<void> {
  const to = await ownAddress(tx)
  if (to !== null) await mail.send(tx, { networkId, to, ...letter, holdsSecret: false }, now)
}

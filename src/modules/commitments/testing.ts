import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '../../../tests/database.ts'
import type { PlantedEvent } from '../roundtable/testing.ts'
import { keepSent } from './actions/keep-sent.ts'
import { SentForm, type SentOf } from './core/sent-forms.ts'

/** The day of the planted event, in the middle of it. */
export const theDay = new Date('2026-12-01T09:40:00Z')

/** An intervention that promises can belong to. */
export async function plantIntervention({ ownerDb }: TestDatabase, networkId: string): Promise<string> {
  const text = JSON.stringify({ sv: 'x', en: 'x' })
  await ownerDb.insertInto('goal').values({ networkId, id: 'g', position: 1, name: text, text }).execute()
  await ownerDb
    .insertInto('area')
    .values({ networkId, id: 'a', goalId: 'g', position: 1, name: text, strategy: text })
    .execute()
  const intervention = { networkId, id: 'it', areaId: 'a', number: 1, name: text, text, indicatorIds: [] }
  await ownerDb.insertInto('intervention').values(intervention).execute()
  return 'it'
}

/** What a device at a table sends of a note. */
export function aNote(said: Readonly<Record<string, string>> = {}): SentOf<'note'> {
  const sent = SentForm.parse({
    kind: 'note',
    id: randomUUID(),
    note: randomUUID(),
    turn: '1',
    round: '0',
    voice: 'company',
    text: 'Svetsare saknas',
    ...said,
  })
  if (sent.kind !== 'note') throw new Error('no note')
  return sent
}

/** Ale's leader promises the first company something, unless it is said otherwise. */
export function typedPromise(planted: PlantedEvent, said: Readonly<Record<string, string>> = {}) {
  return {
    kind: 'promise',
    id: randomUUID(),
    promiser: planted.idOf('leader 1'),
    receiver: planted.idOf('company 1'),
    what: 'Öppna en kurs',
    byDay: '2027-01-07',
    isPublic: 'on',
    ...said,
  }
}

export function aPromise(
  planted: PlantedEvent,
  said: Readonly<Record<string, string>> = {},
): SentOf<'promise'> {
  const sent = SentForm.parse(typedPromise(planted, said))
  if (sent.kind !== 'promise') throw new Error('no promise')
  return sent
}

/** Notes a promise at the first table; answers its id. */
export async function noted(
  planted: PlantedEvent,
  said: Readonly<Record<string, string>> = {},
): Promise<string> {
  const promise = aPromise(planted, said)
  const kept = await keepSent(planted.contextOf('host 1', theDay), null, promise)
  if (!kept.ok) throw new Error(kept.refusal)
  return promise.id
}

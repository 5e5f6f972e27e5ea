import type { KeptMatters } from '#modules/routing'
import { desksOf } from '#modules/routing'
import * as store from '../part-store.ts'
import { standingAt } from '../past-store.ts'
import { note, tellReceiver } from './moving.ts'

/** Moves what is under way at a desk that is closed to another one of the same municipality. */
export const moveAll: KeptMatters['moveAll'] = async (tx, { networkId, actor, now }, move) => {
  const { municipality, from, to, reason } = move
  const owner = (await desksOf(tx, municipality)).find(({ id }) => id === to)?.owner ?? null
  for (const name of await standingAt(tx, municipality, from)) {
    const matter = await store.placedMatter(tx, name, 'hold')
    if (!matter) continue
    const moved = { tx, place: { networkId, matter: matter.id }, actor, now, matter, parts: [] }
    await store.changePart(tx, moved.place, municipality, { deskId: to, ownerId: owner })
    await note(moved, { did: 'desk', municipality, concerns: municipality, role: null, desk: to, reason })
    await tellReceiver(moved, municipality)
  }
}

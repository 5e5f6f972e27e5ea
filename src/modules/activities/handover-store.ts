import type { Tx } from '#platform/database/connection.ts'
import type { NamedPerson } from '#modules/programme'
import { personOf } from './store.ts'

/** Something that was passed on, as it is told afterwards. */
export interface Handover {
  readonly id: number
  readonly kind: 'cell' | 'activity'
  readonly thing: string
  /** The municipality's code. */
  readonly municipality: string
  readonly part: 'owner' | 'deputy'
  readonly from: NamedPerson | null
  /** Null where there is nobody yet. */
  readonly to: NamedPerson | null
  readonly reason: string | null
  readonly at: Date
  readonly by: NamedPerson | null
}

function handovers(tx: Tx) {
  return tx
    .selectFrom('handover')
    .leftJoin('person as giver', 'giver.id', 'handover.fromPerson')
    .leftJoin('person as taker', 'taker.id', 'handover.toPerson')
    .leftJoin('person as doer', 'doer.id', 'handover.handedOverBy')
    .select(['handover.id', 'kind', 'thing', 'municipality', 'part', 'fromPerson', 'toPerson', 'reason'])
    .select(['handedOverAt', 'handedOverBy'])
    .select(['giver.name as giverName', 'taker.name as takerName', 'doer.name as doerName'])
    .orderBy('handover.id', 'desc')
}

type HandoverRow = Awaited<ReturnType<ReturnType<typeof handovers>['execute']>>[number]

function handoverOf(row: HandoverRow): Handover {
  const { id, kind, thing, municipality, part, reason } = row
  return {
    id,
    kind,
    thing,
    municipality,
    part,
    reason,
    from: personOf(row.fromPerson, row.giverName),
    to: personOf(row.toPerson, row.takerName),
    at: row.handedOverAt,
    by: personOf(row.handedOverBy, row.doerName),
  }
}

/** All that somebody has passed on, or that was passed on for them, the latest first. */
export async function handoversFrom(tx: Tx, person: string): Promise<readonly Handover[]> {
  return (await handovers(tx).where('fromPerson', '=', person).limit(1000).execute()).map(handoverOf)
}

/** The latest time that the ownership of one thing was passed on; undefined when it never was. */
export async function lastHandover(
  tx: Tx,
  one: Pick<Handover, 'kind' | 'thing' | 'municipality'>,
): Promise<Handover | undefined> {
  const row = await handovers(tx)
    .where('kind', '=', one.kind)
    .where('thing', '=', one.thing)
    .where('municipality', '=', one.municipality)
    .where('part', '=', 'owner')
    .limit(1)
    .executeTakeFirst()
  return row && handoverOf(row)
}

export async function addHandover(
  tx: Tx,
  networkId: string,
  handover: Pick<Handover, 'kind' | 'thing' | 'municipality' | 'part' | 'reason' | 'at'> & {
    readonly from: string
    readonly to: string | null
    readonly by: string
  },
): Promise<void> {
  const { from, to, at, by, ...rest } = handover
  await tx
    .insertInto('handover')
    .values({ networkId, ...rest, fromPerson: from, toPerson: to, handedOverAt: at, handedOverBy: by })
    .execute()
}

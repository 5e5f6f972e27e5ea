import { z } from 'zod'

const Id = z.string().min(1)
const Range = z
  .object({ atLeast: z.number().int().min(0).optional(), atMost: z.number().int().min(0).optional() })
  .readonly()
const kindNames = ['leadership', 'company', 'guest', 'host'] as const

/** What a mix at a table is counted by. */
export const mixes = ['municipality', 'branch', 'size', 'organisation'] as const

/** Something that is demanded of who sits where, as it is stored: people by their ids, kinds by their names. */
export const Demand = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('meet'), people: z.tuple([Id, Id]).readonly() }),
  z.object({ rule: z.literal('apart'), people: z.array(Id).min(2).readonly() }),
  z.object({ rule: z.literal('together'), people: z.array(Id).min(2).readonly() }),
  z.object({ rule: z.literal('colleagues-apart') }),
  /** How often a company sits with its own municipality. */
  z.object({ rule: z.literal('own'), times: Range }),
  z.object({ rule: z.literal('count'), kind: z.enum(kindNames), times: Range }),
  z.object({ rule: z.literal('different'), by: z.enum(mixes), times: Range }),
  z.object({ rule: z.literal('wish'), person: Id, theme: z.string().min(1) }),
])
export type Demand = Readonly<z.infer<typeof Demand>>

/** A demand with its weight, and whose it is and why. */
export interface SeatRule {
  /** Its name for the page and the database. */
  readonly key: string
  readonly demand: Demand
  /** Null is hard. */
  readonly weight: number | null
  readonly reason: string
  readonly owner: string
}

/** Whom a demand names. */
export function peopleOf(demand: Demand): readonly string[] {
  if (demand.rule === 'wish') return [demand.person]
  return 'people' in demand ? demand.people : []
}

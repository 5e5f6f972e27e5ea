import type { Framework } from '#modules/programme'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Adoption } from './adoption.ts'
import { inForceOn, type InForce } from './in-force.ts'
import { standingIn, type InterventionStanding } from './mapping.ts'
import type { MappedTree } from './tree-diff.ts'

/** What of one municipality's programme was in force on a day, and its tree where that is sure. */
export interface AdoptedColumn {
  readonly municipality: { readonly code: string; readonly slug: string; readonly name: string }
  readonly inForce: InForce<Adoption>
  readonly mapped: MappedTree | null
}

/** Which interventions stood in which programme on a day. */
export interface AdoptedGrid {
  readonly day: IsoDay
  readonly interventions: Framework['interventions']
  readonly columns: readonly AdoptedColumn[]
}

/** For each municipality what was in force on a day. */
export function inForceAmong(
  municipalities: readonly AdoptedColumn['municipality'][],
  adoptions: readonly Adoption[],
  day: IsoDay,
): readonly Omit<AdoptedColumn, 'mapped'>[] {
  const byCode = Map.groupBy(adoptions, ({ municipality }) => municipality)
  return municipalities.map((municipality) => ({
    municipality,
    inForce: inForceOn(byCode.get(municipality.code) ?? [], day),
  }))
}

/** How an intervention stood in a municipality's programme. What is not sure is not known. */
export function standingOn({ mapped }: AdoptedColumn, intervention: string): InterventionStanding {
  if (!mapped) return { standing: 'not-known', nodes: [] }
  return standingIn(mapped.tree.nodes, mapped.mappings, intervention)
}

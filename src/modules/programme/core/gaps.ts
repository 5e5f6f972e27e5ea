import type { IsoDay } from '#platform/values/dates.ts'
import { reasonsFor, type DueReason } from './due.ts'
import {
  columnOf,
  type CellGrid,
  type GridEntry,
  type GridIntervention,
  type GridMunicipality,
} from './cell-grid.ts'

/** What is missing from one municipality, for the coordinator to ask about. */
export interface MunicipalityGaps {
  readonly municipality: GridMunicipality
  readonly neverReported: readonly GridEntry[]
  readonly silent: readonly GridEntry[]
  readonly stuck: readonly GridEntry[]
  readonly withoutOwner: readonly GridEntry[]
  /** When anything was last said; null when nothing ever was. */
  readonly lastWord: Date | null
}

export interface Gaps {
  /** Every municipality, those with the most that is missing or silent first. */
  readonly municipalities: readonly MunicipalityGaps[]
  /** Interventions that no municipality has spoken of. */
  readonly untouched: readonly GridIntervention[]
}

/** Where the common picture has holes: who is silent, on what, and which interventions nobody works on. */
export function gapsOf(grid: CellGrid, today: IsoDay): Gaps {
  return {
    municipalities: grid.municipalities
      .map((municipality) => gapsIn(municipality, columnOf(grid, municipality.code), today))
      .toSorted((a, b) => holesIn(b) - holesIn(a)),
    untouched: grid.interventions.filter(({ id }) =>
      grid.entries.every((entry) => entry.intervention.id !== id || entry.cell === null),
    ),
  }
}

function gapsIn(
  municipality: GridMunicipality,
  entries: readonly GridEntry[],
  today: IsoDay,
): MunicipalityGaps {
  const due = (kind: DueReason['kind']) =>
    entries.filter(({ cell }) => reasonsFor(cell, today).some((reason) => reason.kind === kind))
  const words = entries.flatMap(({ cell }) => (cell ? [cell.saidAt] : []))
  return {
    municipality,
    neverReported: due('never-reported'),
    silent: due('silent'),
    stuck: due('stuck'),
    withoutOwner: due('no-owner'),
    lastWord: words.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null,
  }
}

function holesIn({ neverReported, silent }: MunicipalityGaps): number {
  return neverReported.length + silent.length
}

import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import type { Cell, NamedPerson } from './core/cell.ts'
import type { CellGrid, GridEntry } from './core/cell-grid.ts'

/** Which part of the matrix: all of it, one intervention's row, one municipality's column, or one cell. */
export interface GridPart {
  readonly intervention?: string
  /** The municipality's code. */
  readonly municipality?: string
  /** The municipality as its address names it. */
  readonly municipalitySlug?: string
}

/**
 * The matrix or a part of it, in one query: every municipality against every intervention that counts, with the cell
 * where somebody has spoken. A retired intervention is there only when it is asked for by name. Framework and words are
 * those of the moment that the transaction speaks of.
 */
export async function cellGrid(tx: Tx, part: GridPart = {}): Promise<CellGrid> {
  let query = gridRows(tx)
  query =
    part.intervention === undefined
      ? query.where('intervention.retiredAt', 'is', null)
      : query.where('intervention.id', '=', part.intervention)
  if (part.municipality !== undefined) query = query.where('municipality.code', '=', part.municipality)
  if (part.municipalitySlug !== undefined)
    query = query.where('municipality.slug', '=', part.municipalitySlug)
  const entries = (await query.execute()).map(entryOf).toSorted(byPlace)
  return {
    municipalities: distinct(
      entries.map((entry) => entry.municipality),
      ({ code }) => code,
    ),
    interventions: distinct(
      entries.map((entry) => entry.intervention),
      ({ id }) => id,
    ),
    entries,
  }
}

function gridRows(tx: Tx) {
  return tx
    .selectFrom('municipality')
    .innerJoin('interventionThen as intervention', 'intervention.networkId', 'municipality.networkId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('word')
          .selectAll('word')
          .whereRef('word.networkId', '=', 'municipality.networkId')
          .whereRef('word.municipality', '=', 'municipality.code')
          .whereRef('word.interventionId', '=', 'intervention.id')
          .where(sql<boolean>`coalesce(word.handed_over_at, word.said_at) <= as_of()`)
          .orderBy('word.version', 'desc')
          .limit(1)
          .as('cell'),
      (join) => join.onTrue(),
    )
    .leftJoin('person as owner', 'owner.id', 'cell.ownerId')
    .leftJoin('person as deputy', 'deputy.id', 'cell.deputyId')
    .leftJoin('person as speaker', 'speaker.id', 'cell.saidBy')
    .leftJoin('person as passer', 'passer.id', 'cell.handedOverBy')
    .select([
      'municipality.code',
      'municipality.slug',
      'municipality.name',
      'intervention.id as interventionId',
      'intervention.number',
      'intervention.name as interventionName',
      'intervention.retiredAt',
      'cell.status',
      'cell.text',
      'cell.ownerId',
      'owner.name as ownerName',
      'cell.deputyId',
      'deputy.name as deputyName',
      'cell.milestone',
      'cell.milestoneOn',
      'cell.isExample',
      'cell.version',
      'cell.saidAt',
      'cell.saidBy',
      'speaker.name as speakerName',
      'cell.handedOverAt',
      'cell.handedOverBy',
      'passer.name as passerName',
    ])
}

type GridRow = Awaited<ReturnType<ReturnType<typeof gridRows>['execute']>>[number]

function entryOf(row: GridRow): GridEntry {
  return {
    municipality: { code: row.code, slug: row.slug, name: row.name },
    intervention: {
      id: row.interventionId,
      number: row.number,
      name: row.interventionName,
      isRetired: row.retiredAt !== null,
    },
    cell: cellOf(row),
  }
}

function cellOf(row: GridRow): Cell | null {
  const { status, text, version, saidAt } = row
  if (status === null || text === null || version === null || saidAt === null) return null
  return {
    status,
    text,
    version,
    saidAt,
    owner: personOf(row.ownerId, row.ownerName),
    deputy: personOf(row.deputyId, row.deputyName),
    saidBy: personOf(row.saidBy, row.speakerName),
    handedOver: row.handedOverAt && {
      at: row.handedOverAt,
      by: personOf(row.handedOverBy, row.passerName),
    },
    milestone:
      row.milestone !== null && row.milestoneOn !== null
        ? { text: row.milestone, on: row.milestoneOn }
        : null,
    isExample: row.isExample ?? false,
  }
}

function personOf(id: string | null, name: string | null): NamedPerson | null {
  return id === null ? null : { id, name }
}

function byPlace(a: GridEntry, b: GridEntry): number {
  return (
    a.intervention.number - b.intervention.number ||
    bySwedishName(a.intervention.id, b.intervention.id) ||
    bySwedishName(a.municipality.name, b.municipality.name)
  )
}

function distinct<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): readonly Thing[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()]
}

/** A municipality's cells of those interventions, by intervention, retired ones too. */
export async function cellsOf(
  tx: Tx,
  municipality: string,
  interventions: readonly string[],
): Promise<ReadonlyMap<string, GridEntry>> {
  if (interventions.length === 0) return new Map()
  const rows = await gridRows(tx)
    .where('municipality.code', '=', municipality)
    .where('intervention.id', 'in', [...interventions])
    .execute()
  return new Map(rows.map((row) => [row.interventionId, entryOf(row)]))
}

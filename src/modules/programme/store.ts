import { sql } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import type { Cell, NamedPerson, Word } from './core/cell.ts'
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
 * where somebody has spoken. A retired intervention is there only when it is asked for by name. Each cell's latest word
 * until a moment holds: the one given, else the one that the transaction speaks of, else now.
 */
export async function cellGrid(tx: Tx, part: GridPart = {}, at: Date | null = null): Promise<CellGrid> {
  let query = gridRows(tx, at)
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

function gridRows(tx: Tx, at: Date | null) {
  return tx
    .selectFrom('municipality')
    .innerJoin('intervention', 'intervention.networkId', 'municipality.networkId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('word')
          .selectAll('word')
          .whereRef('word.networkId', '=', 'municipality.networkId')
          .whereRef('word.municipality', '=', 'municipality.code')
          .whereRef('word.interventionId', '=', 'intervention.id')
          .where(
            sql<boolean>`word.said_at <= coalesce(
              ${at}::timestamptz, nullif(current_setting('samsyn.as_of', true), '')::timestamptz, 'infinity')`,
          )
          .orderBy('word.version', 'desc')
          .limit(1)
          .as('cell'),
      (join) => join.onTrue(),
    )
    .leftJoin('person as owner', 'owner.id', 'cell.ownerId')
    .leftJoin('person as deputy', 'deputy.id', 'cell.deputyId')
    .leftJoin('person as speaker', 'speaker.id', 'cell.saidBy')
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

/** Where a cell stands in its network. */
export interface CellPlace {
  readonly networkId: string
  readonly municipality: string
  readonly intervention: string
}

/** What a cell says now and in which version; undefined where nobody has spoken. */
export async function latestWord(
  tx: Tx,
  place: CellPlace,
): Promise<{ word: Word; version: number } | undefined> {
  const row = await tx
    .selectFrom('word')
    .select(['status', 'text', 'ownerId', 'deputyId', 'milestone', 'milestoneOn', 'version'])
    .where('networkId', '=', place.networkId)
    .where('municipality', '=', place.municipality)
    .where('interventionId', '=', place.intervention)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, ownerId: owner, deputyId: deputy, ...rest } = row
  return { version, word: { ...rest, owner, deputy } }
}

interface Saying {
  readonly word: Word
  readonly by: string
  readonly at: Date
}

/** Says a word after the one of that version, or the first; false when somebody else did at the same moment. */
export async function addWord(
  tx: Tx,
  place: CellPlace,
  after: number,
  { word, by, at }: Saying,
): Promise<boolean> {
  const { owner, deputy, ...said } = word
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('word')
    .values({
      networkId: place.networkId,
      municipality: place.municipality,
      interventionId: place.intervention,
      version: after + 1,
      ...said,
      ownerId: owner,
      deputyId: deputy,
      // Whatever stood here to show how it works, it is now an officer's own word.
      isExample: false,
      saidAt: at,
      saidBy: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

import type { Tx } from '#platform/database/connection.ts'
import { putCubes, storedCubes } from './cube-store.ts'
import type { Figure } from './core/figure.ts'
import { cubesAfter, movesIn, type Moves } from './core/moves.ts'
import { standingsOf } from './core/standing.ts'
import { addFigures, type SeriesFigure } from './figure-store.ts'
import { cubesOf } from './kept-cubes.ts'
import { putStandings } from './standing-store.ts'
import { addRetrieval, holdFigures, type NewRetrieval } from './store.ts'

/** Figures of one series. */
export interface Batch {
  readonly series: number
  readonly figures: readonly Figure[]
}

/** What a recording brought. */
export interface Recorded {
  /** Null where nothing was new. */
  readonly retrieval: number | null
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** So many figures are written at once: large enough to be fast, small enough to be held. */
const figuresAtOnce = 20_000

/** What figures would bring, without writing anything. */
export async function compareWith(tx: Tx, series: number, figures: readonly Figure[]): Promise<Moves> {
  return movesIn(await cubesOf(tx, [series]), figures)
}

/**
 * Records figures in the caller's transaction: those that differ from what is known are written beside it, and cubes and
 * standings are made to follow. Batches may go on for ever; few of them are held at a time.
 */
export async function record(
  tx: Tx,
  networkId: string,
  retrieval: NewRetrieval,
  batches: Iterable<Batch> | AsyncIterable<Batch>,
): Promise<Recorded> {
  await holdFigures(tx, networkId)
  const recorded = { retrieval: null as number | null, added: 0, changed: 0, same: 0 }
  const retrievalId = async () => (recorded.retrieval ??= await addRetrieval(tx, networkId, retrieval))
  const write = async (group: readonly Batch[]) => {
    const brought = await writeGroup(tx, networkId, group, retrievalId)
    recorded.added += brought.added
    recorded.changed += brought.changed
    recorded.same += brought.same
  }
  let group: Batch[] = []
  let held = 0
  for await (const batch of batches) {
    // A series that comes again is compared with what it has just brought.
    if (held > 0 && (held + batch.figures.length > figuresAtOnce || group.some(isOf(batch.series)))) {
      await write(group)
      group = []
      held = 0
    }
    group.push(batch)
    held += batch.figures.length
  }
  await write(group)
  return recorded
}

function isOf(series: number): (batch: Batch) => boolean {
  return (batch) => batch.series === series
}

async function writeGroup(
  tx: Tx,
  networkId: string,
  group: readonly Batch[],
  retrievalId: () => Promise<number>,
): Promise<Omit<Recorded, 'retrieval'>> {
  const stored = await storedCubes(
    tx,
    group.map(({ series }) => series),
  )
  const known = Map.groupBy(
    stored.map(({ cube }) => cube),
    ({ series }) => series,
  )
  const moves = group.map(({ series, figures }) => ({
    series,
    ...movesIn(known.get(series) ?? [], figures),
  }))
  const sum = (read: (move: Moves) => number) => moves.reduce((total, move) => total + read(move), 0)
  const brought = {
    added: sum(({ added }) => added.length),
    changed: sum(({ changed }) => changed.length),
    same: sum(({ same }) => same),
  }
  if (brought.added + brought.changed === 0) return brought

  const retrieval = await retrievalId()
  const written = moves.map(({ series, added, changed }) => ({
    series,
    figures: [...added, ...changed.map(({ after }) => after)].map((figure): SeriesFigure => ({
      ...figure,
      series,
      retrieval,
    })),
  }))
  await addFigures(
    tx,
    networkId,
    written.flatMap(({ figures }) => figures),
  )
  const cubes = written.flatMap(({ series, figures }) => cubesAfter(series, known.get(series) ?? [], figures))
  await putCubes(tx, networkId, cubes)
  await putStandings(tx, networkId, cubes.flatMap(standingsOf))
  return brought
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Tx } from '#platform/database/connection.ts'
import { turns, type InTurn } from '#platform/database/turns.ts'
import { putCubes, storedCubes } from './cube-store.ts'
import type { Cube } from './core/cube.ts'
import type { Figure } from './core/figure.ts'
import { cubesAfter, movesIn, type Moves } from './core/moves.ts'
import { standingsOf } from './core/standing.ts'
import { figuresToAdd, type SeriesFigure } from './figure-store.ts'
import { cubesOf } from './kept-cubes.ts'
import { standingsToPut } from './standing-store.ts'
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
  const inTurn = turns()
  let begun: Promise<number> | undefined
  const retrievalId = async () => (begun ??= inTurn(async () => addRetrieval(tx, networkId, retrieval)))
  const place = { tx, networkId, inTurn, retrievalId }
  const brought = { added: 0, changed: 0, same: 0 }
  // While the server writes one group, the next is compared and made ready, so that it is never without work.
  const writing: { readonly group: readonly Batch[]; readonly done: Promise<void> }[] = []
  const oldestDone = async () => writing.shift()?.done
  try {
    for await (const group of groupsOf(batches)) {
      while (writing.some((one) => shareSeries(one.group, group))) await oldestDone()
      const compared = await compare(place, group)
      if (writing.length > 1) await oldestDone()
      for (const { added, changed, same } of compared) {
        brought.added += added.length
        brought.changed += changed.length
        brought.same += same
      }
      const done = write(place, compared)
      // Whoever waits for it hears of its failure; until then it is nobody's news.
      done.catch(() => undefined)
      writing.push({ group, done })
    }
    while (writing.length > 0) await oldestDone()
  } finally {
    // Whatever ends it, nothing is still under way in a transaction that is being undone.
    await Promise.allSettled(writing.map(({ done }) => done))
  }
  return { retrieval: begun ? await begun : null, ...brought }
}

function shareSeries(group: readonly Batch[], other: readonly Batch[]): boolean {
  return group.some(({ series }) => other.some(isOf(series)))
}

/** Batches in groups, each of other series: one that comes again is compared with what it has just brought. */
async function* groupsOf(batches: Iterable<Batch> | AsyncIterable<Batch>): AsyncGenerator<readonly Batch[]> {
  let group: Batch[] = []
  let held = 0
  for await (const batch of batches) {
    if (held > 0 && (held + batch.figures.length > figuresAtOnce || group.some(isOf(batch.series)))) {
      yield group
      group = []
      held = 0
    }
    group.push(batch)
    held += batch.figures.length
  }
  yield group
}

function isOf(series: number): (batch: Batch) => boolean {
  return (batch) => batch.series === series
}

/** What a batch brings, beside what was known of its series. */
interface Compared extends Moves {
  readonly series: number
  readonly known: readonly Cube[]
}

/** Where one recording writes, and in whose turn. */
interface Place {
  readonly tx: Tx
  readonly networkId: string
  readonly inTurn: InTurn
  readonly retrievalId: () => Promise<number>
}

async function compare({ tx, inTurn }: Place, group: readonly Batch[]): Promise<readonly Compared[]> {
  const ids = group.map(({ series }) => series)
  const stored = await inTurn(async () => storedCubes(tx, ids))
  const cubes = Map.groupBy(
    stored.map(({ cube }) => cube),
    ({ series }) => series,
  )
  return group.map(({ series, figures }) => {
    const known = cubes.get(series) ?? []
    return { series, known, ...movesIn(known, figures) }
  })
}

async function write(
  { tx, networkId, inTurn, retrievalId }: Place,
  compared: readonly Compared[],
): Promise<void> {
  if (compared.every(({ added, changed }) => added.length + changed.length === 0)) return
  const retrieval = await retrievalId()
  const written = compared.map(({ series, known, added, changed }) => ({
    series,
    known,
    figures: [...added, ...changed.map(({ after }) => after)].map((figure): SeriesFigure => ({
      ...figure,
      series,
      retrieval,
    })),
  }))
  const all = written.flatMap(({ figures }) => figures)
  // What is asked for leaves with the next turn: the server adds figures while cubes are made of them here, and so on.
  await Promise.all([inTurn(figuresToAdd(tx, networkId, all)), nextTurn().then(derive)])

  async function derive(): Promise<void> {
    const cubes = written.flatMap(({ series, known, figures }) => cubesAfter(series, known, figures))
    const stand = async () => inTurn(standingsToPut(tx, networkId, cubes.flatMap(standingsOf)))
    await Promise.all([inTurn(async () => putCubes(tx, networkId, cubes)), nextTurn().then(stand)])
  }
}

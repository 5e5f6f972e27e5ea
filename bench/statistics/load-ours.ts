import { beginSeries, record, type Batch, type Recorded } from '../../src/modules/statistics/index.ts'
import { knownAt } from './answers.ts'
import { figuresOf } from './figures.ts'
import { vintages, type Shape } from './shape.ts'
import type { Stage } from './stage.ts'

/** Which number a KPI's series has, and which KPI a number stands for. */
export interface SeriesNumbers {
  readonly numberOf: (kpi: string) => number
  readonly kpiOf: (series: number) => string
}

export async function beginAll({ asCoordinator, networkId }: Stage, { kpis }: Shape): Promise<SeriesNumbers> {
  const numbers = new Map<string, number>()
  const names = new Map<number, string>()
  await asCoordinator(async (tx) => {
    for (const { kpi, title } of kpis) {
      const { id } = await beginSeries(tx, networkId, { key: `kolada:${kpi}`, title })
      numbers.set(kpi, id)
      names.set(id, kpi)
    }
  })
  return { numberOf: (kpi) => numbers.get(kpi) ?? 0, kpiOf: (series) => names.get(series) ?? '' }
}

export interface Loaded {
  readonly first: Recorded
  /** In seconds: everything for the first time, what it took to make the figures up left out. */
  readonly took: number
  /** A source that comes again with a few figures changed. */
  readonly again: { readonly took: number; readonly changed: number; readonly same: number }
  /** Bytes of memory that the process has when a tenth is recorded, and the most it ever had. */
  readonly memory: { readonly atTenth: number; readonly most: number }
}

/** Records every vintage as the program does, all of one in one transaction, for a coordinator under row-level security. */
export async function loadOurs(stage: Stage, shape: Shape, numbers: SeriesNumbers): Promise<Loaded> {
  const memory = { atTenth: 0, most: 0 }
  const note = (index: number) => {
    const { rss } = process.memoryUsage()
    if (index <= shape.kpis.length / 10) memory.atTenth = Math.max(memory.atTenth, rss)
    memory.most = Math.max(memory.most, rss)
  }
  const { took, ...first } = await recordVintage(stage, shape, numbers, 0, note)
  const again = { took: 0, changed: 0, same: 0 }
  for (const vintage of vintages) {
    const brought = await recordVintage(stage, shape, numbers, vintage, note)
    again.took += brought.took
    again.changed += brought.changed
    again.same += brought.same
  }
  return { first, took, again, memory }
}

async function recordVintage(
  { asCoordinator, networkId }: Stage,
  { kpis, places }: Shape,
  { numberOf }: SeriesNumbers,
  vintage: number,
  note: (index: number) => void,
): Promise<Recorded & { readonly took: number }> {
  const asked = kpis.filter(({ revisedIn }) => vintage === 0 || revisedIn === vintage)
  let madeUp = 0
  function* batches(): Generator<Batch> {
    for (const [index, kpi] of asked.entries()) {
      note(index)
      const from = performance.now()
      const figures = figuresOf(kpi, places, vintage)
      madeUp += performance.now() - from
      yield { series: numberOf(kpi.kpi), figures }
    }
  }
  const from = performance.now()
  const recorded = await asCoordinator(async (tx) =>
    record(tx, networkId, retrievalAt(knownAt(vintage)), batches()),
  )
  return { ...recorded, took: (performance.now() - from - madeUp) / 1000 }
}

export function retrievalAt(moment: Date) {
  return {
    knownAt: moment,
    way: 'kolada',
    sourceId: 'kolada',
    retrievedOn: null,
    byPerson: null,
    confirmedBy: null,
  } as const
}

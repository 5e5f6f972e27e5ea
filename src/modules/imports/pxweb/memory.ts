import { LRUCache } from 'lru-cache'
import type { StatisticsOffice } from './office.ts'

/** While somebody picks, the same table is looked at many times. */
const keptFor = 10 * 60_000
const mostKept = 200

/** The office with a short memory, for pages; what is imported is always asked anew. `now` counts milliseconds. */
export function remembering(office: StatisticsOffice, now: () => number): StatisticsOffice {
  const kept = new LRUCache<string, Promise<unknown>>({
    max: mostKept,
    ttl: keptFor,
    ttlResolution: 0,
    perf: { now },
  })

  async function once<Value>(question: unknown, ask: () => Promise<Value>): Promise<Value> {
    const key = JSON.stringify(question)
    const remembered = kept.get(key) as Promise<Value> | undefined
    if (remembered) return remembered
    const asked = ask()
    kept.set(key, asked)
    try {
      return await asked
    } catch (error) {
      // What failed is asked again by the next who needs it.
      if (kept.peek(key) === asked) kept.delete(key)
      throw error
    }
  }

  return {
    office: office.office,
    limits: (signal) => office.limits(signal),
    tables: (wanted, signal) => once(['tables', wanted], () => office.tables(wanted, signal)),
    table: (id, signal) => once(['table', id], () => office.table(id, signal)),
    codelist: (id, signal) => once(['codelist', id], () => office.codelist(id, signal)),
    async *data(queries, signal) {
      yield* await once(['data', queries], () => allOf(office.data(queries, signal)))
    },
  }
}

async function allOf<Value>(yielded: AsyncIterable<Value>): Promise<readonly Value[]> {
  const values: Value[] = []
  for await (const value of yielded) values.push(value)
  return values
}

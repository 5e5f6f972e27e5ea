import { SourceFailure } from '../core/source-failure.ts'
import { asksTooMuch, type RawAnswer } from './line.ts'
import type { DataPart } from './office.ts'
import { datasetOf } from './reading.ts'
import { cellsIn, splitQuery, type CellLimits, type Query } from './split.ts'
import { strayFrom } from './stray.ts'

/** How often in a row a part is halved: by then it is 256 times smaller, and refused for another reason than its size. */
const mostHalvings = 8

/**
 * Asks in parts, one after the other. Some offices do not tell their limit or tell it wrong; a part that is refused as
 * too large is halved and asked again.
 */
export async function* askInParts(
  queries: readonly Query[],
  limits: CellLimits,
  addressOf: (part: Query) => string,
  ask: (part: Query) => Promise<RawAnswer>,
): AsyncGenerator<DataPart> {
  let waiting = queries.flatMap((query) => split(query, limits, addressOf(query)))
  let halvings = 0
  for (let [part] = waiting; part; [part] = waiting) {
    const asked = part
    const answer = await ask(asked).catch((failure: unknown) => {
      if (!asksTooMuch(failure) || cellsIn(asked) < 2 || halvings === mostHalvings) throw failure
      return null
    })
    const others = waiting.slice(1)
    if (!answer) {
      halvings += 1
      const half = { ...limits, cells: Math.ceil(cellsIn(asked) / 2) }
      waiting = [...split(asked, half, addressOf(asked)), ...others]
      continue
    }
    const dataset = datasetOf(answer)
    const stray = strayFrom(asked, dataset)
    if (stray !== null) throw new SourceFailure('wrong-shape', answer.address, stray)
    waiting = others
    halvings = 0
    yield { answer, query: asked, dataset, waiting }
  }
}

function split(query: Query, limits: CellLimits, address: string): readonly Query[] {
  const parts = splitQuery(query, limits)
  if (parts.ok) return parts.value
  throw new SourceFailure('limit', address, `gives ${limits.cells} cells for ${limits.values} values at once`)
}

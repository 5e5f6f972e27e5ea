import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDataset, type Dataset } from '../dataset.ts'
import { datasetFromPxJson } from '../px-json.ts'
import type { Cube } from './cube.ts'

/** A recorded answer, read anew for each who asks, so that nobody changes another's. */
export function recorded(name: string): unknown {
  return JSON.parse(recordedText(name))
}

export function recordedText(name: string): string {
  return readFileSync(join(import.meta.dirname, 'recorded', `${name}.json`), 'utf8')
}

/** A dataset made for a test. */
export function cubeOf(json: unknown, eliminable: readonly string[] = []): Cube {
  const parsed = parseDataset(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return { dataset: parsed.value, eliminable }
}

/** SCB's TAB6471: the cells that were recorded, under the whole table's metadata. */
export function populationByMonth(): Cube {
  return { ...cubeOf(recorded('scb-v2-tab6471-data')), recorded: recorded('scb-v2-tab6471-metadata') }
}

/** SCB's BefolkningNy for one municipality, from the older JSON. */
export function populationByYear(): Cube {
  return { dataset: fromRows('scb-v1-befolkning-ny-1384'), eliminable: ['Kon', 'Alder'] }
}

function fromRows(name: string): Dataset {
  return datasetFromPxJson(recorded(name), name)
}

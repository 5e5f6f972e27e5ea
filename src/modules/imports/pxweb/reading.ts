import type { z } from 'zod'
import { SourceFailure } from '../core/source-failure.ts'
import { parseDataset, parseStructure, type Dataset } from './dataset.ts'
import { describe, type JsonStatProblem } from './json-stat.ts'
import { jsonOf, type RawAnswer } from './line.ts'
import { datasetFromPxJson, isPxJson } from './px-json.ts'

/** Reads an answer against a schema; what does not fit is told with its place. */
export function read<Schema extends z.ZodType>(schema: Schema, answer: RawAnswer): z.infer<Schema> {
  const parsed = schema.safeParse(jsonOf(answer))
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new SourceFailure(
    'wrong-shape',
    answer.address,
    `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`,
    parsed.error,
  )
}

/**
 * The cells of a stored or fresh answer: JSON-stat 2, or the older JSON of PxWebApi 1. An import is replayed by
 * reading its stored answers with this.
 */
export function datasetOf(answer: RawAnswer): Dataset {
  const json = jsonOf(answer)
  if (isPxJson(json)) return datasetFromPxJson(json, answer.address)
  const parsed = parseDataset(json)
  if (parsed.ok) return parsed.value
  throw misshapen(answer, parsed.refusal)
}

/** A table's metadata in JSON-stat 2. */
export function structureOf(answer: RawAnswer): Dataset {
  const parsed = parseStructure(jsonOf(answer))
  if (parsed.ok) return parsed.value
  throw misshapen(answer, parsed.refusal)
}

function misshapen({ address }: RawAnswer, problems: readonly JsonStatProblem[]): SourceFailure {
  return new SourceFailure('wrong-shape', address, problems.slice(0, 5).map(describe).join('; '))
}

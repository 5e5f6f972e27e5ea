import { z } from 'zod'
import { sourceFailures } from './source-failure.ts'

/** How a run came about. */
export const runWays = ['kolada', 'pxweb', 'file', 'hand'] as const
export type RunWay = (typeof runWays)[number]

export const runStates = ['queued', 'running', 'done', 'failed', 'stopped'] as const
export type RunState = (typeof runStates)[number]

/** Whether it can still bring figures. */
export function isUnderWay(state: RunState): boolean {
  return state === 'queued' || state === 'running'
}

/** How far a run has come, in answers of its source. */
export const Progress = z.object({ done: z.number(), of: z.number() })
export type Progress = z.infer<typeof Progress>

/** Something in the answers that no figure can be made of. The words for `problem` are in the pages' texts. */
export const RunProblem = z.object({ problem: z.string(), at: z.string(), found: z.string() })
export type RunProblem = z.infer<typeof RunProblem>

const SaidFigure = z.object({ value: z.number().nullable(), missing: z.string().nullable() })

/** What became of a run, to be opened later. */
export const Report = z.object({
  series: z.string(),
  title: z.string(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  /** The first and the last year that figures came of; null where none came. */
  years: z.tuple([z.number(), z.number()]).nullable(),
  /** The first of what was changed. */
  changes: z.array(
    z.object({
      place: z.string(),
      gender: z.string(),
      year: z.number(),
      before: SaidFigure,
      after: SaidFigure,
    }),
  ),
  problems: z.array(RunProblem),
  failure: z
    .object({ kind: z.enum([...sourceFailures, 'broken']), address: z.string(), detail: z.string() })
    .nullable(),
  /** That its source says it gets no more figures, and what goes on where it ended. */
  ending: z
    .object({
      words: z.string(),
      lastYear: z.number().nullable(),
      successors: z.array(z.object({ key: z.string(), title: z.string(), isStated: z.boolean() })),
    })
    .nullable(),
})
export type Report = z.infer<typeof Report>

/** A report of which nothing is known yet. */
export function emptyReport(series: string, title: string): Report {
  return {
    series,
    title,
    added: 0,
    changed: 0,
    same: 0,
    years: null,
    changes: [],
    problems: [],
    failure: null,
    ending: null,
  }
}

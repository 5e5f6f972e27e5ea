import type { Cube } from './cube.ts'

export interface PxWebSettings {
  /** Milliseconds, for counting calls in a window. */
  readonly now: () => number
  readonly cells: number
  /** PxWebApi 1 limits the values named in a question, too. */
  readonly values?: number
  readonly calls: number
  readonly windowSeconds: number
  /** PxWebApi 1: whether the number of cells is told; some offices do not. */
  readonly tellsCells?: boolean
  /** More tables, by their id or, in PxWebApi 1, their path. */
  readonly cubes?: Readonly<Record<string, Cube>>
}

/** An error as both versions tell it. */
export function problem(
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json(
    { type: 'about:blank', title, status },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )
}

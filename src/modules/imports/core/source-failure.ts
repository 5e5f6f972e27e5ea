import { storable } from '#platform/values/storable.ts'

/** What can go wrong between the program and a source of figures. Each has its sentence in the pages' texts. */
export const sourceFailures = [
  /** No answer came: the name is unknown, the line is down, the connection was cut. */
  'unreachable',
  /** The source took longer than it was given. */
  'timeout',
  /** The source answered that it will not: an HTTP status of 400 or above, after the tries that are worth making. */
  'refused',
  /** The source's own limit on calls or on cells was met, and waiting did not help. */
  'limit',
  /** The answer came but is not what the source promises: not JSON, a missing field, a size that does not fit. */
  'wrong-shape',
  /** A page's link to the next page leads back to a page already read. */
  'loop',
  /** The source does not, or no longer, serve this address. */
  'gone',
  /** The answer is larger than any honest answer is. */
  'too-large',
  /** The person, or the program on its way down, stopped it. */
  'stopped',
] as const
export type SourceFailureKind = (typeof sourceFailures)[number]

/** Thrown by the clients of outside sources; the import that asked turns it into a line of its report. */
export class SourceFailure extends Error {
  readonly kind: SourceFailureKind
  /** What was asked. */
  readonly address: string
  /** What was seen, for the person who has to find out why: a status, a field, a size. */
  readonly detail: string

  constructor(kind: SourceFailureKind, address: string, detail: string, cause?: unknown) {
    super(`${kind}: ${detail} (${address})`, cause === undefined ? undefined : { cause })
    this.name = 'SourceFailure'
    this.kind = kind
    // What was answered is quoted, and an answer can be anything.
    this.address = storable(address)
    this.detail = storable(detail)
  }
}

import type { Figure, Source } from '#modules/statistics'
import type { Outcome } from '#platform/outcome.ts'
import type { Progress, Report, RunProblem } from './run.ts'

/** What a source answered, word by word, and to what. */
export interface RawAnswer {
  readonly address: string
  /** What was sent along, where the question is not all in the address. */
  readonly question: string | null
  readonly body: string
}

/** One answer on the way. */
export interface Answered {
  readonly raw: RawAnswer
  /** Where to go on after a stop: JSON; null after the last answer. */
  readonly cursor: unknown
  readonly progress: Progress
}

/** What is asked of a source in one run. */
export interface Asked {
  /** As the plan has it: JSON, the source's own. */
  readonly question: unknown
  /** Only what has changed since this day; null for everything. */
  readonly since: string | null
  /** The day of the run. */
  readonly today: string
}

/** The figures of one series, as its source gave them. */
export interface ReadSeries {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly source: Source
  /** When more are expected; null where the source does not say. */
  readonly nextPublication: string | null
  readonly ending: Report['ending']
}

/** A kind of source: how it is asked, and how what it answered is read, be it fresh or kept. */
export interface SourceReader {
  /** Asks, answer by answer; `cursor` goes on after a stop. Throws a `SourceFailure`. */
  answers(asked: Asked, cursor: unknown, signal: AbortSignal): AsyncGenerator<Answered>
  /**
   * Reads all answers to one question. `begunAs` is the title that the series was begun with. Throws a `SourceFailure`
   * where an answer is not what the source promises.
   */
  read(
    asked: Asked,
    answers: readonly RawAnswer[],
    begunAs: string | null,
  ): Outcome<ReadSeries, readonly RunProblem[]>
}

/** The readers by the way in which figures come. */
export type SourceReaders = Readonly<Record<'kolada' | 'pxweb', SourceReader>>

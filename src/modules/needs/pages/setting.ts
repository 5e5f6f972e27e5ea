import type { Context as Request } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { YhOutcomes } from '#modules/courses'
import type { Concepts } from '#modules/skills'

/** What the pages of needs are told of the installation. */
export interface NeedSetting {
  readonly secret: string
  readonly origin: string
  readonly concepts: Concepts
  readonly outcomes: YhOutcomes
  /** The visitor's address, for counting tries; never stored as it is. */
  readonly ipOf: (request: Request) => string
}

export type Asking = Request<VisitEnv, string>

import { allNetworkIds } from '#modules/region'
import type { Concepts } from '#modules/skills'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Course } from '../core/course.ts'
import { fetchSusa, type Susa } from '../susa/fetch-susa.ts'
import { putCourses } from '../store.ts'

interface Keeping {
  readonly queueDb: Database
  readonly clock: Clock
  readonly concepts: Concepts
  readonly susa: Susa
}

/** Keeps what the source offers today, in every network; each network all of it or nothing. */
export async function keepFetched({ queueDb, clock, concepts, susa }: Keeping): Promise<void> {
  const found = await fetchSusa(susa, dayOf(clock()))
  const courses: Course[] = []
  for (const course of found) courses.push({ ...course, concepts: await concepts.namedIn(course.title) })
  for (const { id } of await allNetworkIds(queueDb))
    await queueDb.transaction().execute(async (tx) => putCourses(tx, id, courses))
}

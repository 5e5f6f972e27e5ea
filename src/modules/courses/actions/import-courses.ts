import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import type { TableInput } from '#modules/imports'
import type { Concepts } from '#modules/skills'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { dayOf } from '#platform/values/dates.ts'
import { readCourses, type CellFault } from '../file/read-courses.ts'
import type { Course } from '../core/course.ts'
import { mayKeepCourses } from '../core/policy.ts'
import { putCourses } from '../store.ts'

interface Importing {
  readonly concepts: Concepts
  readonly places: readonly { readonly code: string; readonly name: string }[]
}

/** Keeps the courses of a table: all of them, or none and what is wrong cell by cell. Answers how many. */
export async function importCourses(
  context: Context,
  { input, origin }: { readonly input: TableInput; readonly origin: string },
  { concepts, places }: Importing,
): Promise<Outcome<number, 'not-allowed' | { readonly faults: readonly CellFault[] }>> {
  const { actor, networkId, now } = context
  if (!actor || !mayKeepCourses(actor)) return refuse('not-allowed')
  const reading = readCourses(input, { places, origin, today: dayOf(now) })
  if (!reading.ok) return refuse({ faults: reading.faults })
  const courses: Course[] = []
  for (const { course, words } of reading.courses)
    courses.push({ ...course, concepts: await concepts.namedIn(words) })
  return inTransaction(context, async (tx) => {
    await putCourses(tx, networkId, courses)
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'courses.imported',
      on: { kind: 'network', id: networkId },
      after: { courses: courses.length, origin },
    })
    return done(courses.length)
  })
}

import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { courseForms } from './core/course.ts'
import { readCourses } from './file/read-courses.ts'
import { putCourses } from './store.ts'

/** The shape of `example-needs.json`, as far as courses go: made up, their days counted from the day of planting. */
const CoursesFile = z.object({
  /** What is said of where the courses come from; the real ones stand in a table of their own, see `data/README.md`. */
  courseOrigins: z.object({ examples: z.string(), real: z.string(), realCheckedOn: z.string() }),
  courses: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      provider: z.string(),
      concepts: z.array(z.string()),
      form: z.enum(courseForms),
      pace: z.number().int(),
      municipality: z.string().nullable(),
      place: z.string(),
      startsInDays: z.number().int().nullable(),
      price: z.string(),
      language: z.string(),
    }),
  ),
})

/** Writes the example courses and a few real ones, whose days have passed, as the database's owner. */
export async function plantCourses(
  tx: Tx,
  networkId: string,
  files: { readonly examples: unknown; readonly real: string },
  now: Date,
): Promise<void> {
  const today = dayOf(now)
  const { courses, courseOrigins: origins } = CoursesFile.parse(files.examples)
  const examples = courses.map(({ id, startsInDays, ...course }) => ({
    ...course,
    source: 'hand' as const,
    sourceId: id,
    startsOn: startsInDays === null ? null : addDays(today, startsInDays),
    link: '',
    checkedOn: today,
    origin: origins.examples,
    isExample: true,
  }))
  const reading = readCourses(
    { kind: 'paste', text: files.real },
    { places: [], today: origins.realCheckedOn, origin: origins.real },
  )
  if (!reading.ok) throw new Error(`The real courses could not be read: ${JSON.stringify(reading.faults)}`)
  const real = reading.courses.map(({ course }) => ({ ...course, concepts: [] }))
  await putCourses(tx, networkId, [...examples, ...real])
}

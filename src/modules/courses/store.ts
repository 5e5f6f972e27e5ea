import type { Tx } from '#platform/database/connection.ts'
import { municipalitiesOf } from '#modules/region'
import type { Course } from './core/course.ts'
import { minutesBetween, type MinutesBetween, type SaidMinutes } from './core/travel.ts'

const columns = [
  'source',
  'sourceId',
  'title',
  'provider',
  'concepts',
  'form',
  'pace',
  'municipality',
  'place',
  'startsOn',
  'price',
  'language',
  'link',
  'checkedOn',
  'origin',
  'isExample',
] as const

/** Every course that is known, by its title. */
export async function coursesOf(tx: Tx): Promise<readonly Course[]> {
  return tx.selectFrom('course').select(columns).orderBy('title').orderBy('startsOn').limit(20_000).execute()
}

/** Keeps courses, each in the place of what was known of it. */
export async function putCourses(tx: Tx, networkId: string, courses: readonly Course[]): Promise<void> {
  for (const { concepts, isExample, ...course } of courses)
    await tx
      .insertInto('course')
      .values({ ...course, networkId, concepts: [...concepts], isExample })
      .onConflict((known) =>
        known.columns(['networkId', 'source', 'sourceId']).doUpdateSet(({ ref }) => ({
          title: ref('excluded.title'),
          provider: ref('excluded.provider'),
          concepts: ref('excluded.concepts'),
          form: ref('excluded.form'),
          pace: ref('excluded.pace'),
          municipality: ref('excluded.municipality'),
          place: ref('excluded.place'),
          startsOn: ref('excluded.startsOn'),
          price: ref('excluded.price'),
          language: ref('excluded.language'),
          link: ref('excluded.link'),
          checkedOn: ref('excluded.checkedOn'),
          origin: ref('excluded.origin'),
        })),
      )
      .execute()
}

/** What somebody has said of travelling between two municipalities. */
export async function saidMinutes(tx: Tx): Promise<readonly SaidMinutes[]> {
  return tx.selectFrom('travelTime').select(['fromCode', 'toCode', 'minutes']).execute()
}

export async function putMinutes(
  tx: Tx,
  networkId: string,
  { fromCode, toCode, minutes }: SaidMinutes,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const said = { minutes, saidAt: at, saidBy: by }
  await tx
    .insertInto('travelTime')
    .values({ networkId, fromCode, toCode, ...said })
    .onConflict((known) => known.columns(['networkId', 'fromCode', 'toCode']).doUpdateSet(said))
    .execute()
}

/** How long it takes between the network's municipalities, as far as it is known. */
export async function travelBetween(tx: Tx): Promise<MinutesBetween> {
  return minutesBetween(await municipalitiesOf(tx), await saidMinutes(tx))
}

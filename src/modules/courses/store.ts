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
        known.columns(['networkId', 'source', 'sourceId']).doUpdateSet((eb) => ({
          title: eb.ref('excluded.title'),
          provider: eb.ref('excluded.provider'),
          concepts: eb.ref('excluded.concepts'),
          form: eb.ref('excluded.form'),
          pace: eb.ref('excluded.pace'),
          municipality: eb.ref('excluded.municipality'),
          place: eb.ref('excluded.place'),
          startsOn: eb.ref('excluded.startsOn'),
          price: eb.ref('excluded.price'),
          language: eb.ref('excluded.language'),
          link: eb.ref('excluded.link'),
          checkedOn: eb.ref('excluded.checkedOn'),
          origin: eb.ref('excluded.origin'),
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

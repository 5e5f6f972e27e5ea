import type { Reader } from '#modules/programme'
import { dayOf } from '#platform/values/dates.ts'
import { csvText } from '#platform/values/csv.ts'
import { inLocale } from '#platform/values/locale.ts'
import type { Activity } from '../core/activity.ts'
import { textsIn } from './texts.ts'

/** Activities row by row, as anybody may read them: nothing that only members know, and nobody's name. */
export function activitiesCsv(
  activities: readonly Activity[],
  { locale, words }: Pick<Reader, 'locale' | 'words'>,
): string {
  const { columns } = textsIn(locale)
  const { yes, no, ...headings } = columns
  return csvText([
    Object.values(headings),
    ...activities.map((one) => [
      one.id,
      one.title,
      one.aim,
      one.body,
      one.municipality.name,
      one.municipality.code,
      one.joined.map(({ name }) => name).join(', '),
      one.intervention.number,
      inLocale(one.intervention.name, locale),
      words.labels[one.status],
      one.status,
      one.startsOn,
      one.endsOn,
      one.milestones.length,
      one.milestones.filter(({ reachedOn }) => reachedOn !== null).length,
      one.takenFrom,
      dayOf(one.saidAt),
      one.isExample ? yes : no,
    ]),
  ])
}

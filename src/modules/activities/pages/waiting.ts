import { dueInWords, type Reader } from '#modules/programme'
import { formatDay } from '#platform/values/dates.ts'
import { isUnderWay } from '../core/activity.ts'
import type { Held } from '../core/hand-over.ts'
import type { Picture } from '../reads.ts'
import { textsIn } from './texts.ts'
import { contradictionInWords } from './words.ts'

/** What waits in a cell or an activity, in words: milestones to come, what is due, what does not fit together. */
export function waitingIn(
  { kind, thing, municipality }: Pick<Held, 'kind' | 'thing' | 'municipality'>,
  { grid, activities, found }: Picture,
  reader: Reader,
): readonly string[] {
  const { code } = municipality
  const isOf = ({ municipality: { code: of } }: { readonly municipality: { readonly code: string } }) =>
    of === code
  const contradictions = found
    .filter((one) =>
      kind === 'activity'
        ? one.activity === thing
        : one.activity === null && one.intervention === thing && one.municipality === code,
    )
    .map(({ contradiction }) => contradictionInWords(contradiction, reader))
  if (kind === 'activity') {
    const activity = activities.find(({ id }) => id === thing)
    const coming = activity && isUnderWay(activity.status) ? activity.milestones : []
    const milestones = coming
      .filter(({ reachedOn, on }) => reachedOn === null && on !== null && on >= reader.today)
      .map(({ text, on }) => milestoneIn(text, on ?? '', reader))
    return [...milestones, ...contradictions]
  }
  const entry = grid.entries.find((one) => isOf(one) && one.intervention.id === thing)
  const milestone = entry?.cell?.milestone
  const isComing = milestone && isUnderWay(entry.cell.status) && milestone.on >= reader.today
  return [
    ...(isComing ? [milestoneIn(milestone.text, milestone.on, reader)] : []),
    ...(entry ? dueInWords(entry, reader) : []),
    ...contradictions,
  ]
}

function milestoneIn(text: string, on: string, { locale }: Reader): string {
  return textsIn(locale).handOver.milestone(text, formatDay(on, locale))
}

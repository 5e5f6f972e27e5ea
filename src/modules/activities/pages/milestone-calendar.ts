import type { Visit } from '#modules/accounts'
import type { CellGrid } from '#modules/programme'
import type { Municipality } from '#modules/region'
import type { Calendar, CalendarEvent } from '#platform/http/calendar.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { isUnderWay, type Activity } from '../core/activity.ts'
import { textsIn } from './texts.ts'
import { activityHref } from './words.ts'

interface Shown {
  readonly grid: CellGrid
  readonly activities: readonly Activity[]
  /** Null for the whole network. */
  readonly municipality: Municipality | null
}

/** The milestones to be reached, of cells and activities, as days in a calendar. */
export function milestoneCalendar(
  { grid, activities, municipality }: Shown,
  { locale, network, origin }: Pick<Visit, 'locale' | 'network'> & { readonly origin: string },
): Calendar {
  const { calendar: texts } = textsIn(locale)
  const title = municipality ? texts.of(municipality.name) : texts.network
  return {
    title: `${title} – ${inLocale(network.name, locale)}`,
    language: locale,
    page: `${origin}${addressOf('activities', locale)}`,
    events: [...ofCells(grid, locale, origin), ...ofActivities(activities, locale, origin)],
  }
}

function ofCells({ entries }: CellGrid, locale: Locale, origin: string): readonly CalendarEvent[] {
  return entries.flatMap(({ cell, intervention, municipality }) => {
    if (!cell?.milestone || !isUnderWay(cell.status)) return []
    const cellHref = addressOf('cell', locale, {
      intervention: intervention.id,
      municipality: municipality.slug,
    })
    return {
      id: `cell-${municipality.code}-${intervention.id}`,
      on: cell.milestone.on,
      title: textsIn(locale).calendar.event(cell.milestone.text, municipality.name),
      page: `${origin}${cellHref}`,
    }
  })
}

function ofActivities(
  activities: readonly Activity[],
  locale: Locale,
  origin: string,
): readonly CalendarEvent[] {
  return activities
    .filter(({ status }) => isUnderWay(status))
    .flatMap(({ id, municipality, milestones }) =>
      milestones.flatMap(({ number, text, on, reachedOn }) =>
        on === null || reachedOn !== null
          ? []
          : {
              id: `activity-${id}-${number}`,
              on,
              title: textsIn(locale).calendar.event(text, municipality.name),
              page: `${origin}${activityHref(id, locale)}`,
            },
      ),
    )
}

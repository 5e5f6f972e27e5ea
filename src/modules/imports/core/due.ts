import { addDays } from '#platform/values/dates.ts'

/** How often a series is asked for. */
export const rhythms = ['calendar', 'monthly', 'by-hand'] as const
export type Rhythm = (typeof rhythms)[number]

const daysUntilAnotherTry = 7

/**
 * The day on which a plan is next carried out; null for one that a person asks for each time. By the calendar: the day the
 * source has announced, else a week later, for announced days are missed.
 */
export function nextDue(rhythm: Rhythm, nextPublication: string | null, today: string): string | null {
  if (rhythm === 'by-hand') return null
  if (rhythm === 'calendar' && nextPublication !== null && nextPublication > today) return nextPublication
  return rhythm === 'calendar' ? addDays(today, daysUntilAnotherTry) : firstOfNextMonth(today)
}

function firstOfNextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`
}

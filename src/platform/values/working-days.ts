import { addDays, dayOf, isAfternoon, type IsoDay } from './dates.ts'

// Written here and not taken from a library of holidays: those carry the whole world's, and Sweden's are these lines.

/** The days on which a town hall is closed, or closes at noon, besides those that all of Sweden keeps. */
export interface OwnDays {
  readonly closed: ReadonlySet<IsoDay>
  readonly half: ReadonlySet<IsoDay>
}

/** A town hall without days of its own. */
export const noOwnDays: OwnDays = { closed: new Set(), half: new Set() }

/**
 * Whether people in a Swedish town hall are at work that day: not on Saturdays, on Sundays and public holidays (lag
 * 1989:253 om allmänna helgdagar), or on the three eves that count as Sundays for leave (semesterlagen 1977:480, 3 a §).
 */
export function isWorkingDay(day: IsoDay, own: OwnDays = noOwnDays): boolean {
  const weekday = weekdayOf(day)
  return weekday !== sunday && weekday !== saturday && !isHoliday(day) && !own.closed.has(day)
}

/** The working day so many working days later, or earlier when negative. Zero is the day itself. */
export function addWorkingDays(day: IsoDay, count: number, own: OwnDays = noOwnDays): IsoDay {
  const step = Math.sign(count)
  let left = Math.abs(count)
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at, own)) left -= 1
  }
  return at
}

/** How many working days there are after one day up to and with another; negative when `to` lies before `from`. */
export function workingDaysBetween(from: IsoDay, to: IsoDay, own: OwnDays = noOwnDays): number {
  if (to < from) return -workingDaysBetween(to, from, own)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, own)) count += 1
  return count
}

/**
 * The day on which what came at a moment has come: the working day itself, or the next one for what comes on a day off
 * or, on a half day, from noon on.
 */
export function workingDayOf(at: Date, own: OwnDays = noOwnDays): IsoDay {
  const day = dayOf(at)
  const isOver = !isWorkingDay(day, own) || (own.half.has(day) && isAfternoon(at))
  return isOver ? addWorkingDays(day, 1, own) : day
}

const [sunday, friday, saturday] = [0, 5, 6]

/** New Year's Day, Epiphany, First of May, the National Day; Christmas and New Year with their eves. */
const fixedHolidays = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])
/** Good Friday, Easter Monday, Ascension Day, in days from Easter Day. What falls on a Sunday needs no mention. */
const fromEaster = [-2, 1, 39]

function isHoliday(day: IsoDay): boolean {
  if (fixedHolidays.has(day.slice(5))) return true
  // Midsummer Eve is the Friday from the 19th to the 25th of June; the days after it and All Saints' are Saturdays.
  if (weekdayOf(day) === friday && day.slice(5) >= '06-19' && day.slice(5) <= '06-25') return true
  const easter = easterDay(Number(day.slice(0, 4)))
  return fromEaster.some((days) => addDays(easter, days) === day)
}

function weekdayOf(day: IsoDay): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay()
}

/** Easter Day by the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8). */
function easterDay(year: number): IsoDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451)
  const fromMarch = moon + toSunday - 7 * late + 114
  const month = String(Math.floor(fromMarch / 31)).padStart(2, '0')
  return `${year}-${month}-${String((fromMarch % 31) + 1).padStart(2, '0')}`
}

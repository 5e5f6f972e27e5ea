import type { Locale } from './locale.ts'

/** The clock on the wall of the network's town halls. */
const timeZone = 'Europe/Stockholm'

/** A day without a time: `2026-11-24`. */
export type IsoDay = string

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
const clockTime = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
const longDay = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }),
}
const shortDay = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }),
}
const longDayOfYear = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, day: 'numeric', month: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long' }),
}
const longMonth = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, month: 'long', year: 'numeric' }),
}
const moment = {
  sv: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'long', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }),
}

/** The day it is in Sweden at that moment. */
export function dayOf(at: Date): IsoDay {
  return isoDay.format(at)
}

/** Whether it is past noon in Sweden at that moment. */
export function isAfternoon(at: Date): boolean {
  return Number(hour.format(at)) >= 12
}

/** `24 november 2026` / `24 November 2026`; a month `2021-06` or a year `2018` is written as far as it is known. */
export function formatDay(day: IsoDay, locale: Locale): string {
  if (/^\d{4}$/.test(day)) return day
  if (/^\d{4}-\d{2}$/.test(day)) return longMonth[locale].format(new Date(`${day}-15T12:00:00Z`))
  return longDay[locale].format(new Date(`${day}T12:00:00Z`))
}

/** `24 november` / `24 November`, of a day of every year, `11-24`. */
export function formatDayOfYear(day: string, locale: Locale): string {
  return longDayOfYear[locale].format(new Date(`2025-${day}T12:00:00Z`))
}

/** `24 nov. 2026` / `24 Nov 2026`, for tables; it never breaks. */
export function formatShortDay(day: IsoDay, locale: Locale): string {
  return shortDay[locale].format(new Date(`${day}T12:00:00Z`)).replaceAll(' ', '\u00a0')
}

/** `24 november 2026 kl. 14:05` / `24 November 2026 at 14:05`. */
export function formatMoment(at: Date, locale: Locale): string {
  return moment[locale].format(at)
}

/** Whether somebody has written a day that is: `2025-02-29` is none. */
export function isDay(typed: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(typed)) return false
  const parsed = new Date(`${typed}T12:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(typed)
}

/** The last moment of a day in Sweden: it is of the day still, so that `dayOf` leads back. */
export function endOfDay(day: IsoDay): Date {
  // The day ends at 22 or 23 hours by Greenwich, as summer and winter have it.
  const winter = new Date(`${day}T22:59:59.999Z`)
  return dayOf(winter) === day ? winter : new Date(`${day}T21:59:59.999Z`)
}

/** The moment at which the clock on the wall shows a time of that day, `09:30`. */
export function momentAt(day: IsoDay, time: string): Date {
  const winter = new Date(`${day}T${time}:00+01:00`)
  return clockTime.format(winter) === time ? winter : new Date(`${day}T${time}:00+02:00`)
}

/** What the clock on the wall shows at that moment: `09:30`. */
export function timeOf(at: Date): string {
  return clockTime.format(at)
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

import type { Context as Request } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import { isolated } from '#platform/values/isolated.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Event } from '../core/event.ts'
import type { Participant } from '../core/participant.ts'
import { mostRows, rowsIn } from '../core/rows.ts'
import { errorText, textsIn } from './texts.ts'

export type Asking = Request<VisitEnv, string>

/** In which language somebody reads, and what municipalities are called. */
export interface Reader {
  readonly locale: Locale
  readonly municipalities: readonly Municipality[]
}

/** What was typed, and what was wrong with it. */
export interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}

export function municipalityIn({ municipalities }: Reader, code: string | null): string {
  return municipalities.find((one) => one.code === code)?.name ?? ''
}

/** `1 december 2026 kl. 09:00–11:30`. */
export function whenInWords({ onDay, opensAt, endsAt }: Event, locale: Locale): string {
  return textsIn(locale).list.when(formatDay(onDay, locale), opensAt, endsAt)
}

/** What every field of a form is given: its name, what was typed and what is wrong with it. */
export function fieldsOf({ typed, errors }: Filled, locale: Locale) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(locale, errors[name]),
  })
}

/** The rows that a form shows: those with something in them, and some that are empty. */
export function rowNumbers(typed: Typed, name: string, empty: number): readonly number[] {
  const last = Math.max(0, ...rowsIn(typed, name).map(({ number }) => number))
  return Array.from({ length: Math.min(mostRows, last + empty) }, (_, at) => at + 1)
}

/** The fields of rows, as a form has them: `round-1-minutes`. */
export function typedRows(
  name: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Typed {
  return Object.fromEntries(
    rows.flatMap((row, at) =>
      Object.entries(row).map(([field, value]) => [`${name}-${at + 1}-${field}`, String(value ?? '')]),
    ),
  )
}

/** `Näringslivsansvarig, Ale`: each by itself, so that a name written from right to left does not turn what stands beside it. */
export function participantInWords({
  name,
  organisation,
}: Pick<Participant, 'name' | 'organisation'>): string {
  return `${isolated(name)}, ${isolated(organisation)}`
}

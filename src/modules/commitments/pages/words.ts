import type { Context as Request } from 'hono'
import type { Visit, VisitEnv } from '#modules/accounts'
import { participantsOf } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { StatusTone } from '#ui/status.tsx'
import type { Commitment, Standing } from '../core/commitment.ts'
import { errorText, textsIn } from './texts.ts'

export type Asking = Request<VisitEnv, string>

/** What the program tells the notes and commitments of itself. */
export interface CommitmentSetting {
  /** The installation's, from which private addresses are derived. */
  readonly secret: string
  readonly origin: string
}

/** The organisations of those who were there by their ids, as far as whoever reads may know them. */
export type Organisations = ReadonlyMap<string, string>

export async function organisationsOf(
  tx: Tx,
  commitments: readonly Pick<Commitment, 'event'>[],
): Promise<Organisations> {
  const known = new Map<string, string>()
  for (const event of new Set(commitments.map((one) => one.event.id)))
    for (const { id, organisation } of await participantsOf(tx, event)) known.set(id, organisation)
  return known
}

type Parties = Pick<Commitment, 'promiserKind' | 'receiverKind' | 'shownName' | 'shownReceiver'>

/** Who promises: by name where that may be known, else as what they are. */
export function promiserInWords(
  { promiserId, promiserKind, shownName }: Parties & { readonly promiserId?: string },
  organisations: Organisations,
  locale: Locale,
): string {
  return organisations.get(promiserId ?? '') ?? (shownName || textsIn(locale).parties[promiserKind])
}

/** To whom it is promised. */
export function receiverInWords(
  { receiverId, receiverKind, shownReceiver }: Parties & { readonly receiverId?: string | null },
  organisations: Organisations,
  locale: Locale,
): string {
  return (
    organisations.get(receiverId ?? '') ??
    (shownReceiver || textsIn(locale).parties[receiverKind ?? 'everybody'])
  )
}

/** The shape beside a standing's word. */
export const toneOf: Record<Standing, StatusTone> = {
  noted: 'muted',
  'under-way': 'good',
  late: 'warning',
  kept: 'done',
  partly: 'warning',
  unkept: 'bad',
  denied: 'ended',
}

export function commitmentHref(id: string, locale: Locale): string {
  return addressOf('commitment', locale, { commitment: id })
}

/** The errors of a form as its fields show them. */
export function fieldError(errors: FieldErrors, locale: Locale): (field: string) => string | undefined {
  return (field) => (errors[field] === undefined ? undefined : errorText(locale, errors[field]))
}

/** What was typed in a field, or what stands there before anything is. */
export function typedOr(typed: Typed | null | undefined, field: string, otherwise = ''): string {
  return typed?.[field] ?? otherwise
}

/** The event's page, in the reader's language. */
export function eventHref({ locale }: Pick<Visit, 'locale'>, event: string): string {
  return addressOf('event', locale, { event })
}

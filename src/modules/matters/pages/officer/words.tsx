import type { Visit } from '#modules/accounts'
import { dayOf, formatShortDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Status, type StatusTone } from '#ui/status.tsx'
import type { Due } from '../../core/inbox.ts'
import { matterNumber } from '../../core/matter.ts'
import { textsIn } from './texts.ts'

/** Where an officer reads a matter. */
export function matterHref(
  matter: { readonly year: number; readonly number: number },
  locale: Locale,
): string {
  return addressOf('matter', locale, { matter: matterNumber(matter) })
}

interface Dated {
  readonly due: Due
  readonly riskBy: IsoDay
  readonly visit: Pick<Visit, 'locale' | 'now'>
}

/** What a matter waits for, with the sign of how much it hurries. */
export function DueStatus({ due, riskBy, visit: { locale, now } }: Dated) {
  const { due: texts } = textsIn(locale)
  if (!('on' in due)) return <Status tone={toneOf[due.what]} label={texts[due.what]} />
  const label = texts[due.what](formatShortDay(due.on, locale))
  if (due.on < dayOf(now)) return <Status tone="bad" label={`${texts.late} ${label}`} />
  return <Status tone={due.on <= riskBy ? 'warning' : 'good'} label={label} />
}

const toneOf: Readonly<Record<'company' | 'nothing' | 'closed', StatusTone>> = {
  company: 'neutral',
  nothing: 'muted',
  closed: 'done',
}

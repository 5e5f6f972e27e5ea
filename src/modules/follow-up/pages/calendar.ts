import type { Calendar } from '#platform/http/calendar.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { Round } from '../core/round.ts'
import { textsIn } from './texts.ts'

/** The last days of the rounds that are open, as a calendar. A day that is moved moves there too. */
export function followUpCalendar(
  rounds: readonly Round[],
  {
    origin,
    locale,
    network,
  }: { readonly origin: string; readonly locale: Locale; readonly network: Bilingual },
): Calendar {
  const texts = textsIn(locale).rounds
  return {
    title: `${texts.title} – ${inLocale(network, locale)}`,
    language: locale,
    page: `${origin}${addressOf('followUps', locale)}`,
    events: rounds
      .filter(({ frozenAt }) => frozenAt === null)
      .map(({ id, name, closesOn }) => ({
        id: `follow-up-${id}`,
        on: closesOn,
        title: texts.lastDay(inLocale(name, locale)),
        page: `${origin}${addressOf('followUp', locale, { round: id })}`,
      })),
  }
}

import { formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { langOfWord } from './words.ts'

interface MilestoneWordsProps {
  readonly milestone: { readonly text: string; readonly on: IsoDay }
  readonly locale: Locale
}

/** A milestone with its day: `Första kursen startar, 14 mars 2027`. */
export function MilestoneWords({ milestone, locale }: MilestoneWordsProps) {
  const lang = langOfWord(locale)
  return (
    <>
      {lang ? <span lang={lang}>{milestone.text}</span> : milestone.text}, {formatDay(milestone.on, locale)}
    </>
  )
}

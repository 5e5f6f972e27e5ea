import type { Locale } from '#platform/values/locale.ts'
import type { WriteLetter } from '../actions/take-over-activity.ts'
import { textsIn } from './texts.ts'
import { activityHref } from './words.ts'

// Nobody has said which language they want letters in; the people of the network work in Swedish.
const locale: Locale = 'sv'

/** The letter to the owner of an activity that another municipality has taken over. */
export function letterOfTakeOver(site: string): WriteLetter {
  return ({ origin, copyId, taker }) => {
    const texts = textsIn(locale).letter
    return {
      subject: texts.subject(origin.title, taker),
      body: `${texts
        .body({
          title: origin.title,
          taker,
          lead: origin.municipality.name,
          origin: `${site}${activityHref(origin.id, locale)}`,
          copy: `${site}${activityHref(copyId, locale)}`,
        })
        .join('\n\n')}\n`,
    }
  }
}

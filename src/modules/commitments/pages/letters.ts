import type { Receipt } from '#modules/matters'
import type { Event, Written } from '#modules/roundtable'
import { formatDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { OfficersTold } from '../actions/chase.ts'
import type { Told } from '../actions/return-to-participants.ts'
import type { Commitment } from '../core/commitment.ts'
import type { Rung } from '../core/ladder.ts'
import type { Returned } from '../core/returned.ts'
import { textsIn } from './texts.ts'

/** Whoever comes by a private address, and their language. */
interface Reader {
  readonly key: string
  readonly locale: Locale
}

function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

/** That what was said at the table is a matter now, and where the company follows it. */
export function letterOfMatter(origin: string): (receipt: Receipt, locale: Locale) => Written {
  return ({ year, number, key, firstWordBy }, locale) => {
    const { matter: texts } = textsIn(locale)
    return {
      subject: texts.receiptSubject(`${year}-${number}`),
      body: texts.receiptBody(
        formatDay(firstWordBy, locale),
        `${origin}${addressOf('thread', locale, { key })}`,
      ),
    }
  }
}

/** The letters of the ladder: each with the commitment's words and the reader's own page. */
export function letterOfRung(
  origin: string,
): (rung: Rung, commitment: Commitment, reader: Reader) => Written {
  return (rung, { id, what, byDay, event }, { key, locale }) => {
    const { letters } = textsIn(locale)
    const day = formatDay(byDay, locale)
    const address = `${origin}${addressOf('ownCommitments', locale, { key })}#${id}`
    const ways = {
      ask: letters.ask,
      'ask-again': letters.askAgain,
      before: letters.before,
      day: letters.day,
      after: letters.after,
      settle: letters.settle,
      'settle-again': letters.settleAgain,
    }
    const { subject, body } = ways[rung]
    return {
      subject: typeof subject === 'string' ? subject : subject(day),
      body: bodyOf([letters.hello, `${body(what, day, event.title)}\n${address}`]),
    }
  }
}

/** To the officers of a municipality, in Swedish as all that is written to town halls. */
export function letterToOfficers(
  origin: string,
): (rung: OfficersTold['rung'], commitment: Commitment) => Written {
  return (rung, { id, what }) => {
    const { letters } = textsIn('sv')
    const address = `${origin}${addressOf('commitment', 'sv', { commitment: id })}`
    return {
      subject: letters[rung].subject,
      body: bodyOf([letters.hello, `${letters[rung].body(what)}\n${address}`]),
    }
  }
}

/** What those who were there are told of an event: its summary, or that so many days have gone. */
export function letterOfReturn(
  origin: string,
): (
  told: Told,
  event: Event,
  reader: Reader & { readonly isAbsent: boolean; readonly returned: Returned; readonly intro: string },
) => Written {
  return (told, event, { key, locale, isAbsent, returned, intro }) => {
    const { letters } = textsIn(locale)
    const came = `${origin}${addressOf('whatCameOfIt', locale, { event: event.id })}`
    const own = `${letters.summary.own}\n${origin}${addressOf('ownCommitments', locale, { key })}`
    if (told !== 'summary')
      return {
        subject: letters.returned.subject(event.title, told),
        body: bodyOf([
          letters.hello,
          `${letters.returned.body(event.title, told)}\n${came}?efter=${told}`,
          own,
        ]),
      }
    const day = formatDay(event.onDay, locale)
    return {
      subject: letters.summary.subject(event.title),
      body: bodyOf([
        letters.hello,
        (isAbsent ? letters.summary.missed : letters.summary.body)(event.title, day),
        ...(intro === '' ? [] : [intro]),
        ...summaryLines(returned, locale),
        `${letters.summary.read}\n${came}`,
        isAbsent ? letters.summary.laterThere : `${own}\n\n${letters.summary.later}`,
      ]),
    }
  }
}

function summaryLines({ points, commitments }: Returned, locale: Locale): readonly string[] {
  const { letters, summary } = textsIn(locale)
  const fated = points.map(({ text, fate, fateText }) =>
    [`– ${text}`, `  ${summary.fates[fate]}${fateText === '' ? '' : `: ${fateText}`}`].join('\n'),
  )
  const promised = commitments.map(({ what, byDay }) => `– ${what} (${formatDay(byDay, locale)})`)
  return [
    [letters.summary.points, ...fated].join('\n'),
    ...(promised.length > 0 ? [[letters.summary.commitments, ...promised].join('\n')] : []),
  ]
}

/** To the coordinator, that the participants wait for their summary. */
export function letterOfCountdown(origin: string): (event: Event, lastDay: IsoDay) => Written {
  return (event, lastDay) => {
    const { letters } = textsIn('sv')
    const address = `${origin}${addressOf('eventSummary', 'sv', { event: event.id })}`
    return {
      subject: letters.countdown.subject(event.title),
      body: bodyOf([
        letters.hello,
        `${letters.countdown.body(event.title, formatDay(lastDay, 'sv'))}\n${address}`,
      ]),
    }
  }
}

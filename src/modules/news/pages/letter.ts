import { formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterOfNews, WriteLetter } from '../actions/tell-readers.ts'
import { leaveCode } from '../leave-code.ts'
import { textsIn } from './texts.ts'
import { arrivalText } from './words.ts'

/** The letter of news, in its reader's language. */
export function letterOfNews(origin: string, secret: string): WriteLetter {
  return (letter) => {
    const { month, locale, reader } = letter
    const texts = textsIn(locale).letter
    const stop = new URLSearchParams({ reader: reader.personId, code: leaveCode(secret, reader) })
    const parts = [
      texts.hello,
      [texts.came(formatDay(month, locale)), ...arrivalLines(letter, origin)].join('\n'),
      ...(letter.expected.length === 0 ? [] : [[texts.expected, ...expectedLines(letter)].join('\n')]),
      `${texts.more}\n${origin}${addressOf('newFigures', locale)}`,
      `${texts.stop}\n${origin}${addressOf('leaveNews', locale)}?${stop}`,
    ]
    return { subject: texts.subject(formatDay(month, locale)), body: `${parts.join('\n\n')}\n` }
  }
}

function arrivalLines({ arrivals, locale }: LetterOfNews, origin: string): readonly string[] {
  return arrivals.map((arrival) => {
    const address = `${origin}${addressOf('indicator', locale, { indicator: arrival.indicator.id })}`
    return `– ${inLocale(arrival.indicator.name, locale)}: ${arrivalText(arrival, locale)}\n  ${address}`
  })
}

function expectedLines({ expected, locale }: LetterOfNews): readonly string[] {
  return expected.map(
    ({ indicator, on }) => `– ${formatDay(on, locale)}: ${inLocale(indicator.name, locale)}`,
  )
}

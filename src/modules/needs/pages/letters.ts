import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { AskingAgain } from '../actions/ask-again.ts'
import type { Letter, Saying } from '../actions/say-need.ts'
import { textsIn } from './texts.ts'

/** The name in an address of what a letter alone says. */
export const letterName = 'letter'

const locale = 'sv'
const { letters: texts } = textsIn(locale)

/** The letter with a need's private address, to whoever said it or whom it was written down for. */
export function letterOfNeed(origin: string): Saying['write'] {
  return ({ words, key, code, standsUntil, isOwn }) => ({
    subject: isOwn ? texts.saidSubject : texts.downSubject,
    body: bodyOf([
      texts.hello,
      isOwn ? texts.said(words) : texts.down(words),
      ...(isOwn ? [texts.confirm] : []),
      texts.stands(formatDay(standsUntil, locale)),
      `${texts.here}\n${origin}${addressOf('ownNeed', locale, { key })}?${letterName}=${code}`,
    ]),
  })
}

/** The letter that asks whether a need stands still. A page with a button renews it: mail programs follow links. */
export function letterOfRenewal(origin: string): AskingAgain['write'] {
  return ({ words, key, code, standsUntil }): Letter => ({
    subject: texts.renewSubject,
    body: bodyOf([
      texts.hello,
      `${texts.renew(words, formatDay(standsUntil, locale))}\n${origin}${addressOf('ownNeed', locale, { key })}?${letterName}=${code}`,
    ]),
  })
}

/** Paragraphs as a letter. */
export function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

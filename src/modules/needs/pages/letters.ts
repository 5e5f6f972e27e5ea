import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { AskingAgain } from '../actions/ask-again.ts'
import type { Letter, Saying } from '../actions/say-need.ts'
import { textsIn } from './texts.ts'

const locale = 'sv'
const { letters: texts } = textsIn(locale)

/** The letter with a need's private address, to whoever said it or whom it was written down for. */
export function letterOfNeed(origin: string): Saying['write'] {
  return ({ words, key, standsUntil, isOwn }) => ({
    subject: isOwn ? texts.saidSubject : texts.downSubject,
    body: bodyOf([
      texts.hello,
      isOwn ? texts.said(words) : texts.down(words),
      texts.stands(formatDay(standsUntil, locale)),
      `${texts.here}\n${origin}${addressOf('ownNeed', locale, { key })}`,
    ]),
  })
}

/** The letter that asks whether a need stands still. A page with a button renews it: mail programs follow links. */
export function letterOfRenewal(origin: string): AskingAgain['write'] {
  return ({ words, key, standsUntil }): Letter => ({
    subject: texts.renewSubject,
    body: bodyOf([
      texts.hello,
      `${texts.renew(words, formatDay(standsUntil, locale))}\n${origin}${addressOf('ownNeed', locale, { key })}`,
    ]),
  })
}

/** Paragraphs as a letter. */
export function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

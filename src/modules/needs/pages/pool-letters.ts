import { formatDay } from '#platform/values/dates.ts'
import { addressOf, type PageName } from '#ui/addresses.ts'
import type { PoolLetters } from '../actions/pool.ts'
import type { Letter } from '../actions/say-need.ts'
import { bodyOf } from './letters.ts'
import { poolTextsIn } from './pool-texts.ts'

const locale = 'sv'
const { letters: texts } = poolTextsIn(locale)

/** The letters of a course together. */
export function poolLetters(origin: string): PoolLetters {
  const page = (name: PageName, key: string) => `${origin}${addressOf(name, locale, { key })}`
  return {
    asked: ({ words }, key) => ({
      subject: texts.askedSubject,
      body: bodyOf([texts.hello, texts.asked(words), `${texts.answer}\n${page('poolPlace', key)}`]),
    }),
    opened: ({ title }, key) => letter(texts.openedSubject(title), texts.opened, page('poolPlace', key)),
    invited: ({ title, words, seats }, key) =>
      letter(texts.invitedSubject(title), texts.invited(words, seats ?? 0), page('poolOffer', key)),
    decided: ({ title, heldOn }, key) =>
      letter(texts.decidedSubject(title), texts.decided(day(heldOn)), page('poolPlace', key)),
    chosen: ({ title, heldOn }, key) =>
      letter(texts.chosenSubject(title), texts.chosen(day(heldOn)), page('poolOffer', key)),
    cameToNothing: ({ title }) => letter(texts.nothingSubject(title), texts.nothing),
  }
}

function letter(subject: string, words: string, address?: string): Letter {
  return {
    subject,
    body: bodyOf([texts.hello, address === undefined ? words : `${words}\n${address}`]),
  }
}

function day(heldOn: string | null): string {
  return formatDay(heldOn ?? '', locale)
}

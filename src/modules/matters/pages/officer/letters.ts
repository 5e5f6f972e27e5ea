import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterToCompany } from '../../actions/speak.ts'
import { matterNumber, type NewMatter } from '../../core/matter.ts'
import type { Receipt } from '../../actions/receive-matter.ts'
import { textsIn } from './texts.ts'

/** What a company is written when something is said in its matter, in the matter's language. */
export function letterToCompany(origin: string) {
  return ({ matter, kind, text, from, key }: LetterToCompany) => {
    const { letters: texts } = textsIn(matter.locale)
    const thread = `${origin}${addressOf('thread', matter.locale, { key })}`
    const isEnd = kind === 'outcome'
    return {
      subject: texts.subject(matterNumber(matter), matter.subject),
      body: letter([
        texts.hello,
        text,
        ...(isEnd ? [texts.closed] : []),
        `${texts.follow}\n${thread}`,
        ...(isEnd ? [`${texts.rate}\n${origin}${addressOf('rateService', matter.locale, { key })}`] : []),
        texts.signature(from.person, from.desk, from.municipality),
      ]),
    }
  }
}

/** What a company is written when an officer has written down what it said. */
export function letterOfReceipt(origin: string, person: string, municipality: string) {
  return ({ subject, locale }: NewMatter, receipt: Receipt) => {
    const { letters: texts } = textsIn(locale)
    return {
      subject: texts.subject(matterNumber(receipt), subject),
      body: letter([
        texts.hello,
        texts.received(formatDay(receipt.firstWordBy, locale)),
        `${texts.follow}\n${origin}${addressOf('thread', locale, { key: receipt.key })}`,
        texts.signature(person, null, municipality),
      ]),
    }
  }
}

function letter(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

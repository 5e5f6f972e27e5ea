import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { MatterLetters, Occasion, Written } from '../../actions/behind-key.ts'
import { keptUntil } from '../../core/draft-days.ts'
import { matterNumber } from '../../core/matter.ts'
import { textsIn } from './texts.ts'

interface LetterSetting {
  readonly origin: string
  /** The company's language. Those who answer are written to in Swedish. */
  readonly locale: Locale
  /** The key by which the company came. */
  readonly key: string
}

/** The letters about one matter, to the company and to those who answer. */
export function lettersOf({ origin, locale, key }: LetterSetting): MatterLetters {
  const { letters } = textsIn(locale).thread
  const thread = `${origin}${addressOf('thread', locale, { key })}`
  return {
    receipt: (receipt) => ({
      subject: letters.receipt.subject(matterNumber(receipt)),
      body: letters.receipt.body(
        formatDay(receipt.firstWordBy, locale),
        formatDay(receipt.planBy, locale),
        thread,
      ),
    }),
    newAddress: (matter) => ({
      subject: letters.newAddress.subject(matterNumber(matter)),
      body: letters.newAddress.body(thread),
    }),
    oldAddress: (matter) => ({
      subject: letters.oldAddress.subject(matterNumber(matter)),
      body: letters.oldAddress.body(matterNumber(matter)),
    }),
    toAnswerer: (occasion: Occasion, matter) => answererLetter(occasion, matterNumber(matter), origin),
  }
}

/** The letter with the address at which a draft is gone on with. */
export function draftLetter(address: string, changedAt: Date, locale: Locale): Written {
  const { draft } = textsIn(locale).thread.letters
  return { subject: draft.subject, body: draft.body(formatDay(keptUntil(changedAt), locale), address) }
}

/** What those who answer are told: that something has come, and where it is read. No word of it goes by mail. */
function answererLetter(occasion: Occasion, number: string, origin: string): Written {
  const { answerer } = textsIn('sv').thread.letters
  return {
    subject: `[${number}] ${answerer.occasions[occasion]}`,
    body: answerer.body(
      answerer.occasions[occasion],
      `${origin}${addressOf('matter', 'sv', { matter: number })}`,
    ),
  }
}

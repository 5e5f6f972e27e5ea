import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { MatterLetters, Written } from '../../actions/behind-key.ts'
import type { TellParts as AnswererParts } from '../../actions/tell-of-answer.ts'
import type { TurnAwayParts } from '../../actions/turn-away.ts'
import { keptUntil } from '../../core/draft-days.ts'
import { matterNumber } from '../../core/matter.ts'
import { textsIn } from './texts.ts'

interface LetterSetting {
  readonly origin: string
  /** The company's language. */
  readonly locale: Locale
  /** The key by which the company came. */
  readonly key: string
}

/** The letters to a company about one matter. */
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
  }
}

/** The letter with the address at which a draft is gone on with. */
export function draftLetter(address: string, changedAt: Date, locale: Locale): Written {
  const { draft } = textsIn(locale).thread.letters
  return { subject: draft.subject, body: draft.body(formatDay(keptUntil(changedAt), locale), address) }
}

/** What those who answer are told: that something has come, and where it is read. No word of it goes by mail. */
export function answererLetter(origin: string): AnswererParts['write'] {
  const { answerer } = textsIn('sv').thread.letters
  return (occasion, matter) => ({
    subject: `[${matterNumber(matter)}] ${answerer.occasions[occasion]}`,
    body: answerer.body(
      answerer.occasions[occasion],
      `${origin}${addressOf('matter', 'sv', { matter: matterNumber(matter) })}`,
    ),
  })
}

/** What somebody is told who answers by mail in a matter that is over: nobody has read it, and where to turn. */
export function overLetter(origin: string): TurnAwayParts['write'] {
  const said = (['sv', 'en'] as const).map((locale) =>
    textsIn(locale).thread.letters.over.body(`${origin}${addressOf('entrance', locale)}`),
  )
  return () => ({ subject: textsIn('sv').thread.letters.over.subject, body: said.join('\n') })
}

import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { AnswerParts } from '../../actions/take-answer.ts'
import type { TellParts } from '../../actions/tell-of-answer.ts'
import type { LetterOfDays, WarnedOf, WarnParts } from '../../actions/warn-of-days.ts'
import type { Step } from '../../core/ladder.ts'
import { matterNumber } from '../../core/matter.ts'
import { textsIn } from './texts.ts'

/** Letters are written in the language that the network works in. */
const locale = 'sv'
const texts = textsIn(locale).letter

/** The most pressing first. */
const steps: readonly Step[] = ['after', 'day', 'before']

/** What somebody is told of the matters whose days are near or have passed. */
export function letterOfDays(origin: string): WarnParts['write'] {
  return ({ name, lines }: LetterOfDays) => {
    const parts = steps.flatMap((step) => {
      const ofStep = lines.filter((line) => line.step === step)
      return ofStep.length === 0 ? [] : [[texts.steps[step], ...ofStep.map(lineOf)].join('\n')]
    })
    const [only] = lines
    const subject =
      lines.length === 1 && only
        ? texts.subjectOfOne(numberOf(only), texts.due[only.due])
        : texts.subject(lines.length)
    return {
      subject,
      body: `${[texts.hello(name), ...parts, `${texts.here}\n${origin}${addressOf('matters', locale)}`].join('\n\n')}\n`,
    }
  }
}

function numberOf({ matter }: WarnedOf): string {
  return matterNumber(matter)
}

function lineOf(line: WarnedOf): string {
  const { subject, due, on } = line
  return texts.line(numberOf(line), subject, texts.due[due], formatDay(on, locale))
}

/** What whoever has a matter is told when the company has answered by mail: no word of it, which the matter itself holds. */
export function letterOfAnswer(origin: string): TellParts['write'] {
  return (matter) => ({
    subject: texts.answerSubject(matterNumber(matter)),
    body: `${texts.answer(matterNumber(matter))}\n\n${origin}${addressOf('matter', locale, { matter: matterNumber(matter) })}\n`,
  })
}

/** What stands in an entry of files that came by mail and are kept with it. */
export const tellOfFiles: AnswerParts['tellOfFiles'] = (names, reader) =>
  textsIn(reader).letter.files(names.join(', '))

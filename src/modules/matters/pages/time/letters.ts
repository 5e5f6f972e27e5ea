import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { AnswerParts } from '../../actions/take-answer.ts'
import type { LetterOfDays, WarnedOf, WarnParts } from '../../actions/warn-of-days.ts'
import type { Step } from '../../core/ladder.ts'
import { matterNumber } from '../../core/matter.ts'
import { errorText, textsIn as companyTexts } from '../company/texts.ts'
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

/** What a file without a name is called. */
export const unnamedFile: AnswerParts['unnamed'] = (reader) => companyTexts(reader).unnamed

/** What stands in an entry of files that came by mail: those that stand with it, and those that were not taken and why. */
export const tellOfFiles: AnswerParts['tellOfFiles'] = ({ taken, refused }, reader) => {
  const { files, filesRefused } = textsIn(reader).letter
  const theirs = companyTexts(reader)
  const why = refused.map(({ name, problem }) => theirs.file(name, errorText(theirs, problem)))
  return [
    taken.length === 0 ? '' : files(taken.join(', ')),
    why.length === 0 ? '' : [filesRefused, ...why].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What an officer is told of a mail of theirs, which is not sent before they have seen it. */
export function letterOfDraft(origin: string): AnswerParts['tellOfDraft'] {
  return (matter, { isKept, files }) => {
    const { draft } = texts
    const number = matterNumber(matter)
    const parts = [
      isKept ? draft.kept : '',
      files.length === 0 ? '' : draft.files(files.join(', ')),
      `${draft.here}\n${origin}${addressOf('matter', locale, { matter: number })}`,
    ]
    return {
      subject: draft.subject(number),
      body: `${parts.filter((part) => part !== '').join('\n\n')}\n`,
    }
  }
}

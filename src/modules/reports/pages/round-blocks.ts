import { answerStatesInWords } from '#modules/follow-up'
import type { Locale } from '#platform/values/locale.ts'
import type { Block } from '#platform/paper/paper.ts'
import type { Report, ReportedAnswer } from '../core/report.ts'
import { textsIn } from './texts.ts'
import { plain, said } from './words.ts'

/** Who had answered the round, and what they said to its questions. Silence is told as silence. */
export function roundBlocks({ round }: Report, locale: Locale): Block[] {
  if (!round) return []
  const texts = textsIn(locale).round
  return [
    { kind: 'heading', level: 1, id: 'svaren', text: texts.title },
    {
      kind: 'table',
      caption: texts.caption,
      columns: [
        { label: textsIn(locale).cell.municipality, share: 3 },
        { label: texts.state, share: 5 },
      ],
      rows: round.answers.map((one) => [plain(one.municipality), plain(stateInWords(one, locale))]),
    },
    ...round.questions.flatMap((question, at) => questionBlocks(question, at, round.answers, locale)),
  ]
}

/** How far a municipality had come, and whether it came late. */
export function stateInWords({ state, isLate }: ReportedAnswer, locale: Locale): string {
  const words = answerStatesInWords(locale)[state]
  return isLate ? `${words}, ${textsIn(locale).round.late}` : words
}

function questionBlocks(
  question: string,
  at: number,
  answers: readonly ReportedAnswer[],
  locale: Locale,
): Block[] {
  const texts = textsIn(locale).round
  const given = answers.filter((one) => one.answers[at])
  return [
    { kind: 'heading', level: 2, id: `fraga-${at + 1}`, text: question },
    given.length === 0
      ? { kind: 'paragraph', phrases: [plain(texts.noAnswers)] }
      : {
          kind: 'list',
          items: given.map((one) => [plain(`${one.municipality}: `), said(one.answers[at] ?? '', locale)]),
        },
  ]
}

import { formatNumber } from '#platform/values/numbers.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Table } from '#ui/table.tsx'
import type { Ask, Question } from '../core/ask.ts'
import { textsIn } from './texts.ts'
import { choicesInWords } from './words.ts'

/** What came of an ask. */
export interface Results {
  readonly numbers: readonly {
    readonly question: number
    readonly choice: number
    readonly answers: number
  }[]
  /** Null for all but whoever asks. */
  readonly texts: readonly { readonly question: number; readonly text: string }[] | null
}

/** The answers, question by question. */
export function ResultList({
  ask,
  results,
  locale,
}: {
  readonly ask: Ask
  readonly results: Results
  readonly locale: Locale
}) {
  return (
    <>
      {ask.questions.map((question, at) => (
        <div class="section" key={question.text}>
          <h3 lang="sv">{question.text}</h3>
          {question.kind === 'text' ? (
            <Words texts={results.texts?.filter((one) => one.question === at + 1) ?? null} locale={locale} />
          ) : (
            <Numbers
              question={question}
              numbers={results.numbers.filter((one) => one.question === at + 1)}
              locale={locale}
            />
          )}
        </div>
      ))}
    </>
  )
}

function Words({ texts: written, locale }: { readonly texts: Results['texts']; readonly locale: Locale }) {
  const { results: texts } = textsIn(locale)
  if (written === null) return <p>{texts.words}</p>
  if (written.length === 0) return <p class="empty">{texts.noWords}</p>
  return (
    <ul>
      {written.map(({ text }, at) => (
        <li key={at} class="as-written">
          {text}
        </li>
      ))}
    </ul>
  )
}

function Numbers({
  question,
  numbers,
  locale,
}: {
  readonly question: Question
  readonly numbers: Results['numbers']
  readonly locale: Locale
}) {
  const { results: texts } = textsIn(locale)
  const all = numbers.reduce((sum, { answers }) => sum + answers, 0)
  if (all === 0) return <p>{texts.tooFew}</p>
  const mean = numbers.reduce((sum, { choice, answers }) => sum + choice * answers, 0) / all
  return (
    <>
      <Table
        caption={question.text}
        captionHidden
        rows={choicesInWords(question, locale).map(({ number, text }) => ({
          number,
          text,
          answers: numbers.find(({ choice }) => choice === number)?.answers ?? 0,
        }))}
        rowKey={({ number }) => String(number)}
        columns={[
          { label: texts.answer, rowHeader: true, cell: ({ text }) => text },
          { label: texts.count, numeric: true, cell: ({ answers }) => String(answers) },
          {
            label: texts.share,
            numeric: true,
            cell: ({ answers }) => texts.percent(formatNumber((100 * answers) / all, locale)),
          },
        ]}
      />
      <p class="source">
        {texts.n(all)}
        {question.kind === 'scale' && `. ${texts.mean(formatNumber(mean, locale, 1))}`}
      </p>
    </>
  )
}

import type { Answers, Setting, Truth } from '#modules/rules'
import { inLocale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { exampleEmployers, whoChanges } from '../finder/change.ts'
import { asked, triedExamples, type Listed, type Support } from '../finder/support.ts'
import { keepingIn, shortIn } from './texts.ts'
import { answerInWords, type Reader } from './words.ts'

const mostShown = 12

interface EffectProps {
  /** What holds; null for a support that is new. */
  readonly before: Listed | null
  readonly after: Support
  readonly setting: Setting
  readonly reader: Reader
}

/** What a changed support would say: of its examples, and of the network's example employers. */
export function EffectSection({ before, after, setting, reader }: EffectProps) {
  const { locale } = reader
  const { effect: texts } = keepingIn(locale)
  const listed = {
    id: '',
    giver: { id: '', name: '' },
    content: after,
    since: null,
    checkedOn: null,
    isCheckedByGiver: false,
    isReached: null,
  }
  const tried = triedExamples(
    asked(before ? { ...before, content: after } : listed, setting).compiled,
    after.examples,
  )
  return (
    <Section id="blir" title={texts.title}>
      <Table
        caption={texts.examples}
        rows={tried}
        rowKey={({ example }) => example.name.sv}
        columns={[
          { label: texts.example, rowHeader: true, cell: ({ example }) => inLocale(example.name, locale) },
          { label: texts.expected, cell: ({ example }) => texts.answers[example.expect] },
          {
            label: texts.answer,
            cell: ({ example, answer }) =>
              answer === example.expect ? (
                texts.answers[answer]
              ) : (
                <Status tone="bad" label={texts.answers[answer]} />
              ),
          },
        ]}
      />
      {before && <Changes {...{ before, after, setting, reader }} />}
    </Section>
  )
}

function Changes({ before, after, setting, reader }: EffectProps & { readonly before: Listed }) {
  const { effect: texts } = keepingIn(reader.locale)
  const changed = whoChanges(before, after, setting)
  const said = (answer: Truth) => texts.answers[answer]
  return (
    <>
      <p>
        <strong>{texts.changes(changed.length, exampleEmployers(setting).length)}</strong>
      </p>
      {changed.length > 0 && (
        <Table
          caption={texts.title}
          captionHidden
          rows={changed.slice(0, mostShown)}
          rowKey={({ answers }) => JSON.stringify(answers)}
          columns={[
            {
              label: texts.who,
              rowHeader: true,
              cell: ({ answers }) => whoInWords(answers, setting, reader),
            },
            { label: texts.before, cell: (one) => said(one.before) },
            { label: texts.after, cell: (one) => said(one.after) },
          ]}
        />
      )}
      {changed.length > mostShown && <p>{texts.more(changed.length - mostShown)}</p>}
    </>
  )
}

function whoInWords(answers: Answers, { facts }: Setting, reader: Reader): string {
  return Object.entries(answers)
    .flatMap(([fact, known]) =>
      known === undefined
        ? []
        : [`${shortIn(reader.locale, fact)}: ${answerInWords(fact, known, facts, reader)}`],
    )
    .join('; ')
}

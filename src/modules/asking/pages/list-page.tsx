import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Ask } from '../core/ask.ts'
import { errorText, textsIn } from './texts.ts'
import { askerInWords, type Reader } from './words.ts'

/** An ask, with how many were asked and have answered. */
interface ListedAsk {
  readonly ask: Ask
  readonly asked: number
  readonly answered: number
}

interface ListPageProps {
  readonly asks: readonly ListedAsk[]
  readonly limit: number
  readonly mayAsk: boolean
  readonly mayLimit: boolean
  readonly isSaved: boolean
  /** What was typed as the limit, and was none. */
  readonly wrongLimit: string | null
  readonly reader: Reader
}

/** What companies are asked, by whom, and how many answer. */
export function ListPage(props: ListPageProps) {
  const { asks, mayAsk, isSaved, reader } = props
  const { locale } = reader
  const { list: texts, example, exampleTag, limit } = textsIn(locale)
  return (
    <Page>
      {isSaved && (
        <Notice tone="success" live>
          <p>{limit.saved}</p>
        </Notice>
      )}
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={mayAsk && <LinkButton href={addressOf('newAsk', locale)}>{texts.ask}</LinkButton>}
      />
      {asks.some(({ ask }) => ask.isExample) && <p class="source">{example}</p>}
      <Table
        caption={texts.caption}
        captionHidden
        rows={asks}
        rowKey={({ ask }) => ask.id}
        empty={texts.none}
        columns={[
          {
            label: texts.what,
            rowHeader: true,
            cell: ({ ask }) => (
              <>
                <a href={addressOf('ask', locale, { ask: ask.id })} lang="sv">
                  {ask.title}
                </a>
                {ask.isExample && (
                  <>
                    {' '}
                    <ExampleTag>{exampleTag}</ExampleTag>
                  </>
                )}
              </>
            ),
          },
          { label: texts.by, cell: ({ ask }) => askerInWords(ask.municipality, reader) },
          {
            label: texts.closes,
            cell: ({ ask: { closedAt, closesOn } }) =>
              closedAt === null
                ? texts.open(formatShortDay(closesOn, locale))
                : texts.closed(formatShortDay(dayOf(closedAt), locale)),
          },
          { label: texts.turnout, numeric: true, cell: ({ asked, answered }) => texts.of(answered, asked) },
        ]}
      />
      <Limit {...props} />
    </Page>
  )
}

function Limit({ limit, mayLimit, wrongLimit, reader: { locale } }: ListPageProps) {
  const { limit: texts } = textsIn(locale)
  return (
    <Section id="hur-ofta" title={texts.title} lead={texts.lead(limit)}>
      {mayLimit && (
        <Form action={addressOf('asks', locale)} guard={false}>
          <TextField
            name="limit"
            label={texts.field}
            hint={texts.hint}
            value={wrongLimit ?? String(limit)}
            error={wrongLimit === null ? undefined : errorText(locale, 'limit-invalid')}
            inputMode="numeric"
            size={4}
          />
          <FormActions>
            <Submit>{texts.save}</Submit>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

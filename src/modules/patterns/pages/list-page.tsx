import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardGrid } from '#ui/card.tsx'
import { Form } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { spreadOf, type CarriedMatter, type Pattern } from '../core/pattern.ts'
import { placesInWords } from './read-pattern.ts'
import { textsIn } from './texts.ts'

export interface ListedPattern {
  readonly pattern: Pattern
  readonly matters: readonly CarriedMatter[]
}

interface ListPageProps {
  readonly listed: readonly ListedPattern[]
  readonly mayDecide: boolean
  readonly isSearched: boolean
  readonly nameOf: (municipality: string) => string
  readonly locale: Locale
}

/** What comes back in many town halls: what is to be decided on, and what was. */
export function ListPage(props: ListPageProps) {
  const { listed, mayDecide, isSearched, locale } = props
  const { list: texts } = textsIn(locale)
  const of = (state: Pattern['state']) => listed.filter(({ pattern }) => pattern.state === state)
  return (
    <Page>
      {isSearched && (
        <Notice tone="success" live>
          <p>{texts.found}</p>
        </Notice>
      )}
      <PageTitle title={texts.title} lead={texts.lead} />
      {(mayDecide || of('proposed').length > 0) && <Proposals {...props} listed={of('proposed')} />}
      <Section id="bekraftade" title={texts.confirmed}>
        <Table
          caption={texts.confirmed}
          captionHidden
          rows={of('confirmed')}
          rowKey={({ pattern }) => pattern.id}
          empty={texts.none}
          columns={columnsOf(props)}
        />
      </Section>
      {of('dismissed').length > 0 && (
        <Section id="avfardade" title={texts.dismissed}>
          <Table
            caption={texts.dismissed}
            captionHidden
            rows={of('dismissed')}
            rowKey={({ pattern }) => pattern.id}
            columns={columnsOf(props).filter(({ label }) => label !== texts.state)}
          />
        </Section>
      )}
    </Page>
  )
}

function Proposals({ listed, mayDecide, nameOf, locale }: ListPageProps) {
  const { list: texts, pattern: words, exampleTag } = textsIn(locale)
  return (
    <Section
      id="forslag"
      title={texts.proposed}
      lead={texts.proposedLead}
      action={
        mayDecide && (
          <Form action={addressOf('patterns', locale)} guard={false}>
            <Button variant="secondary">{texts.find}</Button>
          </Form>
        )
      }
    >
      {listed.length === 0 ? (
        <p class="empty">{texts.noProposals}</p>
      ) : (
        <CardGrid>
          {listed.map(({ pattern, matters }) => (
            <Card
              key={pattern.id}
              title={inLocale(pattern.topicName, locale)}
              href={addressOf('pattern', locale, { pattern: pattern.id })}
              tags={pattern.isExample && <ExampleTag>{exampleTag}</ExampleTag>}
            >
              <p lang="sv">{texts.words(pattern.terms.join(', '))}</p>
              <p class="source">
                {words.count}: {matters.length} · {placesInWords(spreadOf(matters).municipalities, nameOf)} ·{' '}
                {spanInWords(matters, locale)}
              </p>
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  )
}

function columnsOf({ nameOf, locale }: ListPageProps): readonly Column<ListedPattern>[] {
  const { list: texts, exampleTag } = textsIn(locale)
  return [
    {
      label: texts.what,
      rowHeader: true,
      cell: ({ pattern }) => (
        <>
          <a href={addressOf('pattern', locale, { pattern: pattern.id })} lang="sv">
            {pattern.title || pattern.terms.join(', ')}
          </a>{' '}
          {pattern.isExample && <ExampleTag>{exampleTag}</ExampleTag>}
        </>
      ),
    },
    { label: texts.topic, cell: ({ pattern }) => inLocale(pattern.topicName, locale) },
    { label: texts.matters, numeric: true, cell: ({ matters }) => matters.length },
    {
      label: texts.municipalities,
      cell: ({ matters }) => placesInWords(spreadOf(matters).municipalities, nameOf),
    },
    { label: texts.when, cell: ({ matters }) => spanInWords(matters, locale) },
    {
      label: texts.state,
      cell: ({ pattern }) => (pattern.returnedAt === null ? texts.waits : texts.cameBack),
    },
  ]
}

/** From which day to which the matters came. */
export function spanInWords(matters: readonly CarriedMatter[], locale: Locale): string {
  const { from, to } = spreadOf(matters)
  const day = (at: Date | null) => (at ? formatShortDay(dayOf(at), locale) : '')
  return textsIn(locale).pattern.span(day(from), day(to))
}

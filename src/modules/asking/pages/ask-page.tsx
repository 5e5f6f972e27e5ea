import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Ask } from '../core/ask.ts'
import { ResultList, type Results } from './results.tsx'
import { textsIn } from './texts.ts'
import { askerInWords, choicesInWords, criteriaInWords, type Reader } from './words.ts'

interface AskPageProps {
  readonly ask: Ask
  readonly turnout: { readonly asked: number; readonly answered: number }
  readonly results: Results
  readonly isOwn: boolean
  readonly isSaved: boolean
  readonly reader: Reader
}

/** What was asked, of whom and why, and what came of it; for the whole network. */
export function AskPage(props: AskPageProps) {
  const { ask, turnout, results, isOwn, isSaved, reader } = props
  const { locale } = reader
  const { ask: texts, list } = textsIn(locale)
  return (
    <Page width="narrow">
      {isSaved && (
        <Notice tone="success" live>
          <p>{ask.closedAt === null ? texts.sent : texts.closed}</p>
        </Notice>
      )}
      <PageTitle eyebrow={list.title} title={<span lang="sv">{ask.title}</span>} />
      {ask.isExample && (
        <Notice>
          <p>{texts.example}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: texts.by, details: askerInWords(ask.municipality, reader) },
          {
            term: texts.why,
            details: (
              <span class="as-written" lang="sv">
                {ask.why}
              </span>
            ),
          },
          { term: texts.criteria, details: criteriaInWords(ask.criteria, reader) },
          { term: texts.turnout, details: texts.of(turnout.answered, turnout.asked) },
          ask.closedAt === null
            ? { term: texts.closes, details: formatDay(ask.closesOn, locale) }
            : { term: texts.closedOn, details: formatDay(dayOf(ask.closedAt), locale) },
        ]}
      />
      {ask.closedAt === null ? (
        <Questions ask={ask} reader={reader} />
      ) : (
        <Section id="svaren" title={texts.results}>
          <ResultList ask={ask} results={results} locale={locale} />
        </Section>
      )}
      {isOwn && ask.closedAt === null && (
        <Section id="stang" title={texts.closeTitle} lead={texts.closeLead}>
          <Form action={addressOf('ask', locale, { ask: ask.id })} guard={false}>
            <FormActions>
              <Button variant="secondary">{texts.close}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function Questions({ ask, reader: { locale } }: Pick<AskPageProps, 'ask' | 'reader'>) {
  const { ask: texts, form } = textsIn(locale)
  return (
    <Section id="fragorna" title={texts.questions} lead={texts.waiting}>
      <ol>
        {ask.questions.map((question) => (
          <li key={question.text}>
            <span lang="sv">{question.text}</span>{' '}
            <span class="source">
              {choicesInWords(question, locale)
                .map(({ text }) => text)
                .join(' · ') || form.kinds.text}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { skipName } from '../finder/answers.ts'
import { helps } from '../core/support.ts'
import { askedNow, Carried, type FinderPageProps } from './carried.tsx'
import { Results } from './finder-results.tsx'
import { QuestionField } from './question-field.tsx'
import { TakeAlong } from './take-along.tsx'
import { errorText, questionIn, shortIn, textsIn } from './texts.ts'
import { answerInWords } from './words.ts'

/** The finder: one question at a time, and all that the answers so far say. */
export function FinderPage(props: FinderPageProps) {
  const { given, reader, say, found } = props
  const { locale } = reader
  const { find: texts, errors } = textsIn(locale)
  const hasAnswers = Object.keys(given.answers).length > 0
  return (
    <Page>
      <ErrorSummary
        title={errors.title}
        errors={errorsInWords(given.errors, (name) => errorText(locale, name))}
      />
      {say && (
        <Notice tone="success" live>
          <p>{texts[say]}</p>
        </Notice>
      )}
      <PageTitle title={texts.title} lead={texts.lead} />
      <NextQuestion {...props} />
      {hasAnswers && (
        <>
          <Yours {...props} />
          <p role="status">
            <strong>{texts.tally(found.fits.length, found.open.length, found.refused.length)}</strong>{' '}
            {found.toAsk.length > 0 &&
              texts.stillOpen(
                found.toAsk
                  .slice(0, 3)
                  .map((fact) => shortIn(locale, fact))
                  .join(', '),
              )}
          </p>
          <HelpFilter {...props} />
          <Results {...props} />
          <TakeAlong {...props} />
        </>
      )}
    </Page>
  )
}

function NextQuestion(props: FinderPageProps) {
  const { found, given, setting, reader } = props
  const { locale } = reader
  const { find: texts, dontKnow } = textsIn(locale)
  const wrong = Object.keys(given.errors)
  const asked = askedNow(given, found)
  if (asked.length === 0) return <p>{texts.nothingLeft}</p>
  const isFirst = Object.keys(given.answers).length === 0
  const others = found.toAsk.filter((fact) => !asked.includes(fact)).slice(0, 12)
  const fields = (facts: readonly string[]) =>
    facts.map((fact) => (
      <QuestionField
        key={fact}
        {...{ fact, reader }}
        facts={setting.facts}
        typed={given.typed}
        errors={given.errors}
      />
    ))
  return (
    <Section
      id="fraga"
      title={wrong.length > 0 ? texts.mend : isFirst ? texts.first : texts.next}
      {...(isFirst || wrong.length > 0 ? {} : { lead: texts.settles })}
    >
      <form class="form" method="get" action={addressOf('findSupport', locale)} noValidate>
        <Carried {...props} without={[...asked, ...others]} />
        {fields(asked)}
        <div class="row form__actions">
          <Button>{texts.go}</Button>
          {wrong.length === 0 && !isFirst && found.next !== null && (
            <Button variant="secondary" name={skipName} value={found.next}>
              {dontKnow}
            </Button>
          )}
        </div>
        {!isFirst && others.length > 0 && (
          <Disclosure summary={texts.more}>
            <div class="form">
              {fields(others)}
              <div class="row form__actions">
                <Button>{texts.go}</Button>
              </div>
            </div>
          </Disclosure>
        )}
      </form>
    </Section>
  )
}

function Yours({ given, setting, reader, wish }: FinderPageProps) {
  const { locale } = reader
  const { find: texts } = textsIn(locale)
  const page = addressOf('findSupport', locale)
  const without = (fact: string) => {
    const query = new URLSearchParams({ ...given.typed, ...wish })
    query.delete(fact)
    for (const skipped of given.skipped) query.append(skipName, skipped)
    return `${page}?${query}`
  }
  return (
    <Disclosure summary={`${texts.yours} (${Object.keys(given.answers).length})`}>
      <dl class="facts">
        {Object.entries(given.answers).map(([fact, known]) =>
          known === undefined ? null : (
            <div key={fact}>
              <dt>{questionIn(locale, fact).short}</dt>
              <dd>
                {answerInWords(fact, known, setting.facts, reader)}{' '}
                <a href={without(fact)}>
                  {texts.change}
                  <span class="ds-sr-only">: {questionIn(locale, fact).short}</span>
                </a>
              </dd>
            </div>
          ),
        )}
      </dl>
      <LinkButton variant="tertiary" href={page}>
        {texts.restart}
      </LinkButton>
    </Disclosure>
  )
}

function HelpFilter({ given, wish, reader: { locale } }: FinderPageProps) {
  const texts = textsIn(locale)
  const chosen = wish['help'] ?? ''
  const to = (help: string) => {
    const query = new URLSearchParams({ ...given.typed, ...wish, help })
    if (help === '') query.delete('help')
    for (const skipped of given.skipped) query.append(skipName, skipped)
    return `${addressOf('findSupport', locale)}?${query}`
  }
  return (
    <nav class="row" aria-label={texts.find.helpFilter}>
      {['', ...helps].map((help) => {
        const label = help === '' ? texts.find.all : texts.helps[help as (typeof helps)[number]]
        return (
          <a key={help} href={to(help)} aria-current={help === chosen ? 'true' : undefined}>
            {label}
          </a>
        )
      })}
    </nav>
  )
}

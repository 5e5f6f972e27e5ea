import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { CardGrid } from '#ui/card.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { FieldErrorText } from '#ui/field.tsx'
import { ErrorSummary, errorsInWords, fieldId, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { DateField, TextField } from '#ui/text-field.tsx'
import type { Statement } from '../core/need.ts'
import type { Merged } from '../core/one-each.ts'
import { stepOf, type Pool } from '../core/pool.ts'
import type { Proposal } from '../core/pooling.ts'
import { dayNumbers, longestWords } from '../pool-forms.ts'
import { poolErrorText, poolTextsIn } from './pool-texts.ts'
import { placeInWords, placesInWords, type Reader } from './words.ts'

type Proposed = Proposal<Merged<Statement>>

interface PoolsShown {
  readonly proposals: readonly Proposed[]
  readonly pools: readonly Pool[]
  /** Within how many minutes is near enough. */
  readonly reach: number
  readonly reader: Reader
}

/** Which companies may take a course together, and those that are asked already. */
export function PoolsPage({ proposals, pools, reach, reader }: PoolsShown) {
  const { locale } = reader
  const { list: texts, steps } = poolTextsIn(locale)
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('needsInside', locale)}>{texts.needs}</a>}
        title={texts.title}
        lead={texts.lead}
      />
      <Section id="forslag" title={texts.proposals}>
        {proposals.length === 0 && <p class="empty">{texts.none}</p>}
        <CardGrid columns={3}>
          {proposals.map((proposal) => (
            <article class="card" key={`${proposal.skill} ${proposal.place}`}>
              <h3 class="card__title" lang="sv">
                {proposal.near ?? proposal.needs[0]?.first.words}
              </h3>
              <Why proposal={proposal} reach={reach} reader={reader} />
              <p>
                <LinkButton href={startHref(proposal, reader)} variant="secondary">
                  {texts.ask}
                </LinkButton>
              </p>
            </article>
          ))}
        </CardGrid>
      </Section>
      <Section id="kurser" title={texts.running}>
        <Table
          caption={texts.running}
          captionHidden
          rows={pools}
          rowKey={({ id }) => id}
          empty={texts.noneRunning}
          columns={[
            {
              label: texts.title2,
              rowHeader: true,
              cell: ({ id, title }) => <a href={addressOf('pool', locale, { pool: id })}>{title}</a>,
            },
            { label: texts.step, cell: (pool) => steps[stepOf(pool)] },
            { label: texts.started, cell: ({ madeAt }) => formatDay(dayOf(madeAt), locale) },
          ]}
        />
      </Section>
    </Page>
  )
}

function startHref({ skill, place }: Proposed, { locale }: Reader): string {
  return `${addressOf('pools', locale)}?${new URLSearchParams({ skill, place }).toString()}`
}

/** Why it is a proposal. */
function Why({
  proposal: { near, needs, companies, places, seats, place, from, until },
  reach,
  reader,
}: {
  readonly proposal: Proposed
  readonly reach: number
  readonly reader: Reader
}) {
  const { locale } = reader
  const { list: texts } = poolTextsIn(locale)
  const days = [formatDay(from, locale), formatDay(until, locale)] as const
  return (
    <>
      {near === null ? (
        <p>{texts.proposal(companies, places.length, seats)}</p>
      ) : (
        <p>
          {texts.near(companies, seats)}{' '}
          <span lang="sv">{[...new Set(needs.map(({ first }) => first.words))].join(', ')}</span>.
        </p>
      )}
      <p>
        {places.length === 1
          ? texts.whyOne(placeInWords(place, reader), ...days)
          : texts.why(placeInWords(place, reader), reach, ...days)}
      </p>
    </>
  )
}

interface StartShown {
  readonly proposal: Proposed
  readonly reach: number
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isSent: boolean
  readonly reader: Reader
}

/** The form that asks the companies of one proposal. */
export function StartPage(shown: StartShown) {
  const { proposal, reach, typed, errors, isSent, reader } = shown
  const { locale } = reader
  const { list: texts, errorTitle } = poolTextsIn(locale)
  const words = proposal.near ?? proposal.needs[0]?.first.words ?? ''
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] ? poolErrorText(locale, errors[name]) : undefined,
  })
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(errors, (name) => poolErrorText(locale, name))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('pools', locale)}>{texts.title}</a>}
        title={<span lang="sv">{words}</span>}
      />
      <Why proposal={proposal} reach={reach} reader={reader} />
      <Form action={addressOf('pools', locale)}>
        <Hidden name="skill" value={proposal.skill} />
        <Hidden name="place" value={proposal.place} />
        <CompanyFields {...shown} />
        <TextField
          {...shared('title')}
          label={texts.name}
          value={isSent ? typed['title'] : words}
          maxLength={longestWords.title}
        />
        {dayNumbers.map((number) => (
          <DateField
            key={number}
            {...shared(`day-${number}`)}
            label={texts.day(number)}
            {...(number > 1 ? { optional: texts.optional } : {})}
          />
        ))}
        <p class="hint">{texts.askText}</p>
        <FormActions>
          <Submit>{texts.ask}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

function CompanyFields({ proposal, typed, errors, isSent, reader }: StartShown) {
  const { locale } = reader
  const { list: texts } = poolTextsIn(locale)
  const error = errors['companies'] ? poolErrorText(locale, errors['companies']) : undefined
  return (
    <fieldset class="ds-fieldset" id={fieldId('companies')} tabIndex={-1}>
      <legend class="ds-label">{texts.companies}</legend>
      {proposal.near !== null && <p class="hint">{texts.nearHint}</p>}
      <FieldErrorText name="companies" label="" error={error} />
      <div class="choices">
        {proposal.needs.map(({ unit, first, people, places }) => (
          <CheckboxField
            key={unit}
            name={`need:${unit}`}
            label={`${first.companyName}: ${proposal.near === null ? '' : `${first.words}, `}${texts.seats(people)}, ${placesInWords(places, reader)}`}
            {...(first.email === '' ? { hint: texts.noMail } : {})}
            checked={isSent ? typed[`need:${unit}`] !== undefined : proposal.near === null}
          />
        ))}
      </div>
    </fieldset>
  )
}

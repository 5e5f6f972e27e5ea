import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { agreed, stepOf, suitingDays, type Pool, type PoolOffer, type PoolPlace } from '../core/pool.ts'
import { longestWords } from '../pool-forms.ts'
import { poolErrorText, poolTextsIn } from './pool-texts.ts'
import { textsIn } from './texts.ts'
import { placeInWords, type Reader } from './words.ts'

export interface PoolShown {
  readonly pool: Pool
  readonly places: readonly PoolPlace[]
  readonly offers: readonly PoolOffer[]
  readonly days: readonly string[]
  /** The private address of a company that has none of its own, to hand over; null for the others. */
  readonly addressFor: (place: PoolPlace) => string | null
  readonly say: 'asked' | 'saved' | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** A course together as the coordinator leads it, step by step. */
export function PoolPage(shown: PoolShown) {
  const { pool, say, errors, reader } = shown
  const { locale } = reader
  const { pool: texts, steps, list, errorTitle } = poolTextsIn(locale)
  const step = stepOf(pool)
  return (
    <Page>
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(errors, (name) => poolErrorText(locale, name))}
      />
      {say && (
        <Notice tone="success" live>
          <p>{texts[say]}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<a href={addressOf('pools', locale)}>{list.title}</a>}
        title={pool.title}
        lead={<span lang="sv">{pool.words}</span>}
        tags={
          <>
            <Tag tone="accent">{steps[step]}</Tag>
            {pool.isExample && <ExampleTag>{textsIn(locale).example}</ExampleTag>}
          </>
        }
      />
      <Outcome {...shown} />
      <Companies {...shown} />
      <Days {...shown} />
      {step === 'asking' && <OpenForm {...shown} />}
      {step !== 'asking' && <Providers {...shown} />}
      {step !== 'ended' && <EndFields {...shown} />}
    </Page>
  )
}

function fieldsOf({ typed, errors, reader: { locale } }: PoolShown) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] ? poolErrorText(locale, errors[name]) : undefined,
  })
}

function action({ pool, reader: { locale } }: PoolShown): string {
  return addressOf('pool', locale, { pool: pool.id })
}

function Outcome({ pool, offers, reader: { locale } }: PoolShown) {
  const { pool: texts } = poolTextsIn(locale)
  const provider = offers.find(({ id }) => id === pool.chosenOffer)?.provider
  return (
    <>
      {provider && pool.heldOn && <p>{texts.decided(provider, formatDay(pool.heldOn, locale))}</p>}
      {pool.endedAt && (
        <Notice title={texts.ended(pool.seatsFilled ?? 0)}>
          <p class="as-written">{pool.outcome}</p>
        </Notice>
      )}
    </>
  )
}

function Companies({ places, addressFor, reader }: PoolShown) {
  const { locale } = reader
  const { pool: texts } = poolTextsIn(locale)
  return (
    <Section id="foretag" title={texts.companies} lead={texts.onlyYou}>
      <Table
        caption={texts.companies}
        captionHidden
        rows={places}
        rowKey={({ id }) => id}
        columns={[
          {
            label: texts.company,
            rowHeader: true,
            cell: (place) => {
              const address = addressFor(place)
              return (
                <>
                  {place.companyName}
                  {address && (
                    <span class="hint">
                      {' '}
                      {texts.handOver}: <a href={address}>{address}</a>
                    </span>
                  )}
                </>
              )
            },
          },
          { label: texts.place, cell: ({ municipality }) => placeInWords(municipality, reader) },
          { label: texts.seats, numeric: true, cell: ({ seats }) => seats },
          {
            label: texts.answer,
            cell: ({ answer }) => (answer === null ? texts.noAnswer : texts.answers[answer]),
          },
        ]}
      />
    </Section>
  )
}

function Days({ days, places, reader: { locale } }: PoolShown) {
  const { pool: texts } = poolTextsIn(locale)
  return (
    <Section id="dagar" title={texts.days}>
      <Table
        caption={texts.days}
        captionHidden
        rows={suitingDays(days, places)}
        rowKey={({ day }) => day}
        columns={[
          { label: texts.day, rowHeader: true, cell: ({ day }) => formatDay(day, locale) },
          { label: texts.suits, cell: ({ companies, seats }) => texts.suitsText(companies, seats) },
        ]}
      />
    </Section>
  )
}

function OpenForm(shown: PoolShown) {
  const { places, reader } = shown
  const { pool: texts } = poolTextsIn(reader.locale)
  const yes = agreed(places)
  return (
    <Section id="oppna" title={texts.open} lead={texts.openText}>
      <p id="field-open">{texts.agreed(yes.places.length, yes.seats)}</p>
      <Form action={action(shown)} guard={false}>
        <FormActions>
          <Button name="do" value="open">
            {texts.open}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Providers(shown: PoolShown) {
  const { pool, offers, reader } = shown
  const { locale } = reader
  const { pool: texts } = poolTextsIn(locale)
  const shared = fieldsOf(shown)
  const made = offers.filter(({ answeredAt }) => answeredAt !== null)
  return (
    <Section id="anordnare" title={texts.providers}>
      <Table
        caption={texts.providers}
        captionHidden
        rows={offers}
        rowKey={({ id }) => id}
        empty={texts.noProviders}
        columns={[
          { label: texts.provider, rowHeader: true, cell: ({ provider }) => provider },
          {
            label: texts.offer,
            cell: ({ words, answeredAt }) =>
              answeredAt === null ? texts.noOffer : <span class="as-written">{words}</span>,
          },
          { label: texts.price, cell: ({ price }) => price },
          { label: texts.day, cell: ({ onDay }) => (onDay === null ? '' : formatDay(onDay, locale)) },
        ]}
      />
      {stepOf(pool) === 'open' && (
        <>
          <Form action={action(shown)} guard={false}>
            <TextField {...shared('provider')} label={texts.provider} maxLength={longestWords.provider} />
            <TextField {...shared('email')} label={texts.email} type="email" hint={texts.inviteText} />
            <FormActions>
              <Button name="do" value="invite" variant="secondary">
                {texts.invite}
              </Button>
            </FormActions>
          </Form>
          {made.length > 0 && (
            <Form action={action(shown)} guard={false}>
              <RadioGroup
                {...shared('offer')}
                label={texts.choose}
                options={made.map(({ id, provider, price }) => ({ value: id, label: provider, hint: price }))}
              />
              <DateField {...shared('heldOn')} label={texts.heldOn} />
              <FormActions>
                <Button name="do" value="decide">
                  {texts.decide}
                </Button>
              </FormActions>
            </Form>
          )}
        </>
      )}
    </Section>
  )
}

function EndFields(shown: PoolShown) {
  const { pool: texts } = poolTextsIn(shown.reader.locale)
  const shared = fieldsOf(shown)
  return (
    <Section id="avsluta" title={texts.end}>
      <Form action={action(shown)} guard={false}>
        <TextArea
          {...shared('outcome')}
          label={texts.outcome}
          hint={texts.outcomeHint}
          rows={3}
          maxLength={longestWords.words}
        />
        <TextField {...shared('seatsFilled')} label={texts.filled} inputMode="numeric" size={6} />
        <FormActions>
          <Button name="do" value="end" variant="secondary">
            {texts.endButton}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { stepOf, type Pool, type PoolOffer, type PoolPlace } from '../core/pool.ts'
import { longestWords } from '../pool-forms.ts'
import { poolErrorText, poolTextsIn } from './pool-texts.ts'

interface Answered {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly letterKey: string
  readonly locale: Locale
}

interface PlacePageProps extends Answered {
  readonly pool: Pool
  readonly place: PoolPlace
  readonly days: readonly string[]
  /** The others who want to, once they may be seen. */
  readonly others: readonly PoolPlace[]
  readonly chosen: PoolOffer | undefined
}

/** Where a company says yes or no, and, once it and others have said yes, sees them. Nothing here tells how many were asked. */
export function PlacePage(props: PlacePageProps) {
  const { pool, place, others, chosen, errors, locale } = props
  const { place: texts, errorTitle } = poolTextsIn(locale)
  const step = stepOf(pool)
  const isIn = place.answer === 'yes'
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(errors, (name) => poolErrorText(locale, name))}
      />
      <PageTitle title={texts.title(pool.title)} lead={texts.lead(pool.words)} />
      <Said {...props} />
      {isIn && chosen && pool.heldOn && (
        <p>{texts.decided(chosen.provider, formatDay(pool.heldOn, locale))}</p>
      )}
      {step === 'ended' && <p>{isIn && pool.chosenOffer === null ? texts.nothing : texts.ended}</p>}
      {others.length > 0 && (
        <Section id="andra" title={texts.with}>
          <ul>
            {others.map(({ id, companyName }) => (
              <li key={id}>{companyName}</li>
            ))}
          </ul>
        </Section>
      )}
      {(step === 'asking' || step === 'open') && <AnswerForm {...props} />}
    </Page>
  )
}

/** What the company has answered. */
function Said({ pool, place: { answer }, locale }: PlacePageProps) {
  const { place: texts } = poolTextsIn(locale)
  if (answer === null) return null
  const isIn = answer === 'yes'
  return (
    <Notice tone={isIn ? 'success' : 'info'} live>
      <p>{isIn ? texts.saidYes : texts.saidNo}</p>
      {isIn && stepOf(pool) === 'asking' && <p>{texts.waiting}</p>}
    </Notice>
  )
}

function AnswerForm({ place, days, typed, errors, letterKey, locale }: PlacePageProps) {
  const { place: texts } = poolTextsIn(locale)
  return (
    <>
      <p>{texts.promise}</p>
      <Form action={addressOf('poolPlace', locale, { key: letterKey })} guard={false}>
        <TextField
          name="seats"
          label={texts.seats}
          value={typed['seats'] ?? String(place.seats)}
          error={errors['seats'] ? poolErrorText(locale, errors['seats']) : undefined}
          inputMode="numeric"
          size={6}
        />
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{texts.days}</legend>
          <div class="choices">
            {days.map((day) => (
              <CheckboxField
                key={day}
                name={`day:${day}`}
                label={formatDay(day, locale)}
                checked={typed[`day:${day}`] !== undefined || place.days.includes(day)}
              />
            ))}
          </div>
        </fieldset>
        <FormActions>
          <Button name="do" value="yes">
            {texts.yes}
          </Button>
          <Button name="do" value="no" variant="secondary">
            {texts.no}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

interface OfferPageProps extends Answered {
  readonly pool: Pool
  readonly offer: PoolOffer
  readonly days: readonly string[]
}

/** Where a provider offers the course. */
export function OfferPage({ pool, offer, days, typed, errors, letterKey, locale }: OfferPageProps) {
  const { offer: texts, errorTitle } = poolTextsIn(locale)
  const isOpen = stepOf(pool) === 'open'
  const isChosen = pool.chosenOffer === offer.id && pool.heldOn !== null
  const shared = (name: 'words' | 'price' | 'onDay') => ({
    name,
    value: typed[name] ?? offer[name] ?? '',
    error: errors[name] ? poolErrorText(locale, errors[name]) : undefined,
  })
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(errors, (name) => poolErrorText(locale, name))}
      />
      <PageTitle title={texts.title(pool.title)} lead={texts.lead(pool.words, pool.seats ?? 0)} />
      {offer.answeredAt !== null && isOpen && Object.keys(errors).length === 0 && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      {isChosen && (
        <Notice tone="success">
          <p>{texts.chosen(formatDay(pool.heldOn ?? '', locale))}</p>
        </Notice>
      )}
      {!isOpen && !isChosen && <p>{texts.closed}</p>}
      {isOpen && (
        <>
          <p>{texts.days(days.map((day) => formatDay(day, locale)).join(', '))}</p>
          <Form action={addressOf('poolOffer', locale, { key: letterKey })}>
            <TextArea
              {...shared('words')}
              label={texts.words}
              hint={texts.wordsHint}
              rows={5}
              maxLength={longestWords.words}
            />
            <TextField {...shared('price')} label={texts.price} maxLength={longestWords.price} />
            <DateField {...shared('onDay')} label={texts.onDay} />
            <FormActions>
              <Submit>{texts.submit}</Submit>
            </FormActions>
          </Form>
        </>
      )}
    </Page>
  )
}

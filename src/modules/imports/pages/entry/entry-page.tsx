import { indicatorCodesInWords, type Choice } from '#modules/indicators'
import type { Municipality } from '#modules/region'
import { genders } from '#modules/statistics'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { Doubt } from '../../core/doubts.ts'
import { reasonsByHand } from '../../core/entry-form.ts'
import { Doubts } from './doubts.tsx'
import { entryTextsIn } from './entry-texts.ts'
import { SettledList, type Settled } from './settled-list.tsx'

interface EntryPageProps {
  /** The indicators that are kept by hand. */
  readonly choices: readonly Choice[]
  /** The one that the figure is of; null while nobody has said. */
  readonly chosen: Choice | null
  /** Whether its figures may be of women and men apart. */
  readonly isDivided: boolean
  /** Those that have no source and that the coordinator may decide to keep by hand; empty for others. */
  readonly without: readonly Choice[]
  /** The municipalities that the reader may enter figures of. */
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
  /** What is strange about the value that was typed. */
  readonly doubts: readonly Doubt[]
  /** What has become of the reader's own figures of late. */
  readonly settled: readonly Settled[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** Entering a figure by hand. */
export function EntryPage(props: EntryPageProps) {
  const { errors, settled, locale } = props
  const texts = entryTextsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(name, locale))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('toConfirm', locale)}>{texts.waiting.title}</a>}
        title={texts.enter.title}
        lead={texts.enter.lead}
      />
      <Entering {...props} />
      <SettledList settled={settled} locale={locale} />
      <WithoutSource {...props} />
    </Page>
  )
}

function errorText(name: string, locale: Locale): string {
  return entryTextsIn(locale).errors[name] ?? name
}

/** First which indicator, for the unit and the rest of the form follow from it; then the figure. */
function Entering(props: EntryPageProps) {
  const { choices, chosen, errors, locale } = props
  const { enter: texts } = entryTextsIn(locale)
  if (choices.length === 0) {
    return (
      <EmptyState title={texts.none}>
        <p>{texts.noneLead}</p>
      </EmptyState>
    )
  }
  if (chosen || Object.keys(errors).length > 0) return <EntryFields {...props} />
  const here = addressOf('enterFigure', locale)
  return (
    <Section id="indikator" title={texts.chooseFirst} lead={texts.indicatorHint}>
      <ul class="plain-list">
        {choices.map((choice) => (
          <li key={choice.id}>
            <a href={`${here}?indikator=${choice.id}`}>{inLocale(choice.name, locale)}</a> (
            {unitOf(choice, locale)})
          </li>
        ))}
      </ul>
    </Section>
  )
}

function unitOf({ unit }: Choice, locale: Locale): string {
  return indicatorCodesInWords(locale).units[unit]
}

function EntryFields(props: EntryPageProps) {
  const { chosen, isDivided, typed, errors, locale } = props
  const texts = entryTextsIn(locale).enter
  const field = (name: string) => {
    const error = errors[name]
    return { name, value: typed[name], ...(error === undefined ? {} : { error: errorText(error, locale) }) }
  }
  return (
    <Form action={addressOf('enterFigure', locale)}>
      <OfWhat {...props} field={field} />
      <OfWhere {...props} field={field} />
      <TextField {...field('year')} label={texts.year} inputMode="numeric" size={6} maxLength={4} />
      {isDivided && (
        <RadioGroup
          {...field('gender')}
          value={typed['gender'] ?? 'all'}
          label={texts.gender}
          options={genders.map((gender) => ({ value: gender, label: texts.genders[gender] }))}
        />
      )}
      <TextField
        {...field('value')}
        label={texts.value}
        hint={chosen ? texts.valueHint(unitOf(chosen, locale)) : texts.valueHintAny}
        inputMode="decimal"
        size={14}
      />
      <InDoubt {...props} field={field} />
      <SelectField
        {...field('missing')}
        label={texts.missing}
        empty={texts.hasValue}
        options={reasonsByHand.map((reason) => ({ value: reason, label: texts.reasons[reason] }))}
      />
      <CheckboxField name="preliminary" label={texts.preliminary} checked={typed['preliminary'] === 'on'} />
      <TextField {...field('takenFrom')} label={texts.takenFrom} hint={texts.takenFromHint} maxLength={300} />
      <TextArea {...field('note')} label={texts.note} optional={texts.optional} rows={2} maxLength={500} />
      <FormActions>
        <Submit>{texts.send}</Submit>
      </FormActions>
    </Form>
  )
}

type FieldProps = EntryPageProps & {
  readonly field: (name: string) => { readonly name: string; readonly value: string | undefined }
}

/** A value that stands out is sent once more, by somebody who has looked at it. */
function InDoubt({ doubts, typed, field, locale }: FieldProps) {
  const value = typed['value']
  if (doubts.length === 0 || value === undefined) return null
  return (
    <>
      <Doubts doubts={doubts} titleLevel={2} locale={locale} />
      <CheckboxField
        {...field('checked')}
        label={entryTextsIn(locale).enter.checked}
        value={value}
        checked={typed['checked'] === value}
      />
    </>
  )
}

function OfWhat({ choices, chosen, locale, field }: FieldProps) {
  const texts = entryTextsIn(locale).enter
  if (!chosen) {
    return (
      <SelectField
        {...field('indicator')}
        label={texts.indicator}
        hint={texts.indicatorHint}
        empty={texts.choose}
        options={choices.map((choice) => ({
          value: choice.id,
          label: `${inLocale(choice.name, locale)} (${unitOf(choice, locale)})`,
        }))}
      />
    )
  }
  return (
    <>
      <Hidden name="indicator" value={chosen.id} />
      <p>
        {texts.indicator}: <strong>{inLocale(chosen.name, locale)}</strong>{' '}
        {choices.length > 1 && <a href={addressOf('enterFigure', locale)}>{texts.other}</a>}
      </p>
    </>
  )
}

function OfWhere({ municipalities, locale, field }: FieldProps) {
  const texts = entryTextsIn(locale).enter
  const [only, ...others] = municipalities
  if (only && others.length === 0) {
    return (
      <>
        <Hidden name="municipality" value={only.code} />
        <p>
          {texts.municipality}: <strong>{only.name}</strong>
        </p>
      </>
    )
  }
  return (
    <SelectField
      {...field('municipality')}
      label={texts.municipality}
      empty={texts.choose}
      options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}

function WithoutSource({ without, locale }: EntryPageProps) {
  if (without.length === 0) return null
  const texts = entryTextsIn(locale).enter
  return (
    <Section id="utan-kalla" title={texts.byHand} lead={texts.byHandLead}>
      {without.map(({ id, name }) => (
        <Form key={id} action={addressOf('enterFigure', locale)} guard={false}>
          <Hidden name="begin" value={id} />
          <Button variant="secondary">{texts.begin(inLocale(name, locale))}</Button>
        </Form>
      ))}
    </Section>
  )
}

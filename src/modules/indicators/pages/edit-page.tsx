import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, fieldId, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { directions, units, type Indicator } from '../core/indicator.ts'
import { mayWeigh } from '../core/suitability.ts'
import type { Choice } from '../store.ts'
import { editIndicatorAddress, newIndicatorAddress } from './addresses.ts'
import { errorText, textsIn } from './texts.ts'

export interface EditPageProps {
  /** Null when one is added. */
  readonly indicator: Pick<Indicator, 'id' | 'name' | 'retiredAt'> | null
  readonly choices: readonly Choice[]
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Somebody else saved meanwhile: nothing has been overwritten, and saving again is a choice. */
  readonly isConflict: boolean
  readonly locale: Locale
}

/** The one form that adds and edits an indicator. */
export function EditPage(props: EditPageProps) {
  const { indicator, locale, errors } = props
  const texts = textsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle
        title={indicator ? texts.edit.editTitle(inLocale(indicator.name, locale)) : texts.edit.addTitle}
        lead={indicator ? texts.edit.editLead : texts.edit.addLead}
      />
      {props.isConflict && indicator && <ChangedMeanwhile id={indicator.id} locale={locale} />}
      <Form action={indicator ? editIndicatorAddress(indicator.id, locale) : newIndicatorAddress(locale)}>
        <WordFields {...props} />
        <ReadingFields {...props} />
        <RegionFields {...props} />
        {indicator && <Hidden name="version" value={props.typed['version'] ?? ''} />}
        <FormActions>
          <Submit>{indicator ? texts.edit.save : texts.edit.add}</Submit>
          <LinkButton href={backTo(props)} variant="secondary">
            {texts.edit.cancel}
          </LinkButton>
        </FormActions>
      </Form>
      {indicator && <Retirement indicator={indicator} locale={locale} />}
    </Page>
  )
}

function ChangedMeanwhile({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const { conflict } = textsIn(locale).edit
  return (
    <div id={fieldId('version')} tabIndex={-1}>
      <Notice tone="danger" title={conflict.title}>
        <p>{conflict.lead}</p>
        <p>
          {/* A tab of its own, so that what was typed is not lost by looking. */}
          <a href={editIndicatorAddress(id, locale)} target="_blank" rel="noreferrer">
            {conflict.open}
          </a>
        </p>
      </Notice>
    </div>
  )
}

function backTo({ indicator, locale }: EditPageProps): string {
  return indicator
    ? addressOf('indicator', locale, { indicator: indicator.id })
    : addressOf('indicators', locale)
}

/** What every field shows of what was typed and of what is wrong with it. */
function filled({ typed, errors, locale }: EditPageProps, name: string) {
  const error = errors[name]
  return {
    name,
    value: typed[name],
    error: error === undefined ? undefined : errorText(textsIn(locale), error),
  }
}

function WordFields(props: EditPageProps) {
  const texts = textsIn(props.locale).edit
  const { optional } = texts
  return (
    <Section id="ord" title={texts.words}>
      <TextField {...filled(props, 'nameSv')} label={texts.nameSv} required maxLength={120} />
      <TextField {...filled(props, 'nameEn')} label={texts.nameEn} required maxLength={120} />
      <TextArea
        {...filled(props, 'definitionSv')}
        label={texts.definitionSv}
        hint={texts.definitionHint}
        required
        rows={3}
      />
      <TextArea {...filled(props, 'definitionEn')} label={texts.definitionEn} required rows={3} />
      <TextArea {...filled(props, 'methodSv')} label={texts.methodSv} optional={optional} />
      <TextArea {...filled(props, 'methodEn')} label={texts.methodEn} optional={optional} />
      <TextArea {...filled(props, 'howToRetrieveSv')} label={texts.howToRetrieveSv} optional={optional} />
      <TextArea {...filled(props, 'howToRetrieveEn')} label={texts.howToRetrieveEn} optional={optional} />
    </Section>
  )
}

function ReadingFields(props: EditPageProps) {
  const texts = textsIn(props.locale)
  const { optional } = texts.edit
  return (
    <Section id="lasning" title={texts.edit.reading}>
      <SelectField
        {...filled(props, 'unit')}
        label={texts.edit.unit}
        hint={texts.edit.unitHint}
        options={units.map((unit) => ({ value: unit, label: texts.units[unit] }))}
      />
      <TextField
        {...filled(props, 'decimals')}
        label={texts.edit.decimals}
        hint={texts.edit.decimalsHint}
        inputMode="numeric"
        size={3}
      />
      <RadioGroup
        {...filled(props, 'direction')}
        label={texts.edit.direction}
        options={directions.map((direction) => ({ value: direction, label: texts.directions[direction] }))}
      />
      <TextField
        {...filled(props, 'headline')}
        label={texts.edit.headline}
        hint={texts.edit.headlineHint}
        optional={optional}
        inputMode="numeric"
        size={3}
      />
      <DateField
        {...filled(props, 'nextPublication')}
        label={texts.edit.nextPublication}
        optional={optional}
      />
    </Section>
  )
}

function RegionFields(props: EditPageProps) {
  const { choices, locale, indicator } = props
  const texts = textsIn(locale).edit
  const others = choices.filter((choice) => choice.id !== indicator?.id && choice.retiredAt === null)
  const optionOf = (choice: Choice) => ({ value: choice.id, label: inLocale(choice.name, locale) })
  const rules = ['sum', 'weighted-mean', 'none'] as const
  return (
    <Section id="regionen" title={texts.region}>
      <RadioGroup
        {...filled(props, 'rule')}
        label={texts.rule}
        options={rules.map((rule) => ({ value: rule, label: texts.rules[rule] }))}
      />
      <SelectField
        {...filled(props, 'weight')}
        label={texts.weight}
        hint={texts.weightHint}
        empty={texts.none}
        options={others.filter((choice) => mayWeigh(choice.unit)).map(optionOf)}
      />
      <TextArea
        {...filled(props, 'whySv')}
        label={texts.whySv}
        hint={texts.whyHint}
        optional={texts.optional}
        rows={2}
      />
      <TextArea {...filled(props, 'whyEn')} label={texts.whyEn} optional={texts.optional} rows={2} />
      <SelectField
        {...filled(props, 'standIn')}
        label={texts.standIn}
        empty={texts.none}
        optional={texts.optional}
        options={others.map(optionOf)}
      />
    </Section>
  )
}

/** Retiring and taking it back, apart from the form above: nobody retires by saving. */
function Retirement({
  indicator,
  locale,
}: {
  readonly indicator: NonNullable<EditPageProps['indicator']>
  readonly locale: Locale
}) {
  const texts = textsIn(locale).edit
  const retired = indicator.retiredAt !== null
  return (
    <Section
      id="avsluta"
      title={retired ? texts.restoreTitle : texts.retireTitle}
      lead={retired ? texts.restoreLead : texts.retireLead}
    >
      <Form action={editIndicatorAddress(indicator.id, locale)} guard={false} id={fieldId('form')}>
        <Hidden name="do" value={retired ? 'restore' : 'retire'} />
        <FormActions>
          <Button variant="secondary" tone={retired ? 'accent' : 'danger'}>
            {retired ? texts.restore : texts.retire}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

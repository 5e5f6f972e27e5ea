import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, fieldId, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Indicator } from '../../core/indicator.ts'
import type { Choice } from '../../store.ts'
import { editIndicatorAddress, newIndicatorAddress } from '../addresses.ts'
import { IndicatorFields } from './indicator-fields.tsx'
import { errorText, textsIn } from '../texts.ts'

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
        <IndicatorFields {...props} own={indicator?.id ?? null} />
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

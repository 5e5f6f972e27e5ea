import type { ComponentChildren } from 'preact'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { matterNumber } from '../../core/matter.ts'
import { longestReason } from '../../core/part-forms.ts'
import type { Standing } from '../../part-reads.ts'
import { errorText, textsIn } from './texts.ts'
import { matterHref, municipalityName } from './words.ts'

/** What every form about a matter's place is given. */
export interface PlaceFormProps {
  readonly standing: Standing
  /** The municipalities for which the reader may speak here. */
  readonly own: readonly string[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** The frame of a page with one such form: what is wrong, which matter it is, what the form does. */
export function PlacePage({
  standing: { matter },
  errors,
  locale,
  title,
  lead,
  children,
}: PlaceFormProps & {
  readonly title: string
  readonly lead: string
  readonly children: ComponentChildren
}) {
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={
          <a href={matterHref(matter, locale)}>
            {texts.matter.number(matterNumber(matter))}: <span lang="sv">{matter.subject}</span>
          </a>
        }
        title={title}
        lead={lead}
      />
      {children}
    </Page>
  )
}

/** What sharing means in law, said before it is done. */
export function EffectNotice({ standing: { matter }, locale }: Pick<PlaceFormProps, 'standing' | 'locale'>) {
  const { effect } = textsIn(locale)
  return (
    <>
      {matter.secrecy !== null && (
        <Notice tone="danger">
          <p>{effect.secrecy(matter.secrecy)}</p>
        </Notice>
      )}
      <Notice tone="warning" title={effect.title}>
        <p>{effect.record}</p>
        <p>{effect.forever}</p>
        <p>{effect.seen}</p>
      </Notice>
    </>
  )
}

/** What a field is told: its name, what was typed and what is wrong with it. */
export function sharedBy({ typed, errors, locale }: Pick<PlaceFormProps, 'typed' | 'errors' | 'locale'>) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(textsIn(locale), errors[name]),
  })
}

/** The form itself: for whom one speaks, what is asked, why, and the way back to the matter. */
export function PlaceForm({
  page,
  texts,
  children,
  ...props
}: PlaceFormProps & {
  readonly page: 'assignMatter' | 'passOnMatter' | 'shareMatter' | 'chooseDesk'
  readonly texts: Readonly<Record<'reason' | 'reasonHint' | 'submit' | 'cancel', string>>
  readonly children: ComponentChildren
}) {
  const { matter } = props.standing
  return (
    <Form action={addressOf(page, props.locale, { matter: matterNumber(matter) })}>
      <SpeakingFor {...props} />
      {children}
      <TextArea
        {...sharedBy(props)('reason')}
        label={texts.reason}
        hint={texts.reasonHint}
        rows={3}
        maxLength={longestReason}
      />
      <FormActions>
        <Submit>{texts.submit}</Submit>
        <a href={matterHref(matter, props.locale)}>{texts.cancel}</a>
      </FormActions>
    </Form>
  )
}

/** For which municipality somebody speaks: asked only of who speaks for several. */
function SpeakingFor(props: PlaceFormProps) {
  const { own, typed, standing, locale } = props
  const [only, ...others] = own
  if (only === undefined) return null
  if (others.length === 0) return <Hidden name="municipality" value={only} />
  return (
    <SelectField
      {...sharedBy(props)('municipality')}
      value={typed['municipality'] ?? only}
      label={textsIn(locale).passOn.as}
      options={own.map((code) => ({ value: code, label: municipalityName(code, standing, locale) }))}
    />
  )
}

import type { Choice } from '#modules/indicators'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, fieldId, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Framework, PartKind } from '../core/framework.ts'
import { isNeeded } from '../core/vocabulary.ts'
import type { EditableKind } from './framework-addresses.ts'
import { frameworkTextsIn } from './framework-texts.ts'
import { ProposalNotice } from './notices.tsx'
import { StatusRule } from './status-rule.tsx'
import { PartFields } from './part-fields.tsx'
import { errorText, textsIn } from './texts.ts'

/** A part that is there already; a new one has none of this. */
export interface KnownPart {
  readonly id: string
  readonly name: Bilingual
  readonly retiredAt: Date | null
}

export interface PartPageProps {
  readonly kind: EditableKind
  /** Null when the form adds. */
  readonly part: KnownPart | null
  readonly action: string
  readonly framework: Framework
  readonly indicators: readonly Choice[]
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Somebody else saved meanwhile: nothing has been overwritten, and saving again is a choice. */
  readonly isConflict: boolean
  readonly locale: Locale
}

/** The form of one part of the framework, and the way to retire it or bring it back. */
export function PartPage(props: PartPageProps) {
  const { kind, part, action, framework, errors, locale } = props
  const texts = frameworkTextsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(textsIn(locale), name))
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={texts.title}
        items={[
          { label: texts.title, href: addressOf('framework', locale) },
          { label: titleOf(props), href: action },
        ]}
      />
      <ErrorSummary title={textsIn(locale).errors.title} errors={messages} />
      <PageTitle title={titleOf(props)} {...(part ? { eyebrow: inLocale(part.name, locale) } : {})} />
      {props.isConflict && <ChangedMeanwhile action={action} locale={locale} />}
      {part?.retiredAt && (
        <Notice tone="warning">
          <p>
            {(kind === 'status' ? texts.isOutOfUse : texts.isRetired)(
              formatDay(dayOf(part.retiredAt), locale),
            )}
          </p>
        </Notice>
      )}
      {part && kind === 'status' ? (
        <StatusRule id={part.id} locale={locale} />
      ) : (
        <ProposalNotice programme={framework.programme} locale={locale} />
      )}
      <Form action={action}>
        <PartFields {...props} />
        {part && <Hidden name="version" value={props.typed['version'] ?? ''} />}
        <FormActions>
          <Submit>{texts.save}</Submit>
          <a href={addressOf('framework', locale)}>{texts.cancel}</a>
        </FormActions>
      </Form>
      {part && kind !== 'programme' && (
        <Retiring kind={kind} part={part} action={action} errors={errors} locale={locale} />
      )}
    </Page>
  )
}

function ChangedMeanwhile({ action, locale }: Pick<PartPageProps, 'action' | 'locale'>) {
  const { conflict } = frameworkTextsIn(locale)
  return (
    <div id={fieldId('version')} tabIndex={-1}>
      <Notice tone="danger" title={conflict.title}>
        <p>{conflict.lead}</p>
        <p>
          {/* A tab of its own, so that what was typed is not lost by looking. */}
          <a href={action} target="_blank" rel="noreferrer">
            {conflict.open}
          </a>
        </p>
      </Notice>
    </div>
  )
}

/** What the page is called: what one does here. */
function titleOf({ kind, part, locale }: Pick<PartPageProps, 'kind' | 'part' | 'locale'>): string {
  const texts = frameworkTextsIn(locale)
  if (kind === 'programme') return texts.programme
  return part || kind === 'status' ? texts.editTitle[kind] : texts.add[kind]
}

/** The page's title in a row of tabs: what one does, and to which part. */
export function headTitleOf(props: Pick<PartPageProps, 'kind' | 'part' | 'locale'>): string {
  const { kind, part, locale } = props
  if (!part || kind === 'programme') return titleOf(props)
  return `${titleOf(props)}: ${inLocale(part.name, locale)}`
}

interface RetiringProps {
  readonly kind: PartKind
  readonly part: KnownPart
  readonly action: string
  readonly errors: FieldErrors
  readonly locale: Locale
}

function Retiring({ kind, part, action, errors, locale }: RetiringProps) {
  const texts = frameworkTextsIn(locale)
  const isRetired = part.retiredAt !== null
  const isForGood = kind === 'status' && isNeeded(part.id)
  return (
    <Section
      id="avsluta"
      title={isForGood ? texts.neededTitle : isRetired ? texts.bringBack : texts.retire[kind]}
      lead={isForGood ? texts.neededStatus : isRetired ? texts.bringBackLead : texts.retireLead[kind]}
    >
      {errors['retiring'] && (
        <p class="ds-validation-message" id="field-retiring" tabIndex={-1}>
          {errorText(textsIn(locale), errors['retiring'])}
        </p>
      )}
      {!isForGood && (
        <form method="post" action={action}>
          <Hidden name="do" value={isRetired ? 'bring-back' : 'retire'} />
          <Button variant="secondary" tone={isRetired ? 'accent' : 'danger'}>
            {isRetired ? texts.bringBack : texts.retire[kind]}
          </Button>
        </form>
      )}
    </Section>
  )
}

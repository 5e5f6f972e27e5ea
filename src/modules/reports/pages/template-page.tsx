import { formatDay, dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { controlAttributes, Field } from '#ui/field.tsx'
import { ErrorSummary, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { allPlaces, neededPlaces, type TemplateProblem } from '../core/template.ts'
import type { KeptTemplate } from '../store.ts'
import { textsIn } from './texts.ts'
import { inWords } from './template-words.ts'

/** For whom somebody may send a template: a municipality by its code, or the region by nothing. */
export interface TemplateOwner {
  readonly subject: string
  readonly name: string
  /** Null where none has ever been sent. */
  readonly kept: KeptTemplate | null
}

/** What was wrong with what was sent, and for whom it was meant. */
export interface TemplateWrong {
  readonly subject: string
  readonly problem: TemplateProblem | { readonly kind: 'changed-meanwhile' | 'nothing-there' }
}

interface TemplatePageProps {
  readonly owners: readonly TemplateOwner[]
  readonly wrong: TemplateWrong | null
  readonly isSaved: boolean
  readonly locale: Locale
}

/** Sending the Word file in which reports are had. */
export function TemplatePage({ owners, wrong, isSaved, locale }: TemplatePageProps) {
  const texts = textsIn(locale).templates
  const errors = wrong ? [{ field: fieldFor(wrong.subject), message: inWords(wrong.problem, locale) }] : []
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <PageTitle
        eyebrow={<a href={addressOf('reports', locale)}>{textsIn(locale).choose.title}</a>}
        title={texts.title}
        lead={texts.lead}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      {owners.map((owner) => (
        <OneOwner
          key={owner.subject}
          owner={owner}
          error={wrong?.subject === owner.subject ? inWords(wrong.problem, locale) : undefined}
          locale={locale}
        />
      ))}
      <Section id="platser" title={texts.places} lead={texts.placesLead}>
        <ul>
          {allPlaces.map((place) => (
            <li key={place}>
              <code>{`{{${place}}}`}</code> {texts.placeOf[place]}
              {neededPlaces.includes(place) && ` ${texts.needed}`}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function fieldFor(subject: string): string {
  return `file-${subject}`
}

interface OneOwnerProps {
  readonly owner: TemplateOwner
  readonly error: string | undefined
  readonly locale: Locale
}

function OneOwner({ owner: { subject, name, kept }, error, locale }: OneOwnerProps) {
  const texts = textsIn(locale).templates
  const isThere = kept !== null && !kept.isGone
  const file = {
    name: fieldFor(subject),
    label: isThere ? texts.replace : texts.file,
    hint: texts.fileHint,
    ...(error === undefined ? {} : { error }),
  }
  const common = (
    <>
      <Hidden name="subject" value={subject} />
      <Hidden name="seen" value={String(kept?.version ?? 0)} />
    </>
  )
  return (
    <Section id={`mall-${subject || 'regionen'}`} title={name || texts.region}>
      <p>{isThere ? texts.kept(kept.name, formatDay(dayOf(kept.sentAt), locale)) : texts.none}</p>
      <form
        class="form"
        method="post"
        action={addressOf('reportTemplates', locale)}
        encType="multipart/form-data"
        noValidate
      >
        {common}
        <Field {...file}>
          <input {...controlAttributes(file)} type="file" accept=".docx" />
        </Field>
        <FormActions>
          <Submit>{texts.send}</Submit>
        </FormActions>
      </form>
      {isThere && (
        <Form action={addressOf('reportTemplates', locale)} guard={false}>
          {common}
          <Hidden name="do" value="take-away" />
          <div>
            <Button variant="secondary">{texts.takeAway}</Button>
          </div>
        </Form>
      )}
    </Section>
  )
}

import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { ErrorSummary, Form, FormActions, Submit, type FieldError } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { SwedishMunicipality } from '../core/municipalities.ts'
import { fieldIn } from '../core/network-form.ts'
import { MunicipalityFields } from './municipality-fields.tsx'
import { languagesFor } from './problems.ts'
import { textsIn } from './texts.ts'

export interface FoundingPageProps {
  readonly locale: Locale
  /** The form's own address, with the founding code. */
  readonly action: string
  readonly swedish: readonly SwedishMunicipality[]
  readonly typed: Typed
  readonly problems: readonly FieldError[]
}

type GroupProps = Pick<FoundingPageProps, 'locale' | 'typed' | 'problems'>

/** The one page on which a network is set up. */
export function FoundingPage(props: FoundingPageProps) {
  const texts = textsIn(props.locale)
  return (
    <Page width="narrow">
      <ErrorSummary title={texts.errors.title} errors={props.problems} />
      <PageTitle title={texts.form.title} lead={texts.form.lead} />
      <Form action={props.action}>
        <NetworkFields {...props} />
        <CoordinatorFields {...props} />
        <MunicipalityFields {...props} />
        <FormActions>
          <Submit>{texts.form.send}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

function NetworkFields({ locale, typed, problems }: GroupProps) {
  const texts = textsIn(locale).form
  const [own, other] = languagesFor(locale)
  const languages = [own, other].map((language) => ({
    language,
    optional: language === other ? { optional: texts.optional } : {},
  }))
  return (
    <Section id="network" title={texts.network} lead={texts.networkLead}>
      {languages.map(({ language, optional }) => (
        <TextField
          key={language}
          label={texts.name[language]}
          {...optional}
          {...filled(fieldIn('name', language), typed, problems)}
        />
      ))}
      {languages.map(({ language, optional }) => (
        <TextArea
          key={language}
          rows={4}
          label={texts.about[language]}
          {...optional}
          {...(language === own ? { hint: texts.aboutHint } : {})}
          {...filled(fieldIn('about', language), typed, problems)}
        />
      ))}
      {languages.map(({ language, optional }) => (
        <TextArea
          key={language}
          rows={2}
          label={texts.contact[language]}
          {...optional}
          {...(language === own ? { hint: texts.contactHint } : {})}
          {...filled(fieldIn('contact', language), typed, problems)}
        />
      ))}
    </Section>
  )
}

function CoordinatorFields({ locale, typed, problems }: GroupProps) {
  const texts = textsIn(locale).form
  return (
    <Section id="coordinator" title={texts.coordinator} lead={texts.coordinatorLead}>
      <TextField
        label={texts.person}
        hint={texts.personHint}
        autocomplete="name"
        {...filled('person', typed, problems)}
      />
      <TextField
        type="email"
        label={texts.email}
        hint={texts.emailHint}
        autocomplete="email"
        spellcheck={false}
        {...filled('email', typed, problems)}
      />
    </Section>
  )
}

/** A field's name, what was typed in it, and what is wrong with it. */
function filled(name: string, typed: Typed, problems: readonly FieldError[]) {
  return { name, value: typed[name], error: problems.find(({ field }) => field === name)?.message }
}

import { branches, branchesInWords, companySizes, sizesInWords } from '#modules/companies'
import { addressOf } from '#ui/addresses.ts'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { longest } from '../need-form.ts'
import { fieldsOf, NeedFields, type Filled } from './need-fields.tsx'
import { errorText, textsIn } from './texts.ts'
import type { Reader } from './words.ts'

interface SayPageProps {
  readonly filled: Filled
  readonly reader: Reader
  /** Whether an officer writes it down for the company. */
  readonly isWrittenDown: boolean
}

/** Where a company says what it lacks, or an officer what a company has said. */
export function SayPage({ filled, reader, isWrittenDown }: SayPageProps) {
  const { locale } = reader
  const { say: texts, errorTitle } = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={errorsInWords(filled.errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        title={isWrittenDown ? texts.downTitle : texts.title}
        lead={isWrittenDown ? texts.downLead : texts.lead}
      />
      <Form action={addressOf(isWrittenDown ? 'writeDownNeed' : 'sayNeed', locale)}>
        <NeedFields filled={filled} reader={reader} />
        <CompanyFields filled={filled} reader={reader} isWrittenDown={isWrittenDown} />
        <p class="source">{isWrittenDown ? texts.downPrivacy : texts.privacy}</p>
        <FormActions>
          <Submit>{texts.submit}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

/** Which company it is, and how it was said. */
function CompanyFields({ filled, reader, isWrittenDown }: SayPageProps) {
  const { locale } = reader
  const { say: texts, ways } = textsIn(locale)
  const shared = fieldsOf(filled, reader)
  return (
    <Section id="foretag" title={texts.companyTitle}>
      <TextField
        {...shared('company')}
        label={texts.company}
        autocomplete="organization"
        maxLength={longest.name}
      />
      <TextField
        {...shared('number')}
        label={texts.number}
        hint={texts.numberHint}
        inputMode="numeric"
        size={14}
      />
      <SelectField
        {...shared('size')}
        label={texts.size}
        optional={texts.optional}
        empty={texts.choose}
        options={companySizes.map((size) => ({ value: size, label: sizesInWords(locale)[size] }))}
      />
      <SelectField
        {...shared('branch')}
        label={texts.branch}
        optional={texts.optional}
        empty={texts.choose}
        options={branches.map((branch) => ({
          value: branch,
          label: branchesInWords(locale)[branch] ?? branch,
        }))}
      />
      {isWrittenDown && (
        <RadioGroup
          {...shared('way')}
          label={texts.way}
          options={(['visit', 'round-table'] as const).map((way) => ({ value: way, label: ways[way] }))}
        />
      )}
    </Section>
  )
}

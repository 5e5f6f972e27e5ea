import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Company } from '../core/company.ts'
import { longest } from '../core/fields.ts'
import { fieldsOf } from './company-form.tsx'
import { errorText, textsIn } from './texts.ts'
import type { Reader } from './words.ts'

interface FindPageProps {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** Which company a visit was to: found if the network has met it. */
export function FindPage(props: FindPageProps) {
  const { errors, reader } = props
  const { locale } = reader
  const { visitForm: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle title={texts.newTitle} lead={texts.findLead} />
      <Form action={addressOf('newCompanyVisit', locale)} guard={false}>
        <NameAndNumber {...props} />
        <FormActions>
          <Button name="do" value="find">
            {texts.find}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function NameAndNumber(props: FindPageProps) {
  const { visitForm: texts, edit } = textsIn(props.reader.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <TextField {...shared('name')} label={texts.name} maxLength={longest.line} autocomplete="off" />
      <TextField
        {...shared('number')}
        label={texts.number}
        hint={edit.numberHint}
        optional={texts.numberOrName}
        inputMode="numeric"
        autocomplete="off"
        size={14}
      />
    </>
  )
}

/** The company that a visit adds, and those that it may be instead. */
export function NewCompanyFields(props: FindPageProps & { readonly matches: readonly Company[] }) {
  const { matches, reader } = props
  const { visitForm: texts } = textsIn(reader.locale)
  return (
    <>
      {matches.length === 0 ? (
        <p>{texts.newLead}</p>
      ) : (
        <Notice title={texts.matches}>
          <ul>
            {matches.map(({ id, name }) => (
              <li key={id}>
                <a href={addressOf('visitCompany', reader.locale, { company: id })}>{name}</a>
              </li>
            ))}
          </ul>
          <p>{texts.matchesLead}</p>
        </Notice>
      )}
      <NameAndNumber {...props} />
      <SelectField
        {...fieldsOf(props)('seat')}
        label={texts.seat}
        empty={texts.notKnown}
        options={reader.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}

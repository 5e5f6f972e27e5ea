import type { IsoDay } from '#platform/values/dates.ts'
import type { RegisterLine } from '#platform/values/records.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Form, FormActions, Hidden, ChoiceForm, ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, Section } from '#ui/heading.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { DateField } from '#ui/text-field.tsx'
import { wordOf } from '../core/authority.ts'
import { AuthorityField, RecordsTitle, type Reader } from './frame.tsx'
import { registerHeadings, registerRow } from './register-file.ts'
import { errorText, textsIn } from './texts.ts'

interface RegisterPageProps {
  readonly reader: Reader
  readonly from: IsoDay
  readonly until: IsoDay
  readonly lines: readonly RegisterLine[]
  readonly errors: Readonly<Record<string, string>>
}

const mostShown = 100

/** An authority's register of a period, what is in it and why, and the files of it. */
export function RegisterPage({ reader, from, until, lines, errors }: RegisterPageProps) {
  const { locale } = reader
  const texts = textsIn(locale)
  const { register } = texts
  const rows = lines.slice(0, mostShown).map((line) => registerRow(line, { ...reader, isWithheld: false }))
  const headings = registerHeadings(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <RecordsTitle here="register" title={register.title} lead={register.lead} locale={locale} />
      <ChoiceForm action={addressOf('records', locale)} swap="register" submit={texts.show}>
        {reader.authorities.length > 1 && <AuthorityField reader={reader} />}
        <DateField name="from" label={register.from} value={from} />
        <DateField name="until" label={register.until} value={until} />
      </ChoiceForm>
      <div id="register">
        <p>{register.count(lines.length)}</p>
        <Table
          caption={register.title}
          captionHidden
          size="compact"
          rows={rows}
          rowKey={([number, at, direction]) => `${number} ${at} ${direction}`}
          empty={register.none}
          columns={headings.map((label, index): Column<(typeof rows)[number]> => ({
            label,
            rowHeader: index === 0,
            numeric: label === register.columns.files,
            cell: (row) => <bdi>{row[index]}</bdi>,
          }))}
        />
        {lines.length > mostShown && <p class="source">{register.some(mostShown)}</p>}
        <Export {...{ reader, from, until }} />
      </div>
      <Included locale={locale} />
    </Page>
  )
}

function Export({ reader, from, until }: Pick<RegisterPageProps, 'reader' | 'from' | 'until'>) {
  const { locale } = reader
  const { register } = textsIn(locale)
  return (
    <Form action={addressOf('records', locale)} guard={false}>
      <Hidden name="whose" value={wordOf(reader.authority, reader.municipalities)} />
      <Hidden name="from" value={from} />
      <Hidden name="until" value={until} />
      <CheckboxField name="without" label={register.without} />
      <p>{register.exported}</p>
      <FormActions>
        <Button name="as" value="csv">
          {register.csv}
        </Button>
        <Button name="as" value="xlsx" variant="secondary">
          {register.xlsx}
        </Button>
      </FormActions>
    </Form>
  )
}

/** What is in a register and what is not, and by which rule. */
function Included({ locale }: Pick<Reader, 'locale'>) {
  const { register } = textsIn(locale)
  return (
    <>
      <Section id="med" title={register.included}>
        <ul>
          {register.includes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{register.secrecyNote}</p>
      </Section>
      <Section id="inte-med" title={register.excluded}>
        <ul>
          {register.excludes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}

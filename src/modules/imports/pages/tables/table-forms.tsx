import { missingInWords } from '#modules/indicators'
import { genders, missingReasons } from '#modules/statistics'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { forms } from '../../file/layout.ts'
import type { Offer } from '../../file/offer.ts'
import { fileTextsIn } from '../../file/texts.ts'
import type { TablePageProps } from './table-page.tsx'
import { uploadTextsIn } from './upload-texts.ts'

/** How the table is to be read, where its figures are from, and the buttons that store it or throw it away. */
export function TableForms(props: TablePageProps) {
  const { table, read, locale } = props
  const texts = uploadTextsIn(locale)
  return (
    <Form action={addressOf('uploadedTable', locale, { table: table.id })} guard={false}>
      {read.offer && (
        <Disclosure summary={texts.choices.title} open={!read.ok}>
          <Choices {...props} offer={read.offer} />
          <FormActions>
            <Button variant="secondary" name="do" value="choose">
              {texts.choices.again}
            </Button>
          </FormActions>
        </Disclosure>
      )}
      {read.ok && <Source {...props} />}
      <FormActions>
        {read.ok && (
          <Button name="do" value="store">
            {texts.source.store}
          </Button>
        )}
        <Button variant="tertiary" tone="danger" name="do" value="discard">
          {texts.source.discard}
        </Button>
      </FormActions>
    </Form>
  )
}

function fieldIn({ typed, errors, locale }: TablePageProps) {
  const texts = uploadTextsIn(locale)
  return (name: string) => {
    const error = errors[name]
    return {
      name,
      value: typed[name] ?? '',
      ...(error === undefined ? {} : { error: texts.errors[error] ?? error }),
    }
  }
}

type ChoicesProps = TablePageProps & { readonly offer: Offer }

const columns = ['placeCode', 'placeName', 'yearColumn', 'valueColumn'] as const

function Choices(props: ChoicesProps) {
  const { locale } = props
  const { choices: texts } = uploadTextsIn(locale)
  const field = fieldIn(props)
  const words = missingInWords(locale)
  const { forms: formWords, decimalSigns } = fileTextsIn(locale).recognised
  return (
    <>
      <p>{texts.lead}</p>
      <Sheets {...props} />
      <SelectField
        {...field('form')}
        label={texts.form}
        empty={texts.auto}
        options={forms.map((form) => ({ value: form, label: formWords[form] }))}
      />
      <TextField {...field('headingRow')} label={texts.headingRow} inputMode="numeric" size={6} />
      <Columns {...props} />
      <TextField {...field('year')} label={texts.year} hint={texts.yearHint} inputMode="numeric" size={6} />
      <SelectField
        {...field('gender')}
        label={texts.gender}
        options={genders.map((gender) => ({ value: gender, label: texts.genders[gender] }))}
      />
      <TextField {...field('measure')} label={texts.measure} maxLength={200} />
      <SelectField
        {...field('decimalSign')}
        label={texts.decimalSign}
        empty={texts.auto}
        options={([',', '.'] as const).map((sign) => ({ value: sign, label: decimalSigns[sign] }))}
      />
      <SelectField
        {...field('dashMeans')}
        label={texts.dash}
        empty={texts.auto}
        options={[
          { value: 'zero', label: texts.dashZero },
          ...missingReasons.map((reason) => ({ value: reason, label: words[reason] ?? reason })),
        ]}
      />
    </>
  )
}

function Sheets(props: ChoicesProps) {
  const { choices: texts } = uploadTextsIn(props.locale)
  if (props.offer.sheets.length === 0) return null
  return (
    <SelectField
      {...fieldIn(props)('sheet')}
      label={texts.sheet}
      empty={texts.auto}
      options={props.offer.sheets.map((name) => ({ value: name, label: name }))}
    />
  )
}

function Columns(props: ChoicesProps) {
  const { choices: texts } = uploadTextsIn(props.locale)
  const field = fieldIn(props)
  const options = props.offer.columns.map(({ column, heading }) => ({
    value: column,
    label: `${column}: ${heading}`,
  }))
  return (
    <>
      {columns.map((name) => (
        <SelectField key={name} {...field(name)} label={texts[name]} empty={texts.auto} options={options} />
      ))}
    </>
  )
}

function Source(props: TablePageProps) {
  const { source: texts } = uploadTextsIn(props.locale)
  const field = fieldIn(props)
  return (
    <Section id="kalla" title={texts.title} lead={texts.lead}>
      <TextField {...field('publisher')} label={texts.publisher} hint={texts.publisherHint} maxLength={200} />
      <TextField {...field('title')} label={texts.name} maxLength={300} />
      <TextField {...field('url')} label={texts.url} optional={texts.optional} type="url" maxLength={500} />
      <TextField {...field('licence')} label={texts.licence} hint={texts.licenceHint} maxLength={200} />
      <TextField {...field('retrievedOn')} label={texts.retrievedOn} hint={texts.retrievedOnHint} size={12} />
    </Section>
  )
}

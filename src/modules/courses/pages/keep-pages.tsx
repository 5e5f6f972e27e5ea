import type { Municipality } from '#modules/region'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { controlAttributes, Field } from '#ui/field.tsx'
import { ErrorSummary, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { MinutesBetween } from '../core/travel.ts'
import type { CellFault } from '../file/read-courses.ts'
import { textsIn } from './texts.ts'

interface ImportShown {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly faults: readonly CellFault[]
  readonly saved: number | null
  readonly locale: Locale
}

/** Where a table of courses is sent; what is wrong in it stands cell by cell. */
export function ImportPage({ typed, errors, faults, saved, locale }: ImportShown) {
  const { import: texts, list, errorTitle } = textsIn(locale)
  const file = { name: 'file', label: texts.file, hint: texts.fileHint, error: errors['file'] }
  return (
    <Page width="narrow">
      <ErrorSummary
        title={errorTitle}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      {saved !== null && (
        <Notice tone="success" live>
          <p>{texts.saved(saved)}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<a href={addressOf('courses', locale)}>{list.title}</a>}
        title={texts.title}
        lead={texts.lead}
      />
      {faults.length > 0 && (
        <Notice tone="danger" title={texts.faults} live>
          <ul>
            {faults.map(({ cell, problem, got }) => (
              <li key={`${cell ?? ''} ${problem} ${got}`}>
                {cell === null ? '' : `${cell}: `}
                {texts.problems[problem]}
                {got === '' ? '' : `: ${got}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p>{texts.columns}</p>
      <form
        class="form"
        method="post"
        encType="multipart/form-data"
        action={addressOf('importCourses', locale)}
      >
        <Field {...file}>
          <input {...controlAttributes(file)} type="file" accept=".csv,.txt,.tsv,.xlsx" />
        </Field>
        <TextArea name="table" label={texts.pasted} value={typed['table']} rows={6} />
        <TextField
          name="origin"
          label={texts.origin}
          hint={texts.originHint}
          value={typed['origin']}
          error={errors['origin']}
          maxLength={200}
        />
        <FormActions>
          <Submit>{texts.submit}</Submit>
        </FormActions>
      </form>
    </Page>
  )
}

interface TravelShown {
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
  readonly minutes: MinutesBetween
  /** Whether somebody has said it, of two codes. */
  readonly isSaid: (from: string, to: string) => boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly isSaved: boolean
  readonly locale: Locale
}

/** The minutes between municipalities, estimated or said. */
export function TravelPage(shown: TravelShown) {
  const { errors, isSaved, locale } = shown
  const { travel: texts, list, errorTitle } = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={errorTitle}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<a href={addressOf('courses', locale)}>{list.title}</a>}
        title={texts.title}
        lead={texts.lead}
      />
      <MinutesForm {...shown} />
      <MinutesTable {...shown} />
    </Page>
  )
}

function MinutesForm({ municipalities, typed, errors, locale }: TravelShown) {
  const { travel: texts } = textsIn(locale)
  const places = municipalities.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form action={addressOf('travelTimes', locale)} guard={false}>
      <SelectField
        name="from"
        label={texts.from}
        value={typed['from']}
        empty={texts.choose}
        options={places}
      />
      <SelectField
        name="to"
        label={texts.to}
        value={typed['to']}
        error={errors['to']}
        empty={texts.choose}
        options={places}
      />
      <TextField
        name="minutes"
        label={texts.minutes}
        value={typed['minutes']}
        error={errors['minutes']}
        inputMode="numeric"
        size={5}
      />
      <FormActions>
        <Submit>{texts.submit}</Submit>
      </FormActions>
    </Form>
  )
}

function MinutesTable({ municipalities, minutes, isSaid, locale }: TravelShown) {
  const { travel: texts } = textsIn(locale)
  return (
    <Table
      caption={texts.caption}
      size="compact"
      rows={municipalities}
      rowKey={({ code }) => code}
      columns={[
        { label: texts.municipality, rowHeader: true, cell: ({ name }) => name },
        ...municipalities.map((to) => ({
          label: to.name,
          numeric: true,
          cell: (from: Pick<Municipality, 'code' | 'name'>) => {
            if (from.code === to.code) return texts.unknown
            const told = minutes(from.code, to.code)
            if (told === null) return texts.unknown
            return isSaid(from.code, to.code) ? `${told} ${texts.said}` : told
          },
        })),
      ]}
    />
  )
}

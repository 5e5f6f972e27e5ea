import type { Field } from '#modules/skills'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { factsIn } from './evidence.ts'
import { evidenceTextsIn } from './evidence-texts.ts'
import { textsIn } from './texts.ts'

interface EvidencePageProps {
  /** Null before there is any snapshot. */
  readonly facts: ReturnType<typeof factsIn> | null
  readonly fields: readonly Field[]
  readonly field: string
  readonly locale: Locale
}

/** The evidence to look at before it is taken out. */
export function EvidencePage({ facts, fields, field, locale }: EvidencePageProps) {
  const texts = evidenceTextsIn(locale)
  const { inside } = textsIn(locale)
  const file = (form: string) =>
    `${addressOf('needsEvidenceFile', locale, { file: `underlag.${form}` })}?${new URLSearchParams({ field }).toString()}`
  return (
    <Page>
      <PageTitle
        eyebrow={<a href={addressOf('needsInside', locale)}>{inside.title}</a>}
        title={texts.title}
        lead={texts.lead}
      />
      {facts === null ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <>
          <ChoiceForm action={addressOf('needsEvidence', locale)} swap="underlag" submit={texts.show}>
            <SelectField
              name="field"
              label={texts.field}
              value={field}
              empty={texts.all}
              options={fields.map(({ id, label }) => ({ value: id, label }))}
            />
          </ChoiceForm>
          <div id="underlag" class="stack">
            <p class="row">
              <LinkButton href={file('docx')} download>
                {texts.word}
              </LinkButton>
              <LinkButton href={file('pdf')} variant="secondary" download>
                {texts.pdf}
              </LinkButton>
              <LinkButton href={file('csv')} variant="secondary" download>
                {texts.csv}
              </LinkButton>
            </p>
            <Table
              caption={texts.title}
              captionHidden
              rows={facts}
              rowKey={({ part, what }) => `${part} ${what}`}
              columns={[
                { label: texts.what, rowHeader: true, cell: ({ what }) => <span lang="sv">{what}</span> },
                { label: texts.value, numeric: true, cell: ({ value }) => value },
                { label: texts.day, cell: ({ day }) => <time dateTime={day}>{day}</time> },
                { label: texts.source, cell: ({ source }) => <span class="source">{source}</span> },
                { label: texts.method, cell: ({ method }) => <span class="source">{method}</span> },
              ]}
            />
          </div>
        </>
      )}
    </Page>
  )
}

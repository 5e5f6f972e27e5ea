import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { DemandLine } from '../core/demand.ts'
import type { Snapshot } from '../demand-store.ts'
import { textsIn } from './texts.ts'
import { fieldInWords, figureInWords, halfYearInWords, type Reader } from './words.ts'

export interface DemandShown {
  readonly snapshot: Snapshot | undefined
  readonly lines: readonly DemandLine[]
  /** What is chosen to be seen: a field, a municipality; empty for all. */
  readonly choice: { readonly field: string; readonly place: string }
  readonly names: ReadonlyMap<string, string>
  readonly reader: Reader
}

/** What all needs add up to, told in batches; and the way in for who has one. */
export function DemandPage({ inside, ...shown }: DemandShown & { readonly inside: string | null }) {
  const { snapshot, reader } = shown
  const { locale } = reader
  const { demand: texts, inside: insideTexts } = textsIn(locale)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            <LinkButton href={addressOf('sayNeed', locale)}>{texts.say}</LinkButton>
            <span>{texts.sayLead}</span>
            {inside && <a href={inside}>{insideTexts.title}</a>}
          </>
        }
      />
      {snapshot ? (
        <>
          <Choices {...shown} />
          <DemandTable {...shown} />
          <Section id="las" title={texts.howTitle}>
            <ul>
              {texts.how(snapshot.answered).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p>
              <a href={addressOf('demandCsv', locale)}>{texts.csv}</a> {texts.api}
            </p>
          </Section>
        </>
      ) : (
        <EmptyState title={texts.none}>
          <p>{texts.noneText}</p>
        </EmptyState>
      )}
    </Page>
  )
}

function Choices({ choice, reader }: DemandShown) {
  const { locale, fields, municipalities } = reader
  const { demand: texts } = textsIn(locale)
  return (
    <ChoiceForm action={addressOf('needs', locale)} swap="efterfragan" submit={texts.show}>
      <SelectField
        name="field"
        label={texts.field}
        value={choice.field}
        empty={texts.allFields}
        options={fields.map(({ id, label }) => ({ value: id, label }))}
      />
      <SelectField
        name="place"
        label={texts.place}
        value={choice.place}
        empty={texts.allPlaces}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </ChoiceForm>
  )
}

function DemandTable({ snapshot, lines, names, reader }: DemandShown) {
  const { locale } = reader
  const { demand: texts } = textsIn(locale)
  const nameOf = ({ field, skill, near }: DemandLine) =>
    near !== null
      ? texts.nearTogether(near)
      : skill === null
        ? texts.wholeField(fieldInWords(field, reader))
        : (names.get(skill) ?? skill)
  return (
    <div id="efterfragan">
      <Table
        caption={`${texts.table}. ${texts.asOf(formatDay(snapshot?.onDay ?? '', locale))}`}
        rows={lines}
        rowKey={({ field, skill, near }) => `${field} ${skill ?? ''} ${near ?? ''}`}
        empty={texts.nothing}
        columns={[
          {
            label: texts.skill,
            rowHeader: true,
            cell: (line) => <span lang="sv">{nameOf(line)}</span>,
          },
          {
            label: texts.companies,
            numeric: true,
            cell: ({ companies }) => figureInWords(companies, locale),
          },
          {
            label: texts.people,
            numeric: true,
            cell: ({ people }) => (people === null ? texts.peopleHidden : texts.peopleAbout(people)),
          },
          {
            label: texts.when,
            cell: ({ halfYears }) =>
              halfYears.length === 0
                ? texts.notTold
                : halfYears
                    .map(
                      ({ halfYear, companies }) =>
                        `${halfYearInWords(halfYear, locale)}: ${figureInWords(companies, locale)}`,
                    )
                    .join(', '),
          },
          { label: texts.held, cell: ({ holdsBack }) => (holdsBack ? texts.heldYes : texts.heldNo) },
        ]}
      />
    </div>
  )
}

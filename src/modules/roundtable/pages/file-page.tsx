import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Field } from '#ui/field.tsx'
import { FormActions, fieldId } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { addressOf as cellAddress } from '#platform/office/cell.ts'
import type { Clash } from '../actions/list-people.ts'
import type { Criterion, Event } from '../core/event.ts'
import type { CellProblem, ListEntry, ReadList } from '../core/people-table.ts'
import { SameQuestion } from './same-question.tsx'
import { errorText, inviteTextsIn } from './texts.ts'
import { fieldsOf, municipalityIn, participantInWords, type Filled, type Reader } from './words.ts'

export interface FileShown extends Filled {
  readonly event: Event
  readonly criteria: readonly Criterion[]
  /** What was read; null before anything was. */
  readonly read: ReadList | null
  readonly clashes: readonly Clash[]
  readonly reader: Reader
}

/** A list of people from a file or pasted: read, mended in place, and put on the list. */
export function FileForm(props: FileShown) {
  const { event, criteria, read, reader, ...filled } = props
  const { locale } = reader
  const { file: texts, add } = inviteTextsIn(locale)
  const shared = fieldsOf(filled, locale)
  const isReady = read !== null && read.problems.length === 0 && read.entries.length > 0
  return (
    <>
      <p>{texts.lead}</p>
      <p class="hint">{texts.columns}</p>
      {read && <Problems read={read} locale={locale} />}
      <form
        class="form"
        method="post"
        enctype="multipart/form-data"
        action={addressOf('addFromFile', locale, { event: event.id })}
        noValidate
        data-guard=""
      >
        {isReady && <Clashes {...props} read={read} />}
        <Field {...shared('file')} label={texts.choose}>
          <input
            class="ds-input"
            type="file"
            id={fieldId('file')}
            name="file"
            accept=".xlsx,.csv,.txt,.tsv"
          />
        </Field>
        <TextArea {...shared('table')} label={texts.table} hint={texts.tableHint} rows={10} />
        <SelectField
          {...shared('criterion')}
          label={texts.otherwise}
          empty={add.choose}
          options={criteria.map(({ id, text }) => ({ value: id, label: text }))}
        />
        {isReady && <Preview {...props} entries={read.entries} />}
        <FormActions>
          {isReady && (
            <Button name="do" value="add">
              {texts.submit(read.entries.length)}
            </Button>
          )}
          <Button name="do" value="read" variant={isReady ? 'secondary' : 'primary'}>
            {read ? texts.again : texts.read}
          </Button>
        </FormActions>
      </form>
    </>
  )
}

/** Each cell that could not be read, by its place. */
function Problems({
  read: { problems },
  locale,
}: {
  readonly read: ReadList
  readonly locale: Reader['locale']
}) {
  const { file: texts } = inviteTextsIn(locale)
  // That no criterion is chosen is said once, at its field.
  const said = problems.filter(({ problem }) => problem !== 'criterion-choose')
  const placeOf = ({ row, at }: CellProblem) => (at === null ? texts.row(row) : cellAddress(row, at))
  if (said.length === 0) return null
  return (
    <Notice tone="danger" title={texts.problems} live>
      <p>{texts.problemsLead}</p>
      <ul>
        {said.slice(0, 50).map((one) => (
          <li key={`${one.row}-${one.column}-${one.problem}`}>
            <bdi>
              {texts.problem(
                placeOf(one),
                texts.headings[one.column],
                [...one.value].slice(0, 60).join(''),
                errorText(locale, one.problem),
              )}
            </bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Whom a row is about, with the cell of their name as the spreadsheet names it. */
export function placeInWords({ row, nameAt, person }: ListEntry): string {
  return `${cellAddress(row, nameAt)}, ${participantInWords(person)}`
}

function Clashes({
  clashes,
  read,
  typed,
  errors,
  reader: { locale },
}: FileShown & { readonly read: ReadList }) {
  return (
    <>
      {clashes.map((clash) => {
        const entry = read.entries[clash.at]
        const name = `same-${entry?.row ?? 0}`
        return (
          <SameQuestion
            key={name}
            clash={clash}
            name={name}
            about={entry && placeInWords(entry)}
            value={typed[name]}
            isMissing={errors[name] !== undefined}
            locale={locale}
          />
        )
      })}
    </>
  )
}

function Preview({ entries, criteria, reader }: FileShown & { readonly entries: readonly ListEntry[] }) {
  const { locale } = reader
  const { file: texts } = inviteTextsIn(locale)
  const { headings } = texts
  return (
    <Section id="lasta" title={texts.preview} lead={texts.found(entries.length)}>
      <Table
        caption={texts.preview}
        captionHidden
        size="compact"
        rows={entries}
        rowKey={({ row }) => String(row)}
        columns={[
          { label: headings.name, rowHeader: true, cell: ({ person }) => <bdi>{person.name}</bdi> },
          { label: headings.title, cell: ({ person }) => <bdi>{person.title}</bdi> },
          { label: headings.organisation, cell: ({ person }) => <bdi>{person.organisation}</bdi> },
          { label: headings.email, cell: ({ person }) => person.email },
          { label: headings.municipality, cell: ({ person }) => municipalityIn(reader, person.municipality) },
          {
            label: headings.criterion,
            cell: ({ person }) => criteria.find(({ id }) => id === person.criterion)?.text ?? '',
          },
        ]}
      />
    </Section>
  )
}

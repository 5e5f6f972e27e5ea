import type { Colleague } from '#modules/accounts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { unspoken, wordOf, type Cell } from '../core/cell.ts'
import { longestMilestone } from '../core/cell-form.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import { wordFields } from '../core/history.ts'
import { CellConflict } from './cell-conflict.tsx'
import { CellCrumbs } from './cell-page.tsx'
import { ExampleNotice } from './notices.tsx'
import { errorText, textsIn } from './texts.ts'
import { cellHref, editCellHref, numbered, statusChoices, type Reader } from './words.ts'

export interface CellFormPageProps {
  readonly entry: GridEntry
  readonly colleagues: readonly Colleague[]
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
  /** Somebody else saved meanwhile: both versions are shown, and nothing has been overwritten. */
  readonly isConflict?: boolean
}

/** The form in which an officer says how an intervention stands. */
export function CellFormPage(props: CellFormPageProps) {
  const { entry, colleagues, typed, errors, reader, isConflict = false } = props
  const { locale } = reader
  const texts = textsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  return (
    <Page width={isConflict ? 'wide' : 'narrow'}>
      <CellCrumbs entry={entry} reader={reader} />
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle
        eyebrow={numbered(entry.intervention, locale)}
        title={texts.edit.title(entry.municipality.name)}
      />
      <ExampleNotice entries={[entry]} locale={locale} />
      {isConflict && entry.cell && (
        <CellConflict entry={entry} cell={entry.cell} colleagues={colleagues} typed={typed} reader={reader} />
      )}
      {entry.cell && !isConflict && <p>{texts.edit.unchanged}</p>}
      <Form action={editCellHref(entry, locale)}>
        <CellFields {...props} />
        <FormActions>
          <Submit>{texts.edit.save}</Submit>
          <a href={cellHref(entry, locale)}>{texts.edit.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}

function CellFields({ entry, colleagues, typed, errors, reader }: CellFormPageProps) {
  const { locale, words } = reader
  const texts = textsIn(locale)
  const { edit } = texts
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <RadioGroup
        {...shared('status')}
        label={edit.status}
        options={statusChoices(words, entry.cell?.status, locale)}
      />
      <TextArea {...shared('text')} label={edit.text} hint={edit.textHint} rows={6} />
      <SelectField
        {...shared('owner')}
        label={edit.owner}
        hint={ownerHint(entry.cell, colleagues, locale)}
        empty={edit.nobody}
        options={people}
      />
      <SelectField
        {...shared('deputy')}
        label={edit.deputy}
        optional={edit.optional}
        empty={edit.nobody}
        options={people}
      />
      <TextField
        {...shared('milestone')}
        label={edit.milestone}
        optional={edit.optional}
        hint={edit.milestoneHint}
        maxLength={longestMilestone}
      />
      <DateField {...shared('milestoneOn')} label={edit.milestoneOn} optional={edit.optional} />
      <Hidden name="version" value={typed['version'] ?? String(entry.cell?.version ?? unspoken)} />
    </>
  )
}

// Who has left is no choice any more; without a word about it, saving would look like losing them by accident.
function ownerHint(cell: Cell | null, colleagues: readonly Colleague[], locale: Reader['locale']): string {
  const { edit } = textsIn(locale)
  const owner = cell?.owner
  if (!owner?.name || colleagues.some(({ id }) => id === owner.id)) return edit.ownerHint
  return edit.gone(owner.name)
}

/** The form's fields as they stand before anybody has typed. */
export function typedFrom(cell: Cell | null): Typed {
  if (!cell) return { version: String(unspoken) }
  const word = wordOf(cell)
  return {
    ...Object.fromEntries(wordFields.map((field) => [field, word[field] ?? ''])),
    version: String(cell.version),
  }
}

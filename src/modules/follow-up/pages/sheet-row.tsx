import type { Colleague } from '#modules/accounts'
import {
  ago,
  numbered,
  StandingStatus,
  statusChoices,
  wordErrorInWords,
  type GridEntry,
  type Reader,
} from '#modules/programme'
import type { FieldErrors } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { Hidden } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { rowField, type RowField, type Sheet } from '../core/sheet.ts'
import { textsIn } from './texts.ts'

interface SheetRowProps {
  readonly entry: GridEntry
  readonly typed: Sheet
  readonly errors: FieldErrors
  readonly colleagues: readonly Colleague[]
  /** As it stands now, where somebody has spoken meanwhile. */
  readonly changed: GridEntry | undefined
  readonly reader: Reader
}

/** One intervention in the sheet. */
export function SheetRow({ entry, typed, errors, colleagues, changed, reader }: SheetRowProps) {
  const { locale, words } = reader
  const { sheet: texts } = textsIn(locale)
  const { id } = entry.intervention
  const shared = (field: RowField) => {
    const name = rowField(field, id)
    const error = errors[name]
    return {
      name,
      value: typed[name],
      error: error === undefined ? undefined : fieldErrorInWords(error, locale),
    }
  }
  return (
    <fieldset class="sheet-row">
      <legend>{numbered(entry.intervention, locale)}</legend>
      <LastWord entry={entry} reader={reader} />
      {changed?.cell && (
        <Notice tone="warning" title={texts.changed} titleLevel={3}>
          <p>
            <StandingStatus standing={changed.cell.status} words={words} />{' '}
            <span lang="sv">{changed.cell.text}</span>
          </p>
        </Notice>
      )}
      <div class="sheet-row__fields">
        <SelectField
          {...shared('status')}
          label={texts.status}
          empty={texts.noStatus}
          options={statusChoices(words, entry.cell?.status, locale)}
        />
        <div class="sheet-row__text">
          <TextArea {...shared('text')} label={texts.text} rows={4} />
        </div>
        <div class="sheet-row__owner">
          <SelectField
            {...shared('owner')}
            label={texts.owner}
            hint={goneHint(entry, colleagues, locale)}
            empty={texts.nobody}
            options={colleagues.map(({ id: value, name: label }) => ({ value, label }))}
          />
        </div>
        <div class="sheet-row__milestone">
          <TextField {...shared('milestone')} label={texts.milestone} />
        </div>
        <DateField {...shared('milestoneOn')} label={texts.milestoneOn} />
      </div>
      <Hidden name={rowField('deputy', id)} value={typed[rowField('deputy', id)] ?? ''} />
      <Hidden name={rowField('version', id)} value={typed[rowField('version', id)] ?? '0'} />
    </fieldset>
  )
}

function LastWord({ entry: { cell }, reader }: Pick<SheetRowProps, 'entry' | 'reader'>) {
  const { sheet: texts } = textsIn(reader.locale)
  if (cell === null) return <p class="hint">{texts.neverSaid}</p>
  return <p class="hint">{cell.isExample ? texts.isExample : texts.lastWord(ago(cell.saidAt, reader))}</p>
}

// Who has left is no choice any more; without a word about it, sending would look like losing them by accident.
function goneHint({ cell }: GridEntry, colleagues: readonly Colleague[], locale: Locale): string | undefined {
  const owner = cell?.isExample ? null : cell?.owner
  if (!owner?.name || colleagues.some(({ id }) => id === owner.id)) return undefined
  return textsIn(locale).sheet.gone(owner.name)
}

/** What is wrong with a field of the sheet: an answer's, or a word's as the programme has it. */
export function fieldErrorInWords(name: string, locale: Locale): string {
  return name === 'answer-too-long' ? textsIn(locale).sheet.answerTooLong : wordErrorInWords(name, locale)
}

import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { breakField, rowNumbers } from '../../core/break-rows.ts'
import { filled, type IndicatorFieldsProps } from './filled-field.ts'
import { textsIn } from '../texts.ts'

/** The rows that stand empty for what is to be added; there are as many again when the form is opened anew. */
const emptyRows = 2

/** The years from which the values are counted in another way, a row each. No script: a row is emptied to be taken away. */
export function BreakFields(props: IndicatorFieldsProps) {
  const texts = textsIn(props.locale).edit
  const written = rowNumbers(props.typed)
  const last = written.at(-1) ?? 0
  const rows = [...written, ...Array.from({ length: emptyRows }, (_, index) => last + index + 1)]
  return (
    <Section id="brott" title={texts.breaks} lead={texts.breaksLead}>
      {rows.map((number, index) => (
        <fieldset key={number} class="ds-fieldset">
          <legend class="ds-label">{texts.breakRow(index + 1)}</legend>
          <TextField
            {...filled(props, breakField('from', number))}
            label={texts.breakFrom}
            inputMode="numeric"
            size={6}
          />
          <TextField {...filled(props, breakField('sv', number))} label={texts.breakSv} maxLength={500} />
          <TextField {...filled(props, breakField('en', number))} label={texts.breakEn} maxLength={500} />
        </fieldset>
      ))}
    </Section>
  )
}

import { controlAttributes, Field, type FieldProps } from './field.tsx'
import { fieldId } from './form.tsx'

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'number' | 'search'
  readonly autocomplete?: 'email' | 'name' | 'organization' | 'url' | 'tel' | 'off'
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email'
  readonly maxLength?: number
  /** How many characters wide, where the width says something about the answer. */
  readonly size?: number
  readonly spellcheck?: boolean
  /** What may be written, offered while one types; anything else may still be written. */
  readonly suggestions?: readonly string[]
  /** Where more of them are asked for while one types: it answers `?q=…` with a list of texts. */
  readonly suggestFrom?: string
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  // The JSX types list every kind of input by itself and cannot take "one of these kinds".
  const type = (props.type ?? 'text') as 'text'
  const list = (props.suggestions ?? props.suggestFrom) && `${fieldId(props.name)}-list`
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        type={type}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        size={props.size}
        spellcheck={props.spellcheck}
        list={list}
        data-suggest={props.suggestFrom}
      />
      {list && (
        <datalist id={list}>
          {props.suggestions?.map((text) => (
            <option key={text}>{text}</option>
          ))}
        </datalist>
      )}
    </Field>
  )
}

interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number
  /** Say the limit in the hint too: the control only stops, it does not tell. */
  readonly maxLength?: number
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea {...controlAttributes(props)} rows={props.rows ?? 5} maxLength={props.maxLength}>
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}

interface DateFieldProps extends FieldProps {
  /** `2026-11-24`; the browser shows it in the reader's own way. */
  readonly value?: string | undefined
  readonly min?: string
  readonly max?: string
}

/** A day, chosen with the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        type="date"
        value={props.value ?? ''}
        min={props.min}
        max={props.max}
        size={14}
      />
    </Field>
  )
}

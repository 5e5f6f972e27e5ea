import type { ComponentChildren } from 'preact'
import { fieldId } from './form.tsx'

/** What every field has. The value is what the person last wrote, right or wrong. */
export interface FieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  /** Written after the label, such as "(may be left empty)". */
  readonly optional?: string
  readonly required?: boolean
}

interface ControlAttributes {
  readonly id: string
  readonly name: string
  readonly class: string
  readonly required?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
}

/** The attributes that tie a control to its label, hint and error, so that no script has to. */
export function controlAttributes(props: FieldProps): ControlAttributes {
  const described = describedBy(props)
  return {
    id: fieldId(props.name),
    name: props.name,
    class: 'ds-input',
    ...(props.required ? { required: true } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(props.error ? { 'aria-invalid': 'true' as const } : {}),
  }
}

/** The ids of hint and error, in the order they are to be read, or nothing. */
export function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const id = fieldId(name)
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Label, hint and error around one control. */
export function Field(props: FieldProps & { readonly children: ComponentChildren }) {
  const id = fieldId(props.name)
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {props.label}
        {props.optional && <span class="optional"> {props.optional}</span>}
      </label>
      <FieldHint {...props} />
      <FieldErrorText {...props} />
      {props.children}
    </div>
  )
}

/** The help below a label. */
export function FieldHint({ name, hint }: FieldProps) {
  if (!hint) return null
  return (
    <p class="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

/** What is wrong, in words, above the control. */
export function FieldErrorText({ name, error }: FieldProps) {
  if (!error) return null
  return (
    <p class="ds-validation-message" id={`${fieldId(name)}-error`}>
      {error}
    </p>
  )
}

import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

interface FormProps {
  readonly action: string
  readonly children: ComponentChildren
  /** Ask before somebody leaves with changes that are not sent. On unless the form only searches. */
  readonly guard?: boolean
  readonly id?: string
  /** What the form says while it saves a draft by itself; left out for one that waits until it is sent. */
  readonly autosave?: {
    readonly autosaving: string
    readonly autosaved: string
    readonly autosaveFailed: string
  }
}

/** A form that changes something. The browser does not judge the fields: the server answers in the reader's language. */
export function Form({ action, children, guard = true, id, autosave }: FormProps) {
  return (
    <form class="form" method="post" action={action} noValidate id={id} data-guard={guard ? '' : undefined}>
      {children}
      {autosave && (
        <p
          class="autosave"
          role="status"
          data-autosave
          data-saving={autosave.autosaving}
          data-saved={autosave.autosaved}
          data-failed={autosave.autosaveFailed}
        />
      )}
    </form>
  )
}

interface ChoiceFormProps {
  readonly action: string
  /** The element that the answer replaces, by id. */
  readonly swap: string
  /** The words on the button that a reader without JavaScript presses. */
  readonly submit: string
  /** Whether the view changes while one types, too. */
  readonly typing?: boolean
  readonly children: ComponentChildren
}

/** A form that only asks for another view of the page. With JavaScript the view changes at once, without it by the button. */
export function ChoiceForm({ action, swap, submit, typing = false, children }: ChoiceFormProps) {
  return (
    <form
      class="choice-form"
      method="get"
      action={action}
      data-swap={`#${swap}`}
      data-typing={typing ? '' : undefined}
    >
      {children}
      <Button variant="secondary">{submit}</Button>
    </form>
  )
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { readonly children: ComponentChildren }) {
  return <div class="row form__actions">{children}</div>
}

/** The button that sends the form. */
export function Submit({ children }: { readonly children: ComponentChildren }) {
  return <Button>{children}</Button>
}

/** A value that the form carries along. */
export function Hidden({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/** What is wrong with one field; `field` is its `name`. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** The fields' errors, each name in the reader's words, for the summary above the form. */
export function errorsInWords(
  errors: Readonly<Record<string, string>>,
  inWords: (name: string) => string,
): readonly FieldError[] {
  return Object.entries(errors).map(([field, name]) => ({ field, message: inWords(name) }))
}

/** Everything that must be mended before the form can be sent, each with the way to its field. Stands above the form. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string
  readonly errors: readonly FieldError[]
}) {
  if (errors.length === 0) return null
  return (
    <div class="ds-error-summary" role="alert" tabIndex={-1} data-color="danger" data-error-summary>
      <h2 class="ds-heading">{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${fieldId(error.field)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The id that a field's control has in the page; a name with brackets or dots becomes a plain one. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

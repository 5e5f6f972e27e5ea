import type { ComponentChildren } from 'preact'
import {
  controlAttributes,
  describedBy,
  Field,
  FieldErrorText,
  FieldHint,
  type FieldProps,
} from './field.tsx'
import { fieldId } from './form.tsx'

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

interface SelectFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly options: readonly (Option | OptionGroup)[]
  /** The first, empty choice, such as "Choose …". */
  readonly empty?: string
}

/** One of many. For fewer than about six, `RadioGroup` shows them all. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      <select {...controlAttributes(props)} data-width="auto">
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <SelectOption key={option.value} option={option} chosen={props.value} />
              ))}
            </optgroup>
          ) : (
            <SelectOption key={entry.value} option={entry} chosen={props.value} />
          ),
        )}
      </select>
    </Field>
  )
}

function SelectOption({ option, chosen }: { readonly option: Option; readonly chosen: string | undefined }) {
  return (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  )
}

interface RadioGroupProps extends FieldProps {
  readonly value?: string | undefined
  readonly options: readonly Option[]
}

/** One of a few, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <Choices {...props} role="radiogroup">
      {props.options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          group={props}
          option={option}
          index={index}
          checked={option.value === props.value}
        />
      ))}
    </Choices>
  )
}

interface CheckboxGroupProps extends FieldProps {
  readonly values?: readonly string[]
  readonly options: readonly Option[]
  /** In several columns, for short labels. */
  readonly columns?: boolean
}

/** Any number of several. Sent as the same name many times. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <Choices {...props} columns={props.columns ?? false}>
      {props.options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          group={props}
          option={option}
          index={index}
          checked={props.values?.includes(option.value) ?? false}
        />
      ))}
    </Choices>
  )
}

interface CheckboxFieldProps extends FieldProps {
  readonly checked?: boolean
  readonly value?: string
}

/** Yes or no to one sentence. */
export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <div class="choice">
      <FieldErrorText {...props} />
      <div class="ds-field">
        <input
          {...controlAttributes(props)}
          type="checkbox"
          value={props.value ?? 'on'}
          checked={props.checked ?? false}
        />
        <label class="ds-label" for={fieldId(props.name)}>
          {props.label}
        </label>
        <FieldHint {...props} />
      </div>
    </div>
  )
}

function Choices(
  props: FieldProps & {
    readonly role?: 'radiogroup'
    readonly columns?: boolean
    readonly children: ComponentChildren
  },
) {
  return (
    <fieldset
      class="ds-fieldset"
      role={props.role}
      aria-describedby={describedBy(props)}
      aria-invalid={props.role && props.error ? 'true' : undefined}
    >
      <legend class="ds-label">
        {props.label}
        {props.optional && <span class="optional"> {props.optional}</span>}
      </legend>
      <FieldHint {...props} />
      <FieldErrorText {...props} />
      <div class={props.columns ? 'choices choices--columns' : 'choices'}>{props.children}</div>
    </fieldset>
  )
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox'
  readonly group: FieldProps
  readonly option: Option
  readonly index: number
  readonly checked: boolean
}

function Choice({ type, group, option, index, checked }: ChoiceProps) {
  // The first one carries the field's own id: the error summary leads there.
  const id = index === 0 ? fieldId(group.name) : `${fieldId(group.name)}-${index + 1}`
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={group.name}
        value={option.value}
        checked={checked}
        aria-invalid={group.error ? 'true' : undefined}
        aria-describedby={option.hint ? `${id}-about` : undefined}
      />
      <label class="ds-label" for={id}>
        {option.label}
      </label>
      {option.hint && (
        <p class="hint" id={`${id}-about`}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

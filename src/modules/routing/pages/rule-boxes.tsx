import { branches, branchesInWords } from '#modules/companies'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { boxes } from '../core/rules-form.ts'
import { textsIn } from './texts.ts'

/** Boxes of which any number may be ticked, each with a name of its own. */
export function Boxes({
  label,
  options,
  typed,
}: {
  readonly label: string
  readonly options: readonly { readonly name: string; readonly label: string }[]
  readonly typed: Typed
}) {
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{label}</legend>
      <div class="choices choices--columns">
        {options.map((option) => (
          <CheckboxField key={option.name} {...option} checked={typed[option.name] !== undefined} />
        ))}
      </div>
    </fieldset>
  )
}

/** So many that they are kept out of the way, unless the rule asks for one. */
export function BranchBoxes({
  row,
  typed,
  locale,
}: {
  readonly row: number
  readonly typed: Typed
  readonly locale: Locale
}) {
  const { rules } = textsIn(locale)
  const names = branchesInWords(locale)
  return (
    <Disclosure
      summary={rules.branches}
      open={branches.some((branch) => typed[boxes.branch(row, branch)] !== undefined)}
    >
      <Boxes
        label={rules.branches}
        typed={typed}
        options={branches.map((branch) => ({
          name: boxes.branch(row, branch),
          label: names[branch] ?? branch,
        }))}
      />
    </Disclosure>
  )
}

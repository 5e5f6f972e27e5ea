import { formatNumber } from '#platform/values/numbers.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { codeIn, codelistField, leftOut, valueField } from '../../pxweb/picking.ts'
import type { Variable } from '../../pxweb/table.ts'
import { valuesShown, type ValueList } from '../../pxweb/value-list.ts'
import { searchField } from './pxweb-addresses.ts'
import { filled, optionOf } from './pxweb-role-fields.tsx'
import { pxWebTextsIn } from './pxweb-texts.ts'
import type { ValuesPageProps } from './pxweb-values-page.tsx'

type VariableProps = ValuesPageProps & { readonly variable: Variable }

/** One variable that must stand at one value: its division, a search where the list is long, and the value. */
export function ValueFields(props: VariableProps) {
  const { variable, picked, searched, locale } = props
  const texts = pxWebTextsIn(locale).values
  const field = valueField(variable.code)
  const list = valuesShown(variable.values, searched[variable.code] ?? '', codeIn(picked[field]))
  const isNarrowed = list.isLong || variable.codelists.length > 0
  return (
    <>
      <DivisionField {...props} />
      {list.isLong && <SearchField {...props} />}
      {isNarrowed && (
        <div class="row">
          <Button variant="secondary">{texts.show}</Button>
        </div>
      )}
      <SelectField
        {...filled(props, field)}
        label={variable.label}
        {...(list.isLong ? { hint: shownInWords(list, props) } : {})}
        empty={texts.choose}
        options={[
          ...(variable.mayBeLeftOut ? [{ value: leftOut, label: texts.leaveOut }] : []),
          ...list.shown.map(optionOf),
        ]}
      />
    </>
  )
}

function DivisionField(props: VariableProps) {
  const { variable, locale } = props
  const texts = pxWebTextsIn(locale).values
  if (variable.codelists.length === 0) return null
  return (
    <SelectField
      {...filled(props, codelistField(variable.code))}
      label={texts.division(variable.label)}
      empty={texts.ownDivision}
      options={variable.codelists.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}

function SearchField({ variable, searched, locale }: VariableProps) {
  const texts = pxWebTextsIn(locale).values
  return (
    <TextField
      name={searchField(variable.code)}
      label={texts.search(variable.label)}
      hint={texts.searchHint(formatNumber(variable.values.length, locale))}
      type="search"
      value={searched[variable.code]}
      maxLength={100}
    />
  )
}

function shownInWords({ shown, found }: ValueList, { locale }: VariableProps): string {
  const texts = pxWebTextsIn(locale).values
  return found === 0
    ? texts.noneFound
    : texts.shown(formatNumber(Math.min(shown.length, found), locale), formatNumber(found, locale))
}

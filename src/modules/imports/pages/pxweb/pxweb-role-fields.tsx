import type { Category } from '../../pxweb/dataset.ts'
import { SelectField } from '#ui/choice-field.tsx'
import { Hidden } from '#ui/form.tsx'
import { partName, periodOf } from '../../pxweb/period.ts'
import { isCode, leftOut, partsIn } from '../../pxweb/picking.ts'
import type { Variable } from '../../pxweb/table.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'
import type { ValuesPageProps } from './pxweb-values-page.tsx'
import { partInWords } from './pxweb-words.ts'

/** Which variable is the place, the time and the gender; and how time and gender are read. */
export function RoleFields(props: ValuesPageProps) {
  const { table, locale, picked } = props
  const texts = pxWebTextsIn(locale).values
  const variables = table.variables.map(({ code, label }) => ({ value: code, label }))
  const gender = table.variables.find(({ code }) => code === picked['gender'])
  return (
    <>
      <SelectField
        {...filled(props, 'place')}
        label={texts.place}
        hint={texts.placeHint}
        empty={texts.noPlace}
        options={variables}
      />
      <SelectField {...filled(props, 'time')} label={texts.time} empty={texts.choose} options={variables} />
      <PeriodFields {...props} />
      <SelectField
        {...filled(props, 'gender')}
        label={texts.gender}
        empty={texts.noGender}
        options={variables}
      />
      {gender && <GenderFields {...props} variable={gender} />}
    </>
  )
}

/** What a field shows of what was picked and of what is wrong with it. */
export function filled({ picked, errors, locale }: ValuesPageProps, name: string) {
  const error = errors[name]
  return {
    name,
    value: picked[name],
    error: error === undefined ? undefined : pxWebTextsIn(locale).errors[error],
  }
}

function PeriodFields(props: ValuesPageProps) {
  const { table, locale, picked } = props
  const texts = pxWebTextsIn(locale).values
  const parts = partsIn(table, picked['time'])
  const years = yearsOf(table.variables.find(({ code }) => code === picked['time']))
  if (parts.length === 0) return null
  const isChosen = parts.length === 1 && props.errors['part'] === undefined
  return (
    <>
      {isChosen ? (
        <Hidden name="part" value={picked['part'] ?? ''} />
      ) : (
        <SelectField
          {...filled(props, 'part')}
          label={texts.part}
          hint={texts.partHint}
          empty={texts.choose}
          options={parts.map(({ part, years: count }) => ({
            value: partName(part),
            label: texts.partOf(partInWords(part, locale), count),
          }))}
        />
      )}
      <SelectField
        {...filled(props, 'from')}
        label={texts.from}
        empty={texts.fromAll}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
    </>
  )
}

/** The years of a time variable, the latest first. */
function yearsOf(variable: Variable | undefined): readonly number[] {
  const years = (variable?.values ?? []).flatMap((value) => periodOf(value)?.year ?? [])
  return [...new Set(years)].toSorted((one, other) => other - one)
}

function GenderFields(props: ValuesPageProps & { readonly variable: Variable }) {
  const { variable, locale } = props
  const texts = pxWebTextsIn(locale).values
  const values = variable.values.map(optionOf)
  const total = variable.mayBeLeftOut ? [{ value: leftOut, label: texts.leaveOut }] : []
  return (
    <>
      <SelectField
        {...filled(props, 'all')}
        label={texts.all}
        empty={texts.noGenderValue}
        options={[...total, ...values]}
      />
      <SelectField
        {...filled(props, 'women')}
        label={texts.women}
        empty={texts.noGenderValue}
        options={values}
      />
      <SelectField {...filled(props, 'men')} label={texts.men} empty={texts.noGenderValue} options={values} />
    </>
  )
}

/** A value as it is chosen; its code stands beside a name that is another. */
export function optionOf({ code, label }: Pick<Category, 'code' | 'label'>) {
  return { value: isCode(code), label: label === code ? label : `${label} (${code})` }
}

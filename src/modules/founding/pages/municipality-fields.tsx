import type { Typed } from '#platform/http/form.ts'
import { bySwedishName, type Locale } from '#platform/values/locale.ts'
import { CheckboxField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { describedBy, FieldErrorText, FieldHint } from '#ui/field.tsx'
import { fieldId, type FieldError } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextArea } from '#ui/text-field.tsx'
import type { SwedishMunicipality } from '../core/municipalities.ts'
import { pickedField, writtenField } from './problems.ts'
import { textsIn } from './texts.ts'

const tickPrefix = 'municipality-'

/** The codes that are ticked. Each tick has a name of its own, so that the form comes back as it was sent. */
export function tickedIn(typed: Typed): ReadonlySet<string> {
  const names = Object.keys(typed).filter((name) => name.startsWith(tickPrefix))
  return new Set(names.map((name) => name.slice(tickPrefix.length)))
}

interface MunicipalityFieldsProps {
  readonly locale: Locale
  readonly swedish: readonly SwedishMunicipality[]
  readonly typed: Typed
  readonly problems: readonly FieldError[]
}

/** The two ways to choose: ticks for Sweden, lines for other countries. */
export function MunicipalityFields({ locale, swedish, typed, problems }: MunicipalityFieldsProps) {
  const texts = textsIn(locale).form
  const errorOf = (name: string) =>
    problems
      .filter(({ field }) => field === name)
      .map(({ message }) => message)
      .join(' ') || undefined
  const picker = {
    name: pickedField,
    label: texts.picker,
    hint: texts.pickerHint,
    error: errorOf(pickedField),
  }
  const ticked = tickedIn(typed)
  return (
    <Section id="municipalities" title={texts.municipalities} lead={texts.municipalitiesLead}>
      {/* Takes the focus itself when the error summary leads here: its boxes are folded away. */}
      <fieldset
        class="ds-fieldset"
        id={fieldId(pickedField)}
        tabIndex={-1}
        aria-describedby={describedBy(picker)}
      >
        <legend class="ds-label">{texts.picker}</legend>
        <FieldHint {...picker} />
        <FieldErrorText {...picker} />
        <div>
          {byCounty(swedish).map(([county, municipalities]) => (
            <County
              key={county}
              county={county}
              municipalities={municipalities}
              ticked={ticked}
              count={texts.county}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        name={writtenField}
        label={texts.written}
        optional={texts.optional}
        hint={
          <>
            {texts.writtenHint}
            <br />
            {texts.writtenExample}
          </>
        }
        rows={6}
        value={typed[writtenField]}
        error={errorOf(writtenField)}
      />
    </Section>
  )
}

interface CountyProps {
  readonly county: string
  readonly municipalities: readonly SwedishMunicipality[]
  readonly ticked: ReadonlySet<string>
  readonly count: (picked: number, all: number) => string
}

function County({ county, municipalities, ticked, count }: CountyProps) {
  const picked = municipalities.filter(({ code }) => ticked.has(code)).length
  const summary = (
    <>
      {county} <span class="optional">{count(picked, municipalities.length)}</span>
    </>
  )
  return (
    <Disclosure summary={summary} open={picked > 0}>
      <div class="choices choices--columns" role="group" aria-label={county}>
        {municipalities.map(({ code, name }) => (
          <CheckboxField key={code} name={`${tickPrefix}${code}`} label={name} checked={ticked.has(code)} />
        ))}
      </div>
    </Disclosure>
  )
}

/** The counties in their official order, the municipalities of each by name. */
function byCounty(
  swedish: readonly SwedishMunicipality[],
): readonly (readonly [string, SwedishMunicipality[]])[] {
  const byName = swedish.toSorted((a, b) => bySwedishName(a.name, b.name))
  const counties = Map.groupBy(byName, ({ county }) => county)
  return [...new Set(swedish.map(({ county }) => county))].map((county) => [
    county,
    counties.get(county) ?? [],
  ])
}

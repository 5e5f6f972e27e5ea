import { dayOf } from '#platform/values/dates.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxGroup, SelectField } from '#ui/choice-field.tsx'
import { Hidden } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { mostChosen } from './compare-query.ts'
import { compareTextsIn } from './compare-texts.ts'
import type { CompareView } from './compare-view.ts'
import { problemText } from './compare-words.ts'
import { queryNames } from '../query.ts'

interface CompareFormProps {
  readonly view: CompareView
  readonly action: string
  readonly asOf?: Date | undefined
  readonly networkCodes: readonly string[]
}

/** What is to be compared. It only asks for another view, so the answer's address can be kept and sent on. */
export function CompareForm({ view, action, asOf, networkCodes }: CompareFormProps) {
  const { locale, asked, groups, group, shows, places, base, baseYears } = view
  const names = queryNames[locale]
  const texts = compareTextsIn(locale).form
  return (
    <form class="form" method="get" action={action}>
      {asOf && <Hidden name={names.asOf} value={dayOf(asOf)} />}
      {asked.isRanked && <Hidden name={names.rank} value="1" />}
      <PlaceField view={view} networkCodes={networkCodes} />
      {groups.length > 1 && (
        <SelectField
          name={names.group}
          label={texts.group}
          hint={texts.groupHint}
          value={group.id}
          options={groups.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {asked.chosen.length > 0 && (
        <CheckboxGroup
          name={names.with}
          label={texts.chosen}
          hint={texts.chosenHint}
          columns
          values={asked.chosen.map(places.wordOf)}
          options={asked.chosen.map((code) => ({ value: places.wordOf(code), label: places.nameOf(code) }))}
        />
      )}
      <AddField view={view} />
      <SelectField
        name={names.show}
        label={texts.show}
        value={asked.show}
        options={shows.map((show) => ({ value: show, label: texts.shows[show] }))}
      />
      {asked.show === 'index' && baseYears.length > 0 && (
        <SelectField
          name={names.base}
          label={texts.base}
          value={String(base)}
          options={baseYears.map((year) => ({ value: String(year), label: String(year) }))}
        />
      )}
      <div class="row form__actions">
        <Button>{texts.submit}</Button>
      </div>
    </form>
  )
}

function PlaceField({ view, networkCodes }: Pick<CompareFormProps, 'view' | 'networkCodes'>) {
  const { locale, asked, known, places } = view
  const texts = compareTextsIn(locale).form
  const option = (code: string) => ({ value: places.wordOf(code), label: places.nameOf(code) })
  const isOwn = (code: string) => networkCodes.includes(code)
  const others = known.filter((code) => !isOwn(code))
  const problem = view.problems.find(({ field }) => field === 'municipality')
  return (
    <SelectField
      name={queryNames[locale].municipality}
      label={texts.place}
      empty={texts.noPlace}
      value={asked.place === null ? undefined : places.wordOf(asked.place)}
      error={problem && problemText(problem, locale)}
      options={[
        { label: texts.inNetwork, options: known.filter(isOwn).map(option) },
        ...(others.length > 0 ? [{ label: texts.others, options: others.map(option) }] : []),
      ]}
    />
  )
}

/** One more at a time, by name: a list of 290 boxes would be no help to anybody. */
function AddField({ view }: { readonly view: CompareView }) {
  const { locale, known, places, asked } = view
  const texts = compareTextsIn(locale).form
  const problem = view.problems.find(({ field }) => field === 'also')
  if (asked.chosen.length >= mostChosen && !problem) return null
  return (
    <TextField
      name={queryNames[locale].also}
      label={texts.add}
      hint={texts.addHint(mostChosen)}
      value={problem?.kind === 'unknown' ? problem.typed : ''}
      error={problem && problemText(problem, locale)}
      autocomplete="off"
      spellcheck={false}
      suggestions={known.map(places.nameOf)}
    />
  )
}

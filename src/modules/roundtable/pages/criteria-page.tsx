import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { kinds, type Event } from '../core/event.ts'
import { longest } from '../core/fields.ts'
import { PlanFrame } from './plan-frame.tsx'
import { textsIn } from './texts.ts'
import { fieldsOf, rowNumbers, type Filled } from './words.ts'

interface CriteriaShown extends Filled {
  readonly event: Event
  /** How many seats the saved criteria have together. */
  readonly given: number
  readonly told: string | null
  readonly locale: Locale
}

/** By what people are invited, and how many seats that is given. */
export function CriteriaPage({ event, given, told, locale, ...filled }: CriteriaShown) {
  const { plan: texts, kindsMany } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  return (
    <PlanFrame part="planCriteria" {...filled} event={event} told={told} locale={locale}>
      <p>{texts.criteriaLead}</p>
      <Notice title={texts.lawTitle}>
        <p>{texts.law}</p>
      </Notice>
      <p role="status">{texts.budget(given, event.seats)}</p>
      <Form action={addressOf('planCriteria', locale, { event: event.id })}>
        {rowNumbers(filled.typed, 'criterion', 2).map((number, at) => (
          <fieldset class="sheet-row" key={number}>
            <legend class="ds-label">{texts.criterionNumber(at + 1)}</legend>
            <Hidden name={`criterion-${number}-id`} value={filled.typed[`criterion-${number}-id`] ?? ''} />
            <div class="field-row">
              <TextField
                {...shared(`criterion-${number}-text`)}
                label={texts.criterion}
                maxLength={longest.theme}
              />
              <SelectField
                {...shared(`criterion-${number}-kind`)}
                label={texts.kind}
                options={kinds.map((kind) => ({ value: kind, label: kindsMany[kind] }))}
              />
              <TextField
                {...shared(`criterion-${number}-seats`)}
                label={texts.criterionSeats}
                size={5}
                inputMode="numeric"
              />
            </div>
          </fieldset>
        ))}
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </PlanFrame>
  )
}

/** Something that an event can serve. */
interface Choice {
  readonly id: string
  readonly name: string
}

interface LinksShown extends Filled {
  readonly event: Event
  readonly themes: readonly Choice[]
  readonly interventions: readonly Choice[]
  readonly indicators: readonly Choice[]
  readonly told: string | null
  readonly locale: Locale
}

/** Which interventions and indicators an event serves. */
export function LinksPage({ event, themes, interventions, indicators, told, locale, ...filled }: LinksShown) {
  const { plan: texts, event: words } = textsIn(locale)
  const groups = [
    { kind: 'theme', label: words.themes, choices: themes },
    { kind: 'intervention', label: words.interventions, choices: interventions },
    { kind: 'indicator', label: words.indicators, choices: indicators },
  ].filter(({ choices }) => choices.length > 0)
  return (
    <PlanFrame part="planLinks" {...filled} event={event} told={told} locale={locale}>
      <p>{texts.linksLead}</p>
      <Form action={addressOf('planLinks', locale, { event: event.id })}>
        {groups.map(({ kind, label, choices }) => (
          <Disclosure key={kind} summary={label} open>
            <div class="choices">
              {choices.map(({ id, name }) => (
                <CheckboxField
                  key={id}
                  name={`${kind}-${id}`}
                  label={name}
                  checked={filled.typed[`${kind}-${id}`] !== undefined}
                />
              ))}
            </div>
          </Disclosure>
        ))}
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </PlanFrame>
  )
}

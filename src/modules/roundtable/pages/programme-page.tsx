import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Event } from '../core/event.ts'
import { longest } from '../core/fields.ts'
import type { Layout } from './layout.tsx'
import { LayoutNotice } from './layout.tsx'
import { PlanFrame } from './plan-frame.tsx'
import { textsIn } from './texts.ts'
import { fieldsOf, rowNumbers, type Filled } from './words.ts'

export interface PartShown extends Filled {
  readonly event: Event
  readonly layout: Layout
  readonly told: string | null
  readonly locale: Locale
}

/** What happens when, and the rounds. */
export function ProgrammePage({ event, layout, told, locale, ...filled }: PartShown) {
  const { plan: texts } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  return (
    <PlanFrame part="planProgramme" {...filled} event={event} told={told} locale={locale}>
      <LayoutNotice layout={layout} locale={locale} />
      <Form action={addressOf('planProgramme', locale, { event: event.id })}>
        <Section id="rundor" title={texts.rounds} lead={texts.roundsLead}>
          {rowNumbers(filled.typed, 'round', 2).map((number, at) => (
            <fieldset class="sheet-row" key={number}>
              <legend class="ds-label">{textsIn(locale).round(at + 1)}</legend>
              <div class="field-row">
                <TextField {...shared(`round-${number}-startsAt`)} label={texts.startsAt} size={6} />
                <TextField
                  {...shared(`round-${number}-minutes`)}
                  label={texts.minutes}
                  size={5}
                  inputMode="numeric"
                />
              </div>
            </fieldset>
          ))}
        </Section>
        <Section id="punkter" title={texts.items} lead={texts.itemsLead}>
          {rowNumbers(filled.typed, 'item', 3).map((number, at) => (
            <fieldset class="sheet-row" key={number}>
              <legend class="ds-label">{texts.itemNumber(at + 1)}</legend>
              <Hidden name={`item-${number}-id`} value={filled.typed[`item-${number}-id`] ?? ''} />
              <div class="field-row">
                <TextField {...shared(`item-${number}-at`)} label={texts.at} size={6} />
                <TextField {...shared(`item-${number}-text`)} label={texts.what} maxLength={longest.place} />
              </div>
            </fieldset>
          ))}
        </Section>
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </PlanFrame>
  )
}

import { CheckboxField } from '#ui/choice-field.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { addDays, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Event } from '../core/event.ts'
import { kitchenOf } from '../core/kitchen.ts'
import { needsNothing, noNeed, type Need, type Participant } from '../core/participant.ts'
import { inviteTextsIn, ownTextsIn } from './texts.ts'
import { fieldsOf, participantInWords, type Filled } from './words.ts'

interface NeedsShown {
  readonly event: Event
  readonly people: readonly Participant[]
  readonly needs: ReadonlyMap<string, Need>
  readonly locale: Locale
}

/** What those who come need: in numbers for the kitchen, and by person for the coordinator. */
export function NeedsView({ event, people, needs, locale }: NeedsShown) {
  const { needs: texts } = inviteTextsIn(locale)
  const { needsDays, onDay } = event
  const coming = people.filter(({ state }) => state === 'yes')
  const kitchen = kitchenOf([...needs.values()])
  const said = coming.filter(({ id }) => !needsNothing(needs.get(id) ?? noNeed))
  return (
    <>
      <p>{texts.lead(needsDays, formatDay(addDays(onDay, needsDays), locale))}</p>
      <Section id="koket" title={texts.kitchen} lead={texts.kitchenLead}>
        <DescriptionList
          items={[
            { term: texts.coming, details: coming.length },
            ...(kitchen.food.length === 0 ? [{ term: texts.food, details: texts.noFood }] : []),
            ...kitchen.food.map(({ text, count }) => ({ term: <bdi>{text}</bdi>, details: count })),
          ]}
        />
      </Section>
      <Section id="lokalen" title={texts.room}>
        <DescriptionList
          items={[
            { term: texts.wheelchair, details: kitchen.wheelchair },
            { term: texts.hearing, details: kitchen.hearing },
            { term: texts.seeing, details: kitchen.seeing },
          ]}
        />
      </Section>
      <Section id="personer" title={texts.byPerson}>
        {said.length === 0 ? (
          <p class="empty">{texts.none}</p>
        ) : (
          <DescriptionList
            items={said.map(({ id, name, organisation }) => ({
              term: <bdi>{participantInWords({ name, organisation })}</bdi>,
              details: <bdi>{needInWords(needs.get(id) ?? noNeed, locale)}</bdi>,
            }))}
          />
        )}
      </Section>
    </>
  )
}

function needInWords(need: Need, locale: Locale): string {
  const { needs: texts } = inviteTextsIn(locale)
  return [
    ...(need.wheelchair ? [texts.wheelchair] : []),
    ...(need.hearing ? [texts.hearing] : []),
    ...(need.seeing ? [texts.seeing] : []),
    ...(need.food ? [`${texts.food}: ${need.food}`] : []),
    ...(need.other ? [`${texts.other}: ${need.other}`] : []),
  ].join('; ')
}

/** The fields in which somebody says what they need. */
export function NeedFields({ locale, ...filled }: Filled & { readonly locale: Locale }) {
  const { page: texts } = ownTextsIn(locale)
  const shared = fieldsOf(filled, locale)
  const box = (name: 'wheelchair' | 'hearing' | 'seeing') => (
    <CheckboxField name={name} label={texts[name]} checked={Boolean(filled.typed[name])} />
  )
  return (
    <>
      <div class="choices">
        {box('wheelchair')}
        {box('hearing')}
        {box('seeing')}
      </div>
      <TextField
        {...shared('food')}
        label={texts.food}
        hint={texts.foodHint}
        optional={texts.optional}
        maxLength={200}
      />
      <TextField {...shared('other')} label={texts.other} optional={texts.optional} maxLength={500} />
    </>
  )
}

/** A need as a form has it. */
export function typedNeed(need: Need | undefined): Filled['typed'] {
  if (!need) return {}
  const { food, other } = need
  const ticked = (['wheelchair', 'hearing', 'seeing'] as const).filter((name) => need[name])
  return { food, other, ...Object.fromEntries(ticked.map((name) => [name, 'on'])) }
}

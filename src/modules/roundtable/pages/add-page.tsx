import { isolated } from '#platform/values/isolated.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import type { Clash } from '../actions/list-people.ts'
import type { Criterion, Event } from '../core/event.ts'
import { PersonFields } from './person-fields.tsx'
import { SameQuestion } from './same-question.tsx'
import { inviteTextsIn } from './texts.ts'
import { fieldsOf, participantInWords, type Filled, type Reader } from './words.ts'

export interface AddShown extends Filled {
  readonly event: Event
  readonly criteria: readonly Criterion[]
  readonly clash: Clash | null
  readonly reader: Reader
}

/** Somebody who is put on the list by hand. */
export function AddForm({ event, clash, ...props }: AddShown) {
  const { typed, reader } = props
  const { add: texts } = inviteTextsIn(reader.locale)
  return (
    <>
      <p>{texts.lead}</p>
      <Form action={addressOf('addParticipant', reader.locale, { event: event.id })}>
        {clash && (
          <SameQuestion
            clash={clash}
            name="same"
            value={typed['same']}
            isMissing={props.errors['same'] !== undefined}
            locale={reader.locale}
          />
        )}
        <PersonFields {...props} />
        <FormActions>
          <Submit>{texts.submit}</Submit>
        </FormActions>
      </Form>
    </>
  )
}

/** Somebody whom the network knows how to reach. */
export interface KnownPerson {
  /** The field's name. */
  readonly id: string
  readonly name: string
  readonly title: string
  readonly organisation: string
}

export interface KnownShown extends Filled {
  readonly event: Event
  readonly criteria: readonly Criterion[]
  readonly leaders: readonly KnownPerson[]
  readonly contacts: readonly KnownPerson[]
  /** How many are shared and have not agreed to be written to. */
  readonly hidden: number
  /** Who of those chosen is like somebody on the list. */
  readonly asked: readonly { readonly clash: Clash; readonly of: KnownPerson }[]
  readonly reader: Reader
}

/** The field of what is answered about somebody who is like another. */
export function sameField(id: string): string {
  return `same-${id}`
}

/** People whom the network knows: leaderships and officers with accounts, and companies' contacts. */
export function KnownForm(props: KnownShown) {
  const { event, criteria, leaders, contacts, hidden, asked, reader, ...filled } = props
  const { locale } = reader
  const { known: texts, add } = inviteTextsIn(locale)
  const shared = fieldsOf(filled, locale)
  return (
    <>
      <p>{texts.lead}</p>
      <Form action={addressOf('addKnown', locale, { event: event.id })}>
        {asked.map(({ clash, of }) => (
          <SameQuestion
            key={of.id}
            clash={clash}
            name={sameField(of.id)}
            about={participantInWords(of)}
            value={filled.typed[sameField(of.id)]}
            isMissing={filled.errors[sameField(of.id)] !== undefined}
            locale={locale}
          />
        ))}
        <SelectField
          {...shared('criterion')}
          label={add.criterion}
          empty={add.choose}
          options={criteria.map(({ id, text }) => ({ value: id, label: text }))}
        />
        <Section id="ledningar" title={texts.leaders}>
          <Ticks people={leaders} typed={filled.typed} none={texts.none} />
        </Section>
        <Section id="kontakter" title={texts.contacts} lead={texts.contactsLead}>
          <Ticks people={contacts} typed={filled.typed} none={texts.none} />
          {hidden > 0 && <p class="source">{texts.hidden(hidden)}</p>}
        </Section>
        <FormActions>
          <Submit>{add.submit}</Submit>
        </FormActions>
      </Form>
    </>
  )
}

function Ticks({
  people,
  typed,
  none,
}: {
  readonly people: readonly KnownPerson[]
  readonly typed: Filled['typed']
  readonly none: string
}) {
  if (people.length === 0) return <p class="empty">{none}</p>
  return (
    <div class="choices">
      {people.map(({ id, name, title, organisation }) => (
        <CheckboxField
          key={id}
          name={id}
          label={<bdi>{[name, title, organisation].filter(Boolean).map(isolated).join(', ')}</bdi>}
          checked={typed[id] !== undefined}
        />
      ))}
    </div>
  )
}

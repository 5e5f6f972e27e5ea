import { randomUUID } from 'node:crypto'
import type { Participant } from '#modules/roundtable'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { timeOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { attendanceOf } from '../core/attendance.ts'
import { longest } from '../core/door-form.ts'
import { seatsOf } from '../core/my-seat.ts'
import type { EventDay } from '../reads.ts'
import { errorText, textsIn } from './texts.ts'
import { crumbsTo, dayHref, spanInWords } from './words.ts'

interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}

interface OnePageProps extends Filled {
  readonly day: EventDay
  readonly one: Participant
  readonly code: string
  readonly locale: Locale
}

/** One participant at the door: there, late, gone early or replaced. */
export function OnePage(props: OnePageProps) {
  const { day, one, code, errors, locale } = props
  const { crumbs, checkIn, one: texts, errors: sentences, table, noTable, round } = textsIn(locale)
  const delegate = day.participants.find(({ insteadOf }) => insteadOf === one.id)
  const replaced = day.participants.find(({ id }) => id === one.insteadOf)
  const here = addressOf('checkInOne', locale, { event: day.event.id, participant: one.id })
  return (
    <Page width="narrow">
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <Breadcrumbs
        label={crumbs}
        items={crumbsTo(
          day.event,
          locale,
          { label: checkIn.title, href: dayHref('checkIn', day.event, locale) },
          { label: one.name, href: here },
        )}
      />
      <PageTitle eyebrow={one.organisation} title={<bdi>{one.name}</bdi>} lead={one.title} />
      <DescriptionList
        items={[
          { term: texts.code, details: <span class="code code--small">{code}</span> },
          ...(replaced ? [{ term: texts.own, details: replaced.name }] : []),
          ...(day.hall
            ? seatsOf(one.id, day.hall).map((seat) => ({
                term: `${round(seat.time.round)}, ${spanInWords(seat.time, locale)}`,
                details: seat.table === null ? noTable : table(seat.table),
              }))
            : []),
        ]}
      />
      <AttendanceFields {...props} action={here} />
      {delegate ? (
        <p>{texts.hasDelegate(delegate.name)}</p>
      ) : (
        one.state === 'yes' && (
          <Section id="ersattare" title={texts.delegate} lead={texts.delegateLead}>
            <DoorFields {...props} insteadOf={one} />
          </Section>
        )
      )}
    </Page>
  )
}

function AttendanceFields({
  day,
  one,
  typed,
  errors,
  action,
  locale,
}: OnePageProps & { readonly action: string }) {
  const { one: texts, checkIn } = textsIn(locale)
  const said = attendanceOf(day.said, one.id)
  const shown = {
    state: typed['state'] ?? said.state,
    fromRound: typed['fromRound'] ?? String(said.fromRound ?? ''),
    untilRound: typed['untilRound'] ?? String(said.untilRound ?? ''),
  }
  return (
    <Form action={action}>
      <RadioGroup
        name="state"
        label={texts.state}
        value={shown.state}
        error={inWords(errors['state'], locale)}
        options={(['expected', 'here', 'absent'] as const).map((value) => ({ value, label: texts[value] }))}
      />
      <SelectField
        name="fromRound"
        label={texts.from}
        value={shown.fromRound}
        error={inWords(errors['fromRound'], locale)}
        empty={texts.fromStart}
        options={day.times.slice(1).map(({ round, startsAt }) => ({
          value: String(round),
          label: `${checkIn.from(round)}, ${timeOf(startsAt)}`,
        }))}
      />
      <SelectField
        name="untilRound"
        label={texts.until}
        value={shown.untilRound}
        error={inWords(errors['untilRound'], locale)}
        empty={texts.untilEnd}
        options={day.times
          .slice(1)
          .map(({ round }) => ({ value: String(round), label: checkIn.until(round) }))}
      />
      <FormActions>
        <Submit>{texts.save}</Submit>
      </FormActions>
    </Form>
  )
}

/** Somebody who is not on the list: alone, or in somebody's place. */
export function DoorPage({ day, typed, errors, locale }: Filled & Pick<OnePageProps, 'day' | 'locale'>) {
  const { crumbs, checkIn, door: texts, errors: sentences } = textsIn(locale)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={sentences.title}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <Breadcrumbs
        label={crumbs}
        items={crumbsTo(
          day.event,
          locale,
          { label: checkIn.title, href: dayHref('checkIn', day.event, locale) },
          { label: texts.title, href: dayHref('checkInNew', day.event, locale) },
        )}
      />
      <PageTitle title={texts.title} lead={texts.lead} />
      <DoorFields day={day} typed={typed} errors={errors} locale={locale} insteadOf={null} />
    </Page>
  )
}

function DoorFields({
  day,
  typed,
  errors,
  insteadOf,
  locale,
}: Filled & Pick<OnePageProps, 'day' | 'locale'> & { readonly insteadOf: Participant | null }) {
  const { door: texts } = textsIn(locale)
  const shared = (name: string) => ({ name, value: typed[name], error: inWords(errors[name], locale) })
  const organisation = shared('organisation')
  return (
    <Form action={dayHref('checkInNew', day.event, locale)}>
      {/* Made here: the form sent twice adds one. */}
      <Hidden name="id" value={typed['id'] ?? randomUUID()} />
      {insteadOf && <Hidden name="insteadOf" value={insteadOf.id} />}
      <TextField {...shared('name')} label={texts.name} maxLength={longest.name} autocomplete="off" />
      <TextField
        {...organisation}
        value={organisation.value ?? insteadOf?.organisation}
        label={texts.organisation}
        maxLength={longest.organisation}
        autocomplete="off"
      />
      {insteadOf === null && (
        <RadioGroup
          {...shared('kind')}
          label={texts.kind}
          value={typed['kind'] ?? 'company'}
          options={(['company', 'guest', 'leadership'] as const).map((value) => ({
            value,
            label: texts.kinds[value],
          }))}
        />
      )}
      <TextField
        {...shared('email')}
        label={texts.email}
        optional={texts.optional}
        hint={texts.emailHint}
        type="email"
        autocomplete="off"
      />
      <FormActions>
        <Submit>{texts.save}</Submit>
        <a href={dayHref('checkIn', day.event, locale)}>{texts.cancel}</a>
      </FormActions>
    </Form>
  )
}

function inWords(error: string | undefined, locale: Locale): string | undefined {
  return error === undefined ? undefined : errorText(locale, error)
}

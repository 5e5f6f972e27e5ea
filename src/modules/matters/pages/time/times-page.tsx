import type { Colleague } from '#modules/accounts'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDay, formatShortDay, type IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { DateField, TextField } from '#ui/text-field.tsx'
import type { AbsenceLine } from '../../absence-store.ts'
import type { ServicePromise } from '../../core/clock.ts'
import type { ClosedDay } from '../../time-store.ts'
import { errorText, textsIn } from './texts.ts'

/** What the forms of the page do; each says so in its field `do`. */
export const timeDeeds = ['promise', 'day', 'open-day', 'absence', 'back'] as const
export type TimeDeed = (typeof timeDeeds)[number]

export interface TimesPageProps {
  readonly promise: ServicePromise
  readonly days: readonly ClosedDay[]
  readonly absences: readonly AbsenceLine[]
  readonly names: ReadonlyMap<string, string>
  readonly municipalities: readonly Municipality[]
  /** Whose days the reader says: codes, and the whole network's where they coordinate. */
  readonly saysFor: { readonly network: boolean; readonly municipalities: readonly string[] }
  /** For whom the reader may say that they are away, and who may answer instead. */
  readonly beside: readonly Colleague[]
  readonly self: string
  readonly filled: { readonly deed: TimeDeed | null; readonly typed: Typed; readonly errors: FieldErrors }
  readonly isSaved: boolean
  readonly today: IsoDay
  readonly locale: Locale
}

/** How soon is promised, when the town halls are closed, and who is away. */
export function TimesPage(props: TimesPageProps) {
  const { filled, isSaved, locale } = props
  const texts = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(filled.errors, (name) => errorText(texts, name))}
      />
      {isSaved && <Notice tone="success" title={texts.times.saved} live />}
      <PageTitle
        title={texts.times.title}
        lead={texts.times.lead}
        actions={
          <LinkButton href={addressOf('matterLoad', locale)} variant="secondary">
            {texts.times.load}
          </LinkButton>
        }
      />
      <AbsenceSection {...props} />
      <ClosedSection {...props} />
      <PromiseSection {...props} />
    </Page>
  )
}

/** A field of one of the forms, with what was typed in that form when it was refused. */
function fieldsOf({ filled, locale }: TimesPageProps, deed: TimeDeed) {
  const texts = textsIn(locale)
  return (name: string, otherwise = '') => {
    const isFilled = filled.deed === deed
    const error = isFilled ? filled.errors[name] : undefined
    return {
      name,
      value: isFilled ? (filled.typed[name] ?? otherwise) : otherwise,
      error: error === undefined ? undefined : errorText(texts, error),
    }
  }
}

function PromiseSection(props: TimesPageProps) {
  const { promise, saysFor, locale } = props
  const { times: texts } = textsIn(locale)
  const field = fieldsOf(props, 'promise')
  return (
    <Section
      id="lofte"
      title={texts.promise}
      lead={texts.promiseLead(promise.firstWordDays, promise.planDays)}
    >
      {saysFor.network && (
        <Form action={addressOf('matterTimes', locale)}>
          <TextField
            {...field('firstWordDays', String(promise.firstWordDays))}
            label={texts.firstWordDays}
            hint={texts.promiseHint}
            inputMode="numeric"
            size={4}
          />
          <TextField
            {...field('planDays', String(promise.planDays))}
            label={texts.planDays}
            inputMode="numeric"
            size={4}
          />
          <FormActions>
            <Button name="do" value="promise">
              {texts.savePromise}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

function ClosedSection(props: TimesPageProps) {
  const { municipalities, saysFor, locale } = props
  const { times: texts } = textsIn(locale)
  const field = fieldsOf(props, 'day')
  const whose = [
    ...(saysFor.network ? [{ value: '', label: texts.whole }] : []),
    ...municipalities
      .filter(({ code }) => saysFor.municipalities.includes(code))
      .map(({ code, name }) => ({ value: code, label: name })),
  ]
  return (
    <Section id="stangt" title={texts.closed} lead={texts.closedLead}>
      <ClosedDays {...props} />
      {whose.length > 0 && (
        <Form action={addressOf('matterTimes', locale)}>
          <DateField {...field('day')} label={texts.day} min={props.today} />
          <SelectField {...field('municipality', whose[0]?.value)} label={texts.whose} options={whose} />
          <RadioGroup
            {...field('opens', 'not')}
            label={texts.opens}
            options={(['not', 'till-noon'] as const).map((value) => ({ value, label: texts.opensAs[value] }))}
          />
          <TextField
            {...field('name')}
            label={texts.name}
            hint={texts.nameHint}
            optional={texts.optional}
            maxLength={80}
          />
          <FormActions>
            <Button variant="secondary" name="do" value="day">
              {texts.addDay}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

function ClosedDays({ days, municipalities, saysFor, locale }: TimesPageProps) {
  const { times: texts } = textsIn(locale)
  const nameOf = (code: string | null) =>
    code === null ? texts.whole : (municipalities.find((one) => one.code === code)?.name ?? code)
  const mayOpen = ({ municipality }: ClosedDay) =>
    municipality === null ? saysFor.network : saysFor.municipalities.includes(municipality)
  return (
    <Table
      caption={texts.closed}
      captionHidden
      rows={days}
      rowKey={({ municipality, day }) => `${municipality} ${day}`}
      empty={texts.noClosed}
      columns={[
        { label: texts.day, rowHeader: true, cell: ({ day }) => formatShortDay(day, locale) },
        { label: texts.whose, cell: ({ municipality }) => nameOf(municipality) },
        { label: texts.opens, cell: ({ opens }) => texts.opensAs[opens] },
        { label: texts.name, cell: ({ name }) => name || texts.dash },
        {
          label: <span class="ds-sr-only">{texts.openAgain}</span>,
          cell: (one) =>
            mayOpen(one) && (
              <Form action={addressOf('matterTimes', locale)} guard={false}>
                <Hidden name="municipality" value={one.municipality ?? ''} />
                <Hidden name="day" value={one.day} />
                <Hidden name="opens" value="as-usual" />
                <Button variant="tertiary" name="do" value="open-day">
                  {texts.openAgain}
                  <span class="ds-sr-only">: {texts.openAgainFor(formatDay(one.day, locale))}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function AbsenceSection(props: TimesPageProps) {
  const { beside, self, locale, today } = props
  const { times: texts } = textsIn(locale)
  const field = fieldsOf(props, 'absence')
  const people = beside.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section id="borta" title={texts.absence} lead={texts.absenceLead}>
      <Absences {...props} />
      {people.length > 0 && (
        <Form action={addressOf('matterTimes', locale)}>
          <SelectField {...field('person', self)} label={texts.person} options={people} />
          <DateField {...field('fromDay')} label={texts.fromDay} />
          <DateField {...field('untilDay')} label={texts.untilDay} min={today} />
          <SelectField
            {...field('deputy')}
            label={texts.deputy}
            hint={texts.deputyHint}
            empty={texts.noDeputy}
            options={people}
          />
          <FormActions>
            <Button variant="secondary" name="do" value="absence">
              {texts.addAbsence}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  )
}

function Absences({ absences, names, beside, locale }: TimesPageProps) {
  const { times: texts } = textsIn(locale)
  const nameOf = (id: string) => names.get(id) ?? texts.dash
  const mayEnd = new Set(beside.map(({ id }) => id))
  return (
    <Table
      caption={texts.absence}
      captionHidden
      rows={absences}
      rowKey={({ id }) => id}
      empty={texts.noAbsence}
      columns={[
        { label: texts.person, rowHeader: true, cell: ({ personId }) => nameOf(personId) },
        { label: texts.fromDay, cell: ({ fromDay }) => formatShortDay(fromDay, locale) },
        { label: texts.untilDay, cell: ({ untilDay }) => formatShortDay(untilDay, locale) },
        {
          label: texts.deputy,
          cell: ({ deputyId }) => (deputyId === null ? texts.noDeputy : nameOf(deputyId)),
        },
        {
          label: <span class="ds-sr-only">{texts.endAbsence}</span>,
          cell: ({ id, personId }) =>
            mayEnd.has(personId) && (
              <Form action={addressOf('matterTimes', locale)} guard={false}>
                <Hidden name="absence" value={id} />
                <Button variant="tertiary" name="do" value="back">
                  {texts.endAbsence}
                  <span class="ds-sr-only">: {texts.endAbsenceFor(nameOf(personId))}</span>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

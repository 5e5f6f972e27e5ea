import type { Colleague } from '#modules/accounts'
import { conflictInWords, type Framework, numbered, type Reader, statusChoices } from '#modules/programme'
import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { addressOf } from '#ui/addresses.ts'
import { CheckboxField, RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { DateField, TextArea, TextField } from '#ui/text-field.tsx'
import { wordOf, type Activity } from '../core/activity.ts'
import { emptyMilestones, explained, longest } from '../core/activity-form.ts'
import { ActivityConflict } from './activity-conflict.tsx'
import { ExampleNotice } from './activity-list.tsx'
import { errorText, textsIn, type Texts } from './texts.ts'
import { activityHref } from './words.ts'

export interface ActivityFormProps {
  /** Null for one that is new. */
  readonly activity: Activity | null
  readonly municipality: Municipality
  readonly municipalities: readonly Municipality[]
  readonly interventions: Framework['interventions']
  readonly colleagues: readonly Colleague[]
  /** The highest number that a milestone has had. */
  readonly lastMilestone: number
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
  /** Somebody else saved meanwhile: both versions are shown, and nothing has been overwritten. */
  readonly isConflict?: boolean
}

/** The form in which an officer adds an activity or says how it goes. */
export function ActivityFormPage(props: ActivityFormProps) {
  const { activity, municipality, reader, typed, isConflict = false } = props
  const { locale } = reader
  const { form } = textsIn(locale)
  const [action, back] = activity
    ? [addressOf('editActivity', locale, { activity: activity.id }), activityHref(activity.id, locale)]
    : [addressOf('addActivity', locale, { municipality: municipality.slug }), addressOf('activities', locale)]
  return (
    <Page width={isConflict ? 'wide' : 'narrow'}>
      <FormHead {...props} />
      <Form action={action}>
        <OutsideFields {...props} />
        <MilestoneFields {...props} />
        <InsideFields {...props} />
        <Hidden name="version" value={typed['version'] ?? ''} />
        <FormActions>
          <Submit>{form.save}</Submit>
          <a href={back}>{isConflict ? conflictInWords(locale).keep : form.cancel}</a>
        </FormActions>
      </Form>
    </Page>
  )
}

function FormHead(props: ActivityFormProps) {
  const { activity, municipality, reader, errors, isConflict = false } = props
  const texts = textsIn(reader.locale)
  return (
    <>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={municipality.name}
        title={activity ? texts.form.edit : texts.form.add(municipality.name)}
        lead={activity?.title}
      />
      {activity && <ExampleNotice activities={[activity]} reader={reader} />}
      {activity && isConflict && <ActivityConflict {...props} activity={activity} />}
      {activity && !isConflict && <p>{texts.form.unchanged}</p>}
    </>
  )
}

/** What every field is told: its name, what was typed and what is wrong with it. */
function sharedBy({ typed, errors }: ActivityFormProps, texts: Texts) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
}

function OutsideFields(props: ActivityFormProps) {
  const { municipality, municipalities, interventions, activity, typed, errors, reader } = props
  const texts = textsIn(reader.locale)
  const { form } = texts
  const shared = sharedBy(props, texts)
  const open = interventions.filter(({ id, retiredAt }) => !retiredAt || id === activity?.intervention.id)
  const others = municipalities.filter(({ code }) => code !== municipality.code)
  const joinedError = errors['joined'] === undefined ? undefined : errorText(texts, errors['joined'])
  return (
    <>
      <h2>{form.outside}</h2>
      <SelectField
        {...shared('intervention')}
        label={form.intervention}
        empty={form.choose}
        options={open.map((one) => ({ value: one.id, label: numbered(one, reader.locale) }))}
      />
      <TextField {...shared('title')} label={form.title} maxLength={longest.title} />
      <TextArea {...shared('aim')} label={form.aim} hint={form.aimHint} rows={4} />
      <TextField
        {...shared('body')}
        label={form.body}
        hint={form.bodyHint}
        optional={form.optional}
        maxLength={longest.short}
      />
      <fieldset class="ds-fieldset" id="field-joined">
        <legend class="ds-label">
          {form.joined} <span class="optional">{form.optional}</span>
        </legend>
        <p class="hint">{form.joinedHint}</p>
        {joinedError && <p class="ds-validation-message">{joinedError}</p>}
        <div class="choices choices--columns">
          {others.map(({ code, name }) => (
            <CheckboxField key={code} name={`with-${code}`} label={name} checked={`with-${code}` in typed} />
          ))}
        </div>
      </fieldset>
      <DateField {...shared('startsOn')} label={form.startsOn} optional={form.optional} />
      <DateField {...shared('endsOn')} label={form.endsOn} optional={form.optional} />
      <RadioGroup
        {...shared('status')}
        label={form.status}
        options={statusChoices(reader.words, activity?.status, reader.locale)}
      />
    </>
  )
}

function MilestoneFields(props: ActivityFormProps) {
  const texts = textsIn(props.reader.locale)
  const { form } = texts
  const shared = sharedBy(props, texts)
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{form.milestones}</legend>
      <p class="hint">{form.milestonesHint}</p>
      {milestoneNumbers(props).map((number, at) => (
        <div class="row" key={number}>
          <TextField
            {...shared(`milestone-${number}`)}
            label={form.milestone(at + 1)}
            maxLength={longest.short}
            size={30}
          />
          <DateField {...shared(`milestoneOn-${number}`)} label={form.milestoneOn(at + 1)} />
        </div>
      ))}
    </fieldset>
  )
}

// Those that are there or were typed, in their order, and some empty ones with numbers that were never used.
function milestoneNumbers({ activity, typed, lastMilestone }: ActivityFormProps): readonly number[] {
  const there = activity?.milestones.map(({ number }) => number) ?? []
  const written = Object.keys(typed).flatMap((name) => {
    const number = /^milestone-(\d{1,4})$/.exec(name)?.[1]
    return number === undefined || there.includes(Number(number)) ? [] : [Number(number)]
  })
  const last = Math.max(lastMilestone, ...there, ...written.filter((number) => typed[`milestone-${number}`]))
  const empty = Array.from({ length: emptyMilestones }, (_none, at) => last + 1 + at)
  return [...new Set([...there, ...written, ...empty])]
}

function ReasonField(props: ActivityFormProps) {
  const { locale, words } = props.reader
  const texts = textsIn(locale)
  return (
    <TextArea
      {...sharedBy(props, texts)('reason')}
      label={texts.form.reason}
      hint={texts.form.reasonHint(explained.map((status) => words.labels[status]))}
      rows={3}
    />
  )
}

function InsideFields(props: ActivityFormProps) {
  const { activity, colleagues, reader } = props
  const texts = textsIn(reader.locale)
  const { form } = texts
  const shared = sharedBy(props, texts)
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  const owner = activity?.inside?.owner
  const isGone = owner?.name && !colleagues.some(({ id }) => id === owner.id)
  return (
    <>
      <h2>{form.inside}</h2>
      <ReasonField {...props} />
      <SelectField
        {...shared('owner')}
        label={form.owner}
        hint={isGone ? form.gone(owner.name ?? '') : form.ownerHint}
        empty={form.nobody}
        options={people}
      />
      <SelectField
        {...shared('deputy')}
        label={form.deputy}
        optional={form.optional}
        empty={form.nobody}
        options={people}
      />
      <TextArea
        {...shared('text')}
        label={form.text}
        hint={form.textHint}
        optional={form.optional}
        rows={6}
      />
      <TextField
        {...shared('budget')}
        label={form.budget}
        hint={form.budgetHint}
        optional={form.optional}
        inputMode="numeric"
        size={14}
      />
      <TextField
        {...shared('paidBy')}
        label={form.paidBy}
        optional={form.optional}
        maxLength={longest.short}
      />
      <h2>{form.own}</h2>
      <TextArea
        {...shared('note')}
        label={form.note}
        hint={form.noteHint}
        optional={form.optional}
        rows={4}
      />
    </>
  )
}

/** The form's fields as they stand before anybody has typed. */
export function typedFrom(activity: Activity, note: string | null): Typed {
  const { joined, milestones, budget, ...word } = wordOf(activity)
  return {
    ...Object.fromEntries(Object.entries(word).map(([field, value]) => [field, value ?? ''])),
    ...Object.fromEntries(joined.map((code) => [`with-${code}`, 'on'])),
    ...Object.fromEntries(
      milestones.flatMap(({ number, text, on }) => [
        [`milestone-${number}`, text],
        [`milestoneOn-${number}`, on ?? ''],
      ]),
    ),
    budget: budget === null ? '' : String(budget),
    note: note ?? '',
    version: String(activity.version),
  }
}

import { participantInWords } from '#modules/roundtable'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { mixes, type Demand } from '../core/demand.ts'
import { themesIn } from '../core/problem.ts'
import { longest, personNumbers } from '../core/rule-form.ts'
import { Findings } from './board-figures.tsx'
import type { RulesRead } from './rule-routes.tsx'
import { errorText, textsIn } from './texts.ts'

export interface RuleFormProps {
  readonly read: RulesRead
  readonly kind: Demand['rule']
  /** Null for a new one. */
  readonly rule: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly locale: Locale
}

/** One rule: what is demanded, how much it weighs, why and for whom. */
export function RuleFormPage(props: RuleFormProps) {
  const { read, kind, rule, errors, locale } = props
  const { ruleForm: texts, rules } = textsIn(locale)
  const at = { event: read.event.id }
  const shared = fieldsOf(props)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        eyebrow={rule === null ? texts.addTitle : texts.changeTitle}
        title={rules.kinds[kind]}
        actions={
          <LinkButton variant="secondary" href={addressOf('seatRules', locale, at)}>
            {texts.back}
          </LinkButton>
        }
      />
      {rule !== null && <Findings board={read} locale={locale} />}
      <Form
        action={
          rule === null
            ? addressOf('newSeatRule', locale, { ...at, kind })
            : addressOf('seatRule', locale, { ...at, rule })
        }
      >
        <Hidden name="rule" value={kind} />
        <DemandFields {...props} />
        <Strength {...props} />
        <TextArea
          {...shared('reason')}
          label={texts.reason}
          hint={texts.reasonHint}
          optional={texts.optional}
          rows={2}
          maxLength={longest.reason}
        />
        <TextField
          {...shared('owner')}
          label={texts.owner}
          optional={texts.optional}
          maxLength={longest.owner}
        />
        <FormActions>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

function fieldsOf({ typed, errors, locale }: RuleFormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(locale, errors[name]),
  })
}

function DemandFields(props: RuleFormProps) {
  const { kind, locale } = props
  const { ruleForm: texts } = textsIn(locale)
  switch (kind) {
    case 'meet':
      return (
        <>
          <PersonField {...props} number={1} label={texts.one} />
          <PersonField {...props} number={2} label={texts.other} />
        </>
      )
    case 'apart':
    case 'together':
      return <SeveralPeople {...props} />
    case 'own':
      return <OwnFields {...props} />
    case 'count':
    case 'different':
      return <MixFields {...props} />
    case 'wish':
      return <WishFields {...props} />
    case 'colleagues-apart':
      return null
  }
}

function PersonField({
  number,
  label,
  optional,
  ...props
}: RuleFormProps & { readonly number: number; readonly label: string; readonly optional?: string }) {
  const { read, locale, typed } = props
  const { ruleForm: texts, board } = textsIn(locale)
  const name = `person-${number}`
  const people = read.facts.participants.filter(({ state, id }) => state === 'yes' || id === typed[name])
  const kinds = ['leadership', 'company', 'guest', 'host'] as const
  return (
    <SelectField
      {...fieldsOf(props)(name)}
      label={label}
      empty={texts.choose}
      {...(optional !== undefined && { optional })}
      options={kinds
        .map((kind) => ({
          label: board.kinds[kind],
          options: people
            .filter((one) => one.kind === kind)
            .map((one) => ({ value: one.id, label: participantInWords(one) })),
        }))
        .filter(({ options }) => options.length > 0)}
    />
  )
}

function SeveralPeople(props: RuleFormProps) {
  const { ruleForm: texts } = textsIn(props.locale)
  const [one, other, third, ...more] = personNumbers
  return (
    <>
      <PersonField {...props} number={one} label={texts.person(one)} />
      <PersonField {...props} number={other} label={texts.person(other)} />
      <PersonField {...props} number={third} label={texts.person(third)} optional={texts.optional} />
      <Disclosure summary={texts.more} open={more.some((number) => props.typed[`person-${number}`])}>
        {more.map((number) => (
          <PersonField
            key={number}
            {...props}
            number={number}
            label={texts.person(number)}
            optional={texts.optional}
          />
        ))}
      </Disclosure>
    </>
  )
}

function OwnFields(props: RuleFormProps) {
  const { ruleForm: texts } = textsIn(props.locale)
  const shared = fieldsOf(props)
  return (
    <>
      <RadioGroup
        {...shared('mode')}
        value={props.typed['mode'] ?? 'most'}
        label={texts.how}
        options={[
          { value: 'most', label: texts.most },
          { value: 'exactly', label: texts.exactly },
          { value: 'least', label: texts.least },
        ]}
      />
      <TextField {...shared('times')} label={texts.times} inputMode="numeric" size={4} />
    </>
  )
}

function MixFields(props: RuleFormProps) {
  const { kind, locale } = props
  const { ruleForm: texts } = textsIn(locale)
  const shared = fieldsOf(props)
  return (
    <>
      {kind === 'count' ? (
        <SelectField
          {...shared('kind')}
          label={texts.kind}
          options={(['leadership', 'company', 'guest', 'host'] as const).map((value) => ({
            value,
            label: texts.kinds[value],
          }))}
        />
      ) : (
        <SelectField
          {...shared('by')}
          label={texts.by}
          options={mixes.map((value) => ({ value, label: texts.mixes[value] }))}
        />
      )}
      <TextField
        {...shared('atLeast')}
        label={texts.atLeast}
        hint={texts.rangeHint}
        inputMode="numeric"
        size={4}
      />
      <TextField {...shared('atMost')} label={texts.atMost} inputMode="numeric" size={4} />
    </>
  )
}

function WishFields(props: RuleFormProps) {
  const { read, locale, typed } = props
  const { ruleForm: texts } = textsIn(locale)
  const themes = [...new Set([...themesIn(read.problem), ...(typed['theme'] ? [typed['theme']] : [])])]
  return (
    <>
      <PersonField {...props} number={1} label={texts.wisher} />
      <SelectField
        {...fieldsOf(props)('theme')}
        label={texts.theme}
        hint={themes.length === 0 ? texts.noThemes : texts.themeHint}
        empty={texts.choose}
        options={themes.map((theme) => ({ value: theme, label: theme }))}
      />
    </>
  )
}

/** Hard, or how much it weighs; a wish is never hard. */
function Strength(props: RuleFormProps) {
  const { kind, typed, locale } = props
  const { ruleForm: texts } = textsIn(locale)
  const shared = fieldsOf(props)
  return (
    <>
      {kind !== 'wish' && (
        <RadioGroup
          {...shared('strength')}
          value={typed['strength'] ?? 'must'}
          label={texts.strength}
          options={[
            { value: 'must', label: texts.must, hint: texts.mustHint },
            { value: 'weighs', label: texts.weighs, hint: texts.weighsHint },
          ]}
        />
      )}
      <TextField
        {...shared('weight')}
        label={texts.weight}
        hint={texts.weightHint}
        optional={texts.optional}
        inputMode="decimal"
        size={6}
      />
    </>
  )
}

import type { Setting } from '#modules/rules'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { tracks } from '../core/facts.ts'
import { applicants, helps, languages, longest, statuses } from '../core/support.ts'
import { boxName } from '../finder/support-form.ts'
import type { Listed, Support } from '../finder/support.ts'
import { EffectSection } from './effect-section.tsx'
import { keepingError, keepingIn, questionIn, textsIn } from './texts.ts'
import type { Reader } from './words.ts'

export interface SupportFormProps {
  /** What holds; null for a support that is new. */
  readonly support: Listed | null
  readonly givers: readonly string[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** What was typed, as it would be; null until it is asked for. */
  readonly preview: Support | null
  readonly say: 'checked' | null
  readonly setting: Setting
  readonly reader: Reader
}

/** Where a support is written: what it says, its terms, and examples that the terms are tried by. */
export function SupportFormPage(props: SupportFormProps) {
  const { support, errors, preview, say, setting, reader, givers } = props
  const { locale } = reader
  const { form: texts } = keepingIn(locale)
  const action = support
    ? addressOf('editSupport', locale, { support: support.id })
    : addressOf('newSupport', locale)
  const shared = fieldsOf(props)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={textsIn(locale).errors.title}
        errors={errorsInWords(errors, (error) => keepingError(locale, error))}
      />
      {say && (
        <Notice tone="success" live>
          <p>{texts[say]}</p>
        </Notice>
      )}
      <PageTitle
        title={support ? texts.edit(inLocale(support.content.name, locale)) : texts.new}
        lead={texts.lead}
      />
      {preview && <EffectSection before={support} after={preview} setting={setting} reader={reader} />}
      <Form action={action}>
        {!support && (
          <TextField {...shared('giver')} label={texts.giver} hint={texts.giverHint} suggestions={givers} />
        )}
        <Words {...props} />
        <Boxes {...props} />
        <Facts {...props} />
        <Terms {...props} />
        <TextField {...shared('note')} label={texts.note} maxLength={longest.note} />
        <FormActions>
          <Button variant="secondary" name="do" value="preview">
            {texts.preview}
          </Button>
          <Submit>{texts.save}</Submit>
        </FormActions>
      </Form>
      {support && (
        <Section id="kontroll" title={texts.checkTitle} lead={texts.checkLead}>
          <Form action={action} guard={false}>
            <FormActions>
              <Button variant="secondary" name="do" value="check">
                {texts.check}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function fieldsOf({ typed, errors, reader }: SupportFormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : keepingError(reader.locale, errors[name]),
  })
}

function Words(props: SupportFormProps) {
  const { form: texts } = keepingIn(props.reader.locale)
  const shared = fieldsOf(props)
  const both = ['sv', 'en'] as const
  const label = (text: string, language: 'sv' | 'en') =>
    language === 'sv' ? texts.swedish(text) : texts.english(text)
  return (
    <>
      {both.map((one) => (
        <TextField
          key={one}
          {...shared(`name-${one}`)}
          label={label(texts.name, one)}
          maxLength={longest.name}
        />
      ))}
      {(['what', 'amount', 'window'] as const).flatMap((part) =>
        both.map((one) => (
          <TextArea
            key={`${part}-${one}`}
            {...shared(`${part}-${one}`)}
            label={label(texts[part], one)}
            rows={3}
          />
        )),
      )}
      {both.map((one) => (
        <TextArea
          key={one}
          {...shared(`steps-${one}`)}
          label={label(texts.steps, one)}
          hint={texts.stepsHint}
          rows={4}
        />
      ))}
    </>
  )
}

const boxes = { applicants, tracks, helps, languages } as const

function Boxes({ typed, errors, reader }: SupportFormProps) {
  const { form: texts } = keepingIn(reader.locale)
  const words: Record<keyof typeof boxes, Readonly<Record<string, string>>> = textsIn(reader.locale)
  return (
    <>
      {(Object.keys(boxes) as (keyof typeof boxes)[]).map((list) => (
        <fieldset key={list} class="ds-fieldset">
          <legend class="ds-label">{texts[list]}</legend>
          {boxes[list].map((value) => {
            const name = boxName(list, value)
            const error = errors[name]
            return (
              <CheckboxField
                key={value}
                name={name}
                label={words[list][value] ?? value}
                checked={typed[name] !== undefined}
                error={error === undefined ? undefined : keepingError(reader.locale, error)}
              />
            )
          })}
        </fieldset>
      ))}
    </>
  )
}

function Facts(props: SupportFormProps) {
  const { locale } = props.reader
  const { form: texts } = keepingIn(locale)
  const { states } = textsIn(locale)
  const shared = fieldsOf(props)
  return (
    <>
      <RadioGroup
        {...shared('status')}
        label={texts.status}
        options={statuses.map((value) => ({ value, label: states[value] }))}
      />
      <TextField {...shared('opens')} label={texts.opens} size={12} />
      <TextField {...shared('closes')} label={texts.closes} size={12} />
      <TextArea {...shared('yearly')} label={texts.yearly} hint={texts.yearlyHint} rows={2} />
      <TextField {...shared('contact')} label={texts.contact} type="url" />
      <TextField {...shared('source')} label={texts.source} type="url" />
      <TextField {...shared('asOf')} label={texts.asOf} hint={texts.asOfHint} size={12} />
      <TextField {...shared('places')} label={texts.places} hint={texts.placesHint} />
      <TextField {...shared('combinesWith')} label={texts.combinesWith} hint={texts.idsHint} />
      <TextField {...shared('conflictsWith')} label={texts.conflictsWith} hint={texts.idsHint} />
    </>
  )
}

function Terms(props: SupportFormProps) {
  const { locale } = props.reader
  const { form: texts } = keepingIn(locale)
  const shared = fieldsOf(props)
  return (
    <>
      <TextArea
        {...shared('rule')}
        label={texts.rule}
        hint={
          <>
            {texts.ruleHint} <code>{texts.ruleExample}</code>
          </>
        }
        rows={8}
      />
      <Disclosure summary={texts.facts}>
        <dl class="facts">
          {Object.entries(props.setting.facts).map(([name, fact]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {questionIn(locale, name).short}
                {fact.kind === 'choice' && `: ${fact.values.join(', ')}`}
                {fact.kind === 'yes-no' && ': yes, no'}
                {fact.kind === 'number' && `: ${fact.least}–${fact.most}`}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <TextArea {...shared('examples')} label={texts.examples} hint={texts.examplesHint} rows={5} />
      <TextArea {...shared('amounts')} label={texts.amounts} hint={texts.amountsHint} rows={4} />
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { conflictInWords } from '#modules/programme'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import { longest } from '../core/forms.ts'
import type { PatternPageProps } from './pattern-page.tsx'
import { errorText, textsIn } from './texts.ts'

/** What the coordinator may do with a pattern as it stands. */
export function CoordinatorForms(props: PatternPageProps) {
  const { state } = props.read.pattern
  if (state === 'dismissed' || state === 'faded') return null
  const { forms: texts } = textsIn(props.locale)
  return state === 'proposed' ? (
    <Section id="ta-stallning" title={texts.decide}>
      <WordsForm {...props} does="confirm" label={texts.confirm} />
      <Asking {...props} title={texts.dismissTitle} fields={['because']}>
        <TextArea {...shared(props, 'because')} label={texts.because} rows={3} maxLength={longest.text} />
        <Does does="dismiss" label={texts.dismiss} variant="secondary" />
      </Asking>
    </Section>
  ) : (
    <Section id="gor-mer" title={texts.raiseTitle}>
      <Raising {...props} />
      <Telling {...props} />
      <Asking {...props} title={texts.voiceTitle} fields={['voice']}>
        <TextArea
          {...shared(props, 'voice')}
          label={texts.voice}
          hint={texts.voiceHint}
          rows={4}
          maxLength={longest.voice}
        />
        <Does does="voice" label={texts.addVoice} />
      </Asking>
      <CarryForm {...props} />
      <Disclosure summary={texts.rewriteTitle} open={hasError(props, ['title', 'obstacle'])}>
        <WordsForm {...props} does="rewrite" label={texts.rewrite} />
      </Disclosure>
    </Section>
  )
}

/** Counting in a matter that one reads; with its legal effect said before. */
export function CarryForm(props: PatternPageProps) {
  const { forms: texts } = textsIn(props.locale)
  if (props.read.pattern.state !== 'confirmed') return null
  return (
    <Asking {...props} title={texts.addMatterTitle} fields={['matter']}>
      {!props.mayDecide && <p class="hint">{texts.addMatterLead}</p>}
      <TextField {...shared(props, 'matter')} label={texts.matter} hint={texts.matterHint} size={12} />
      <Does does="add-matter" label={texts.addMatter} />
    </Asking>
  )
}

function WordsForm({
  does,
  label,
  ...props
}: PatternPageProps & { readonly does: string; readonly label: string }) {
  const { forms: texts, pattern: words } = textsIn(props.locale)
  const { pattern } = props.read
  const own = (name: 'title' | 'obstacle') => ({
    ...shared(props, name),
    value: props.typed[name] ?? pattern[name],
  })
  return (
    <>
      <Conflict {...props} fields={['title', 'obstacle']} />
      <Form action={addressOf('pattern', props.locale, { pattern: pattern.id })}>
        <Seen {...props} />
        <TextField {...own('title')} label={texts.title} hint={texts.titleHint} maxLength={longest.title} />
        <TextArea
          {...own('obstacle')}
          label={words.obstacle}
          hint={texts.obstacleHint}
          rows={5}
          maxLength={longest.text}
        />
        <Does does={does} label={label} />
      </Form>
    </>
  )
}

/** Which version somebody writes over, also when they come back with what is wrong. */
function Seen({ typed, read }: PatternPageProps) {
  return <Hidden name="version" value={typed['version'] ?? String(read.pattern.version)} />
}

/** Somebody else wrote meanwhile: what stands there now beside what was typed, which the form below still holds. */
function Conflict({ fields, ...props }: PatternPageProps & { readonly fields: readonly string[] }) {
  const { read, typed, errors, locale } = props
  if (!fields.some((name) => errors[name] === 'changed-meanwhile')) return null
  const conflict = conflictInWords(locale)
  const { forms: texts, pattern: words } = textsIn(locale)
  const [theme] = read.themes
  const known: Readonly<Record<string, { readonly label: string; readonly now: string }>> = {
    title: { label: texts.title, now: read.pattern.title },
    obstacle: { label: words.obstacle, now: read.pattern.obstacle },
    asked: { label: texts.asked, now: read.pattern.asked },
    theme: { label: texts.theme, now: theme?.title ?? '' },
    question: { label: texts.question, now: theme?.question ?? '' },
    sentence: { label: texts.sentence, now: read.sentence ?? '' },
  }
  return (
    <Table
      caption={conflict.caption}
      rows={fields}
      rowKey={(name) => name}
      columns={[
        { label: conflict.field, rowHeader: true, cell: (name) => known[name]?.label ?? '' },
        { label: conflict.now, cell: (name) => <span lang="sv">{known[name]?.now || texts.nothing}</span> },
        { label: conflict.yours, cell: (name) => <span lang="sv">{typed[name]}</span> },
      ]}
    />
  )
}

function Raising(props: PatternPageProps) {
  const { forms: texts, pattern: words } = textsIn(props.locale)
  const { pattern, interventions } = props.read
  return (
    <>
      <Asking {...props} title={words.note} fields={['asked']}>
        <TextArea
          {...shared(props, 'asked')}
          value={props.typed['asked'] ?? pattern.asked}
          label={texts.asked}
          rows={4}
          maxLength={longest.text}
        />
        <Does does="note" label={texts.makeNote} />
      </Asking>
      <Asking {...props} title={texts.makeTheme} fields={['theme', 'question']}>
        <TextField
          {...shared(props, 'theme')}
          value={props.typed['theme'] ?? pattern.title}
          label={texts.theme}
          maxLength={longest.title}
        />
        <TextArea {...shared(props, 'question')} label={texts.question} rows={3} maxLength={longest.text} />
        <Does does="theme" label={texts.makeTheme} />
      </Asking>
      <Asking {...props} title={texts.tie} fields={['intervention']}>
        <SelectField
          {...shared(props, 'intervention')}
          label={texts.intervention}
          empty={texts.choose}
          options={interventions.map(({ id, number, name }) => ({
            value: id,
            label: `${number}. ${inLocale(name, props.locale)}`,
          }))}
        />
        <Does does="intervention" label={texts.tie} />
      </Asking>
    </>
  )
}

/** What everybody may read, and what goes back to the companies. */
function Telling(props: PatternPageProps) {
  const { forms: texts } = textsIn(props.locale)
  const { pattern, sentence, untold } = props.read
  return (
    <>
      <Asking {...props} title={texts.sentenceTitle} fields={['sentence']}>
        <TextField
          {...shared(props, 'sentence')}
          value={props.typed['sentence'] ?? sentence ?? ''}
          label={texts.sentence}
          hint={texts.sentenceHint}
          maxLength={longest.sentence}
        />
        <FormActions>
          <Button name="do" value="sentence">
            {texts.publish}
          </Button>
          {sentence !== null && (
            <Button variant="secondary" name="do" value="take-back">
              {texts.takeBack}
            </Button>
          )}
        </FormActions>
      </Asking>
      {pattern.returnedAt === null && (
        <Asking {...props} title={texts.returnTitle} fields={['cameOf']}>
          <p class="hint">{texts.returnLead}</p>
          <TextArea {...shared(props, 'cameOf')} label={texts.cameOf} rows={6} maxLength={longest.text} />
          <Does does="preview" label={texts.preview} />
        </Asking>
      )}
      {pattern.returnedAt !== null && untold > 0 && (
        <Asking {...props} title={texts.returnRest} fields={[]}>
          <p class="hint">{texts.restLead}</p>
          <Does does="return-rest" label={texts.returnRest} />
        </Asking>
      )}
    </>
  )
}

interface AskingProps extends PatternPageProps {
  readonly title: string
  readonly fields: readonly string[]
  readonly children: ComponentChildren
}

/** One thing that can be done, out of the way until it is wanted; open where something in it is wrong. */
function Asking({ title, fields, children, ...props }: AskingProps) {
  const isTyped = fields.some((name) => props.typed[name] !== undefined)
  return (
    <Disclosure summary={title} open={hasError(props, fields) || isTyped}>
      <Conflict {...props} fields={fields} />
      <Form action={addressOf('pattern', props.locale, { pattern: props.read.pattern.id })}>
        <Seen {...props} />
        {children}
      </Form>
    </Disclosure>
  )
}

interface DoesProps {
  readonly does: string
  readonly label: string
  readonly variant?: 'secondary'
}

function Does({ does, label, variant }: DoesProps) {
  return (
    <FormActions>
      <Button name="do" value={does} {...(variant ? { variant } : {})}>
        {label}
      </Button>
    </FormActions>
  )
}

function hasError({ errors }: PatternPageProps, fields: readonly string[]): boolean {
  return fields.some((name) => errors[name] !== undefined)
}

function shared({ typed, errors, locale }: PatternPageProps, name: string) {
  const error = errors[name]
  return { name, value: typed[name], error: error === undefined ? undefined : errorText(locale, error) }
}

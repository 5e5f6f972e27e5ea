import type { Municipality } from '#modules/region'
import { inLocale, locales, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { TextField } from '#ui/text-field.tsx'
import { regionWords, reportForms, type AskedWrong } from '../core/asked.ts'
import type { Occasion } from '../core/report.ts'
import { textsIn } from './texts.ts'

/** What the form has asked for, as it was typed. */
export interface Chosen {
  readonly subject: string
  readonly day: string
  readonly since: string
  readonly language: string
  readonly form: string
}

/** The names of the fields, which stand in the address of the form. */
export const fieldNames = {
  sv: { subject: 'vad', day: 'dag', since: 'sedan', language: 'sprak', form: 'form' },
  en: { subject: 'what', day: 'day', since: 'since', language: 'language', form: 'form' },
} as const satisfies Record<Locale, Record<keyof Chosen, string>>

const fieldOf: Record<AskedWrong, keyof Chosen> = {
  'no-form': 'form',
  'no-day': 'day',
  'day-to-come': 'day',
  'no-since': 'since',
  'since-not-earlier': 'since',
  'no-municipality': 'subject',
}

interface ChoosePageProps {
  readonly chosen: Chosen
  /** Why what was asked for cannot be given; null for who has not asked yet. */
  readonly wrong: AskedWrong | null
  readonly municipalities: readonly Municipality[]
  readonly rounds: readonly Occasion[]
  /** The reader may give somebody's reports a template. */
  readonly mayHaveTemplates: boolean
  readonly locale: Locale
}

/** Which report somebody wants, and in which form. */
export function ChoosePage(props: ChoosePageProps) {
  const { wrong, municipalities, rounds, mayHaveTemplates, locale } = props
  const texts = textsIn(locale).choose
  const errors = wrong ? [{ field: fieldNames[locale][fieldOf[wrong]], message: texts.refusals[wrong] }] : []
  return (
    <Page>
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      <ChooseForm {...props} />
      <p>{texts.cite}</p>
      {rounds.length > 0 && (
        <Section id="omgangar" title={texts.rounds} lead={texts.roundsLead}>
          <ul>
            {rounds.map((round) => (
              <li key={round.word}>
                <a href={addressOf('report', locale, { subject: regionWords[locale], file: round.word })}>
                  {round.title ? inLocale(round.title, locale) : round.day}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="senaste" title={texts.latest}>
        <ul class="link-columns">
          {[{ slug: regionWords[locale], name: texts.region }, ...municipalities].map(({ slug, name }) => (
            <li key={slug}>
              <a href={addressOf('latestReport', locale, { subject: slug })}>{name}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={addressOf('goalTree', locale)}>{texts.goalTree}</a>
        </p>
        {mayHaveTemplates && (
          <p>
            <a href={addressOf('reportTemplates', locale)}>{textsIn(locale).templates.title}</a>
          </p>
        )}
      </Section>
    </Page>
  )
}

function ChooseForm({ chosen, wrong, municipalities, locale }: ChoosePageProps) {
  const all = textsIn(locale)
  const texts = all.choose
  const names = fieldNames[locale]
  const field = (name: keyof Chosen) => ({
    name: names[name],
    value: chosen[name],
    ...(wrong && fieldOf[wrong] === name ? { error: texts.refusals[wrong] } : {}),
  })
  return (
    <form class="form" method="get" action={addressOf('reports', locale)}>
      <SelectField
        {...field('subject')}
        label={texts.subject}
        options={[
          { value: regionWords[locale], label: texts.region },
          ...municipalities.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <TextField {...field('day')} label={texts.day} hint={texts.dayHint} size={10} autocomplete="off" />
      <TextField
        {...field('since')}
        label={texts.since}
        hint={texts.sinceHint}
        size={10}
        autocomplete="off"
      />
      <RadioGroup
        {...field('language')}
        label={texts.language}
        options={locales.map((value) => ({ value, label: texts.languages[value] }))}
      />
      <RadioGroup
        {...field('form')}
        label={texts.form}
        options={reportForms.map((value) => ({
          value,
          label: all.forms[value],
          hint: all.formHints[value],
        }))}
      />
      <div>
        <Button>{texts.show}</Button>
      </div>
    </form>
  )
}

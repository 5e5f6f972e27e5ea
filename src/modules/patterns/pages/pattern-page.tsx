import { matterNumber } from '#modules/matters'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay, formatShortDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary, errorsInWords, Hidden, Form } from '#ui/form.tsx'
import { Button } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { fewestCompanies, spreadOf, type CarriedMatter } from '../core/pattern.ts'
import { spanInWords } from './list-page.tsx'
import { CarryForm, CoordinatorForms } from './pattern-forms.tsx'
import { placesInWords, type ReadPattern } from './read-pattern.ts'
import { errorText, textsIn } from './texts.ts'

export interface PatternPageProps {
  readonly read: ReadPattern
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly mayDecide: boolean
  /** Whether the reader may count in a matter that they read. */
  readonly mayCarry: boolean
  readonly isSaved: boolean
  readonly locale: Locale
}

/** One pattern: what it is, who says so, what was made of it and what came of it. */
export function PatternPage(props: PatternPageProps) {
  const { read, errors, mayDecide, mayCarry, isSaved, locale } = props
  const { pattern: texts, states, exampleTag, example, list } = textsIn(locale)
  const { pattern } = read
  return (
    <Page width="narrow">
      {isSaved && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <ErrorSummary
        title={texts.errorTitle}
        errors={errorsInWords(errors, (name) => errorText(locale, name))}
      />
      <PageTitle
        eyebrow={<a href={addressOf('patterns', locale)}>{list.title}</a>}
        title={<span lang="sv">{pattern.title || texts.proposal(pattern.terms.slice(0, 4).join(', '))}</span>}
        tags={
          <>
            <Tag>{states[pattern.state]}</Tag>
            {pattern.isExample && <ExampleTag explanation={example}>{exampleTag}</ExampleTag>}
          </>
        }
      />
      <Facts {...props} />
      {pattern.obstacle !== '' && (
        <Section id="hindret" title={texts.obstacle}>
          <Written text={pattern.obstacle} />
        </Section>
      )}
      {pattern.state === 'confirmed' && <Voices {...props} />}
      <Matters {...props} />
      {pattern.state === 'confirmed' && <Raised {...props} />}
      {pattern.state === 'confirmed' && (
        <Section id="vad-det-ledde-till" title={texts.cameOf}>
          {pattern.returnedAt === null ? (
            <p class="empty">{texts.notReturned}</p>
          ) : (
            <>
              <p class="source">{texts.returned(formatDay(dayOf(pattern.returnedAt), locale))}</p>
              <Written text={pattern.cameOf} />
            </>
          )}
        </Section>
      )}
      {mayDecide ? <CoordinatorForms {...props} /> : mayCarry && <CarryForm {...props} />}
    </Page>
  )
}

function Written({ text }: { readonly text: string }) {
  return (
    <p class="as-written" lang="sv">
      {text}
    </p>
  )
}

function Facts({ read, locale }: PatternPageProps) {
  const { pattern: texts } = textsIn(locale)
  const { pattern, matters, companies, nameOf } = read
  return (
    <DescriptionList
      items={[
        { term: texts.topic, details: inLocale(pattern.topicName, locale) },
        { term: texts.where, details: placesInWords(spreadOf(matters).municipalities, nameOf) },
        { term: texts.count, details: matters.length },
        { term: texts.companies, details: companies },
        { term: texts.when, details: spanInWords(matters, locale) },
        ...(pattern.terms.length > 0
          ? [{ term: texts.terms, details: <span lang="sv">{pattern.terms.join(', ')}</span> }]
          : []),
        ...(pattern.because === ''
          ? []
          : [{ term: texts.because, details: <span lang="sv">{pattern.because}</span> }]),
      ]}
    />
  )
}

function Voices({ read, mayDecide, locale }: PatternPageProps) {
  const { pattern: texts, forms } = textsIn(locale)
  const { pattern, voices, companies } = read
  return (
    <Section id="roster" title={texts.voices} lead={texts.voicesLead}>
      {companies < fewestCompanies && (
        <Notice>
          <p>{texts.fewVoices}</p>
        </Notice>
      )}
      {voices.length === 0 && companies >= fewestCompanies && <p class="empty">{texts.noVoices}</p>}
      {voices.map(({ id, text }) => (
        <div key={id}>
          <blockquote class="as-written" lang="sv">
            {text}
          </blockquote>
          {mayDecide && (
            <Form action={addressOf('pattern', locale, { pattern: pattern.id })} guard={false}>
              <Hidden name="id" value={String(id)} />
              <div>
                <Button variant="secondary" name="do" value="remove-voice">
                  {forms.removeVoice}
                </Button>
              </div>
            </Form>
          )}
        </div>
      ))}
    </Section>
  )
}

function Matters({ read, mayDecide, locale }: PatternPageProps) {
  const { pattern: texts, forms } = textsIn(locale)
  const { pattern, matters } = read
  return (
    <Section id="arenden" title={texts.mattersTitle}>
      <ul class="plain-list">
        {matters.map((matter) => (
          <li key={matter.matterId}>
            <MatterLine matter={matter} nameOf={read.nameOf} locale={locale} />
            {matter.addedBy === null && <span class="source"> · {texts.found}</span>}
            {matter.toldAt !== null && <span class="source"> · {texts.told}</span>}
            {mayDecide && pattern.state === 'confirmed' && matter.toldAt === null && (
              <Form action={addressOf('pattern', locale, { pattern: pattern.id })} guard={false}>
                <Hidden name="id" value={matter.matterId} />
                <div>
                  <Button variant="secondary" name="do" value="remove-matter">
                    {forms.removeMatter}
                    {matter.year !== null && matter.number !== null && (
                      <span class="ds-sr-only">
                        {' '}
                        {matterNumber({ year: matter.year, number: matter.number })}
                      </span>
                    )}
                  </Button>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface MatterLineProps {
  readonly matter: CarriedMatter
  readonly nameOf: (code: string) => string
  readonly locale: Locale
}

function MatterLine({ matter, nameOf, locale }: MatterLineProps) {
  const { pattern: texts } = textsIn(locale)
  const place = placesInWords(matter.municipalities, nameOf) || texts.nowhere
  const day = formatShortDay(dayOf(matter.receivedAt), locale)
  if (matter.year === null || matter.number === null) return <>{texts.matter(place, day)}</>
  const number = matterNumber({ year: matter.year, number: matter.number })
  return <a href={addressOf('matter', locale, { matter: number })}>{texts.numbered(number, place, day)}</a>
}

function Raised({ read, locale }: PatternPageProps) {
  const { pattern: texts } = textsIn(locale)
  const { pattern, raised, themes, sentence } = read
  return (
    <Section id="lyft" title={texts.raisedTitle}>
      {raised.length + themes.length === 0 ? (
        <p class="empty">{texts.notRaised}</p>
      ) : (
        <ul class="plain-list">
          {raised.map(({ kind, interventionId, intervention }) => (
            <li key={interventionId}>
              {kind === 'note' ? (
                <a href={addressOf('patternNote', locale, { pattern: pattern.id })}>{texts.note}</a>
              ) : (
                <a href={addressOf('intervention', locale, { intervention: interventionId })}>
                  {texts.intervention(intervention ? inLocale(intervention, locale) : interventionId)}
                </a>
              )}
            </li>
          ))}
          {themes.map(({ id, title }) => (
            <li key={id} lang="sv">
              {texts.theme(title)}
            </li>
          ))}
        </ul>
      )}
      {sentence !== null && (
        <>
          <h3>{texts.published}</h3>
          <Written text={sentence} />
        </>
      )}
    </Section>
  )
}

import { formatDay, formatMoment } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { DateField } from '#ui/text-field.tsx'
import type { GivenPromise } from '../core/promise.ts'
import type { CompanyVisit, VisitWord } from '../core/visit.ts'
import type { Correction } from '../visit-store.ts'
import { CorrectionForm, Corrections } from './corrections.tsx'
import { PromiseStanding } from './company-history.tsx'
import { errorText, textsIn } from './texts.ts'
import { companyHref, municipalityIn, visitHref, type Reader } from './words.ts'

export interface VisitPageProps {
  readonly visit: CompanyVisit
  /** Undefined where nothing is written, or the reader may not read it. */
  readonly word: VisitWord | undefined
  readonly promises: readonly GivenPromise[]
  readonly corrections: readonly Correction[]
  readonly names: ReadonlyMap<string, string>
  readonly isOwn: boolean
  readonly isSaved: boolean
  /** What was wrong with the day that it should be moved to, or with what should be put right. */
  readonly error: {
    readonly field: 'on' | 'correction'
    readonly typed: string
    readonly name: string
  } | null
  readonly reader: Reader
}

/** A visit: the calendar's row for all who meet companies, its words for those who may. */
export function VisitPage(props: VisitPageProps) {
  const { visit, isSaved, reader } = props
  const { locale } = reader
  const { visit: texts } = textsIn(locale)
  return (
    <Page width="narrow">
      {isSaved && <Saved {...props} />}
      <PageTitle
        eyebrow={<a href={companyHref(visit.company.id, locale)}>{visit.company.name}</a>}
        title={texts.title(visit.company.name, formatDay(visit.on, locale))}
        tags={
          <>
            <Tag tone={visit.state === 'planned' ? 'accent' : 'neutral'}>{texts.states[visit.state]}</Tag>
            <Tag>{municipalityIn(reader, visit.municipality)}</Tag>
            {visit.isShared && <Tag>{texts.isShared}</Tag>}
          </>
        }
      />
      <Words {...props} />
      {visit.state === 'done' && props.word && <Promises {...props} />}
      {props.isOwn && visit.state === 'planned' && <Planned {...props} />}
      <Correcting {...props} />
      {props.isOwn && visit.state === 'done' && !visit.isShared && <Sharing {...props} />}
    </Page>
  )
}

function Saved({ visit: { state, isShared }, reader: { locale } }: VisitPageProps) {
  const { visit: texts } = textsIn(locale)
  const said = isShared ? texts.shared : texts.saved
  return (
    <Notice tone="success" live>
      <p>{state === 'done' ? said : texts.planned}</p>
    </Notice>
  )
}

function Correcting({ visit, word, isOwn, error, reader }: VisitPageProps) {
  if (!isOwn || !word) return null
  const wrong = error?.field === 'correction' ? error : undefined
  return <CorrectionForm visit={visit} typed={wrong?.typed} error={wrong?.name} reader={reader} />
}

function Words({ visit, word, corrections, reader }: VisitPageProps) {
  const { locale } = reader
  const { visit: texts, hearBack } = textsIn(locale)
  if (!word) {
    if (visit.state === 'cancelled') return null
    return <p>{visit.state === 'done' ? texts.hidden : texts.notYet}</p>
  }
  const { contact } = word
  const items = [
    { term: texts.went, details: word.went },
    { term: texts.contact, details: contact && [contact.name, contact.title].filter(Boolean).join(', ') },
    { term: texts.hearBack, details: word.hearBack && hearBack[word.hearBack] },
  ].filter(({ details }) => details)
  return (
    <>
      <Section id="ord" title={texts.said}>
        <p class="as-written prose">{word.said}</p>
        <p class="source">{texts.finishedBy(formatMoment(word.finishedAt, locale), word.finishedBy ?? '')}</p>
        {items.length > 0 && <DescriptionList items={items} />}
        <Corrections corrections={corrections} reader={reader} />
      </Section>
      {word.inside !== null && (
        <Section id="anteckning" title={texts.inside} lead={texts.insideLead}>
          <p class="as-written prose">{word.inside}</p>
        </Section>
      )}
    </>
  )
}

function Promises({ promises, names, isOwn, reader }: VisitPageProps) {
  const { locale } = reader
  const { visit: texts, promises: about } = textsIn(locale)
  return (
    <Section id="loften" title={texts.promises}>
      {promises.length === 0 && <p class="empty">{texts.noPromises}</p>}
      <ul class="plain-list">
        {promises.map((promise) => (
          <li key={promise.id}>
            <p class="as-written">
              <strong>{promise.text}</strong>
            </p>
            <p>
              <PromiseStanding promise={promise} reader={reader} />
            </p>
            <p class="source">
              {promise.owner === null ? about.nobody : about.owner(names.get(promise.owner) ?? about.nobody)}{' '}
              {isOwn && promise.outcome === null && (
                <a href={addressOf('promise', locale, { promise: promise.id })}>
                  {about.settle}
                  <span class="ds-sr-only">: {promise.text}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Planned({ visit, error, reader: { locale } }: VisitPageProps) {
  const wrong = error?.field === 'on' ? error : undefined
  const { visit: texts, visitForm } = textsIn(locale)
  const { id, company } = visit
  const write = `${addressOf('visitCompany', locale, { company: company.id })}?planned=${id}`
  return (
    <>
      <div class="row">
        <LinkButton href={write}>{texts.write}</LinkButton>
        <LinkButton
          href={addressOf('companyVisitCalendar', locale, { company: company.id, visit: id })}
          variant="secondary"
          download
        >
          {texts.calendar}
        </LinkButton>
      </div>
      <Section id="flytta" title={texts.move} lead={texts.moveLead}>
        <Form action={visitHref(visit, locale)} guard={false}>
          <Hidden name="municipality" value={visit.municipality} />
          <Hidden name="planned" value={id} />
          <DateField
            name="on"
            label={visitForm.on}
            value={wrong?.typed ?? visit.on}
            error={wrong ? errorText(locale, wrong.name) : undefined}
          />
          <FormActions>
            <Button name="do" value="move" variant="secondary">
              {texts.move}
            </Button>
            <Button name="do" value="cancel" variant="secondary" tone="danger">
              {texts.cancel}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  )
}

function Sharing({ visit, reader: { locale } }: VisitPageProps) {
  const { visit: texts } = textsIn(locale)
  return (
    <Section id="dela" title={texts.shareTitle} lead={texts.shareLead}>
      <Form action={visitHref(visit, locale)} guard={false}>
        <FormActions>
          <Button name="do" value="share" variant="secondary">
            {texts.share}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

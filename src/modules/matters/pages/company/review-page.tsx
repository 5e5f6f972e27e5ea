import type { ComponentChildren } from 'preact'
import type { Municipality } from '#modules/region'
import type { Topic } from '#modules/routing'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { DraftFile } from '../../draft-store.ts'
import { topicOf, type readDraft, type StepName, type Written } from '../../draft/steps.ts'
import { stepPages } from './places.ts'
import { Later, type DraftPlace } from './step-page.tsx'
import { textsIn, type Texts } from './texts.ts'

interface ReviewPageProps {
  readonly locale: Locale
  readonly said: NonNullable<ReturnType<typeof readDraft>>
  readonly written: Written
  readonly topics: readonly Topic[]
  readonly municipalities: readonly Municipality[]
  readonly files: readonly DraftFile[]
  readonly draft: DraftPlace
  /** Whether it was tried too often to be sent now. */
  readonly isTooOften: boolean
}

/** Everything once more before it is sent, and what becomes public by that. */
export function ReviewPage(props: ReviewPageProps) {
  const { locale, draft, isTooOften } = props
  const texts = textsIn(locale)
  const { review } = texts
  return (
    <Page width="narrow">
      {isTooOften && (
        <Notice tone="danger" live>
          <p>{review.tooOften}</p>
        </Notice>
      )}
      <PageTitle title={review.title} />
      <DescriptionList
        items={rowsOf(props, texts).map(({ term, step, details }) => ({
          term,
          details: (
            <div class="answered">
              <div>{details}</div>
              <a
                href={addressOf(stepPages[step], locale, { key: draft.key })}
                aria-label={review.changeWhat(term)}
              >
                {review.change}
              </a>
            </div>
          ),
        }))}
      />
      <Notice title={review.before}>
        <p>{texts.publicRecord}</p>
      </Notice>
      <Form action={addressOf('draftReview', locale, { key: draft.key })} guard={false}>
        <FormActions>
          <Submit>{review.send}</Submit>
          <a href={addressOf('draftSender', locale, { key: draft.key })}>{texts.steps.back}</a>
        </FormActions>
      </Form>
      <Later draft={draft} locale={locale} />
    </Page>
  )
}

interface Row {
  readonly term: string
  readonly step: StepName
  readonly details: ComponentChildren
}

function rowsOf({ locale, said, written, topics, municipalities, files }: ReviewPageProps, texts: Texts) {
  const { review } = texts
  const topic = topicOf(written, { topics })
  const asked = (topic?.questions ?? []).flatMap(({ id, text, choices }): Row[] => {
    const chosen = choices.find((choice) => choice.id === said.answers[id])
    return chosen
      ? [{ term: inLocale(text, locale), step: 'words', details: inLocale(chosen.text, locale) }]
      : []
  })
  const rows: Row[] = [
    { term: review.topic, step: 'topic', details: topic ? inLocale(topic.name, locale) : '' },
    { term: review.subject, step: 'words', details: <bdi>{said.subject}</bdi> },
    {
      term: review.text,
      step: 'words',
      details: (
        <p class="as-written" dir="auto">
          {said.text}
        </p>
      ),
    },
    ...asked,
    {
      term: review.files,
      step: 'words',
      details: files.length === 0 ? review.noFiles : <Files files={files} />,
    },
    { term: review.where, step: 'place', details: placeInWords(said, municipalities, texts) },
    { term: review.who, step: 'sender', details: senderInWords(said.sender, texts) },
    { term: review.contact, step: 'sender', details: contactInWords(said.sender) },
  ]
  return rows
}

function Files({ files }: { readonly files: readonly DraftFile[] }) {
  return (
    <ul>
      {files.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

type Said = ReviewPageProps['said']

function placeInWords(
  { placeKind, places, locality }: Said,
  municipalities: readonly Municipality[],
  { place }: Texts,
): string {
  const names = municipalities.filter(({ code }) => places.includes(code)).map(({ name }) => name)
  const where = placeKind === 'places' ? names.join(', ') : place.wheres[placeKind]
  return locality === '' ? where : `${where}: ${locality}`
}

function senderInWords(sender: Said['sender'], { sender: words, review }: Texts): ComponentChildren {
  if (sender.kind === 'nameless') return words.kinds.nameless
  const number = sender.kind === 'company' ? sender.company.number : null
  return (
    <>
      <bdi>{sender.kind === 'company' ? sender.company.name : words.kinds['not-started']}</bdi>
      {number && `, ${number.digits.slice(0, 6)}-${number.digits.slice(6)}`}
      {sender.nameFor === 'answerer' && (
        <>
          <br />
          {review.hidden}
        </>
      )}
    </>
  )
}

function contactInWords({ contact }: Said['sender']): string {
  const { email, ...named } = contact
  const parts = 'phone' in named ? [named.name, email, named.phone] : [email]
  return parts.filter((part) => part !== '').join(', ') || '–'
}

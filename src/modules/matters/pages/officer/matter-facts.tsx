import type { Visit } from '#modules/accounts'
import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Section } from '#ui/heading.tsx'
import type { Matter } from '../../thread-store.ts'
import type { ReadMatter } from './matter-read.ts'
import { textsIn } from './texts.ts'

/** Who has sent it and how to reach them, as far as the reader may know. */
export function SenderLine({ matter, locale }: { readonly matter: Matter; readonly locale: Locale }) {
  const { matter: texts } = textsIn(locale)
  const { sender } = matter
  if (!sender) return <p>{texts.senderHidden}</p>
  const { name, phone, email } = sender
  const own = senderName(matter, locale)
  const limits = limitsOf(matter, locale)
  return (
    <div>
      <p class="row">
        {own !== null && <strong>{own}</strong>}
        {name !== '' && <span>{name}</span>}
        {phone !== '' && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>}
        {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
      </p>
      {limits !== '' && <p class="source">{limits}</p>}
    </div>
  )
}

function senderName({ sender, senderKind }: Matter, locale: Locale): string | null {
  const { matter: texts } = textsIn(locale)
  switch (senderKind) {
    case 'nameless':
      return texts.nameless
    case 'not-started':
      return texts.notStarted
    case 'company':
      return sender?.companyName ?? null
  }
}

/** What whoever answers should know before they write. */
function limitsOf({ sender, senderKind }: Matter, locale: Locale): string {
  const { matter: texts } = textsIn(locale)
  if (!sender || senderKind === 'nameless') return ''
  const said = [
    sender.nameFor === 'answerer' && texts.nameForAnswerer,
    sender.email === '' && texts.noAddress,
  ]
  return said.filter(Boolean).join(' ')
}

/** What is known of a matter, and its days. */
export function MatterFacts({
  read,
  visit: { locale },
}: {
  readonly read: ReadMatter
  readonly visit: Visit
}) {
  const { matter: texts } = textsIn(locale)
  return (
    <Section id="uppgifter" title={texts.facts}>
      <DescriptionList items={[...daysOf(read.matter, locale), ...factsOf(read, locale)]} />
    </Section>
  )
}

/** What the clock beside them does not tell: the days of what is over, and how it ended. */
function daysOf(matter: Matter, locale: Locale): readonly Description[] {
  const { matter: texts, outcomes, verdicts } = textsIn(locale)
  const day = (at: Date) => formatShortDay(dayOf(at), locale)
  const { firstWordAt, plannedAt, stepBy, closedAt, outcome, verdict, outcomeLaw } = matter
  return [
    ...known(texts.firstWord, closedAt && firstWordAt && day(firstWordAt)),
    ...known(texts.plan, closedAt && plannedAt && day(plannedAt)),
    ...known(texts.nextStep, stepBy === null || closedAt !== null ? null : formatShortDay(stepBy, locale)),
    ...known(texts.closedOn, closedAt && day(closedAt)),
    ...known(texts.outcome, outcome && outcomes[outcome]),
    ...known(texts.law, outcomeLaw),
    ...known(texts.verdict, verdict && verdicts[verdict]),
  ]
}

function known(term: string, details: string | null): readonly Description[] {
  return details === null ? [] : [{ term, details }]
}

function factsOf({ matter, municipalities }: ReadMatter, locale: Locale): readonly Description[] {
  const { matter: texts, ways, inbox } = textsIn(locale)
  const lead = matter.parts.find(({ role, hasLeft }) => role === 'lead' && !hasLeft)
  const at = lead && [municipalities.get(lead.municipality), lead.desk, lead.owner].filter(Boolean).join(', ')
  return [
    { term: texts.answersAt, details: at ?? inbox.nobody },
    { term: texts.topic, details: inLocale(matter.topicName, locale) },
    ...matter.topicQuestions.flatMap(({ id, text, choices }) => {
      const chosen = choices.find((choice) => choice.id === matter.answers[id])
      return chosen ? [{ term: inLocale(text, locale), details: inLocale(chosen.text, locale) }] : []
    }),
    { term: texts.place, details: placeOf(matter, municipalities, locale) },
    {
      term: texts.came,
      details: [
        texts.cameBy(formatShortDay(dayOf(matter.receivedAt), locale), ways[matter.way]),
        matter.reopened > 0 && texts.reopened(matter.reopened),
      ]
        .filter(Boolean)
        .join(', '),
    },
  ]
}

function placeOf(
  { placeKind, places, locality }: Matter,
  names: ReadonlyMap<string, string>,
  locale: Locale,
): string {
  const { matter: texts } = textsIn(locale)
  const municipalities =
    placeKind === 'places'
      ? places.map((code) => names.get(code) ?? code).join(', ')
      : texts.places[placeKind]
  return [locality, municipalities].filter(Boolean).join(', ')
}

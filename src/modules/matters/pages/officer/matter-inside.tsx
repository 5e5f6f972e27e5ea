import type { Visit } from '#modules/accounts'
import { formatMoment } from '#platform/values/dates.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Form, FormActions } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { matterNumber } from '../../core/matter.ts'
import { secrecyParagraphs } from '../../core/secrecy.ts'
import type { InboxRow } from '../../inbox-store.ts'
import type { Composing } from './composing.ts'
import type { ReadMatter } from './matter-read.ts'
import { textsIn, wordsFor } from './texts.ts'
import { matterHref } from './words.tsx'

interface InsideProps {
  readonly read: ReadMatter
  readonly visit: Visit
}

/** What those who work on it tell each other. */
export function MatterNotes({ read: { notes }, visit: { locale } }: InsideProps) {
  const { matter: texts, write } = textsIn(locale)
  return (
    <Section id="anteckningar" title={texts.notes} lead={texts.notesLead}>
      {notes.length === 0 ? (
        <p class="empty">{texts.noNotes}</p>
      ) : (
        <ul class="plain-list">
          {notes.map(({ id, text, audience, writer, writtenAt }) => (
            <li key={id}>
              <p class="as-written">{text}</p>
              <p class="source">
                {writer ?? write.someone} · {formatMoment(writtenAt, locale)} · {texts.audiences[audience]}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Matters that speak of the same thing, and those that are answered together with this one. */
export function SimilarMatters(props: InsideProps & { readonly composing: Composing }) {
  const { read, visit } = props
  const { matter: texts } = textsIn(visit.locale)
  return (
    <>
      <Section id="liknande" title={texts.similar}>
        {read.similar.length === 0 ? (
          <p class="empty">{texts.noSimilar}</p>
        ) : (
          <ul class="plain-list">
            {read.similar.map((row) => (
              <Similar key={row.id} row={row} read={read} visit={visit} />
            ))}
          </ul>
        )}
        {read.voice && <Joining {...props} />}
      </Section>
      {read.noteVoice && <Secrecy {...props} />}
    </>
  )
}

function Similar({ row, read: { matter }, visit: { locale } }: InsideProps & { readonly row: InboxRow }) {
  const { matter: texts, states, outcomes } = textsIn(locale)
  const own = matter.sender?.companyName ?? null
  return (
    <li>
      <a href={matterHref(row, locale)} lang="sv">
        {row.subject}
      </a>
      <p class="source">
        {[
          matterNumber(row),
          row.companyName,
          row.outcome === null ? states[row.state] : outcomes[row.outcome],
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {own !== null && row.companyName === own && <Tag>{texts.sameCompany}</Tag>}
      </p>
    </li>
  )
}

function Joining({
  read: { matter },
  composing,
  visit: { locale },
}: InsideProps & { readonly composing: Composing }) {
  const { matter: texts } = textsIn(locale)
  const action = matterHref(matter, locale)
  const { joinedYear, joinedNumber } = matter
  if (joinedYear !== null && joinedNumber !== null) {
    const other = { year: joinedYear, number: joinedNumber }
    return (
      <form method="post" action={action}>
        <p>
          <a href={matterHref(other, locale)}>{texts.joinedTo(matterNumber(other))}</a>
        </p>
        <FormActions>
          <Button variant="secondary" name="do" value="unjoin">
            {texts.unjoin}
          </Button>
        </FormActions>
      </form>
    )
  }
  const error = composing.errors['other']
  return (
    <Disclosure summary={texts.join} open={error !== undefined}>
      <p>{texts.joinLead}</p>
      <Form action={action} guard={false}>
        <TextField
          name="other"
          label={texts.joinOther}
          value={composing.typed['other']}
          error={error === undefined ? undefined : wordsFor(error, locale)}
          size={12}
          maxLength={20}
        />
        <FormActions>
          <Button variant="secondary" name="do" value="join">
            {texts.joinDo}
          </Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

function Secrecy({
  read: { matter },
  composing,
  visit: { locale },
}: InsideProps & { readonly composing: Composing }) {
  const { matter: texts } = textsIn(locale)
  const error = composing.errors['secrecy']
  return (
    <Disclosure summary={texts.secrecy} open={error !== undefined}>
      <p>{texts.secrecyLead}</p>
      <Form action={matterHref(matter, locale)} guard={false}>
        <TextField
          name="secrecy"
          label={texts.secrecyField}
          value={composing.typed['secrecy'] ?? matter.secrecy ?? ''}
          error={error === undefined ? undefined : wordsFor(error, locale)}
          suggestions={secrecyParagraphs.map((paragraph) => texts.paragraphs[paragraph])}
          maxLength={200}
        />
        <FormActions>
          <Button variant="secondary" name="do" value="secrecy">
            {texts.secrecyDo}
          </Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}

import type { OpenErasure } from '#modules/matters'
import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { mostHeld, type Held } from '#platform/values/records.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { RecordsTitle } from './frame.tsx'
import { itemName } from './person-file.ts'
import { errorText, keptText, textsIn } from './texts.ts'

interface PersonPageProps {
  readonly locale: 'sv' | 'en'
  readonly requests: readonly OpenErasure[]
  /** What was looked for, and found; null when nothing was. */
  readonly found: { readonly sought: string; readonly held: readonly Held[] } | null
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** What came of the last press. */
  readonly said: string | null
}

/** What is held on a person, to be given to them or erased; and the requests that wait for an answer. */
export function PersonPage(props: PersonPageProps) {
  const { locale, found, typed, errors, said } = props
  const texts = textsIn(locale)
  const { person } = texts
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      {said !== null && <Notice tone="success" title={said} live />}
      <RecordsTitle here="person" title={person.title} lead={person.lead} locale={locale} />
      <Requests {...props} />
      <Section id="sok" title={person.search}>
        <Form action={addressOf('personalData', locale)} guard={false}>
          <TextField
            name="sought"
            label={person.sought}
            hint={person.soughtHint}
            value={found?.sought ?? typed['sought']}
            error={errors['sought'] === undefined ? undefined : errorText(texts, errors['sought'])}
            autocomplete="off"
          />
          <FormActions>
            <Button name="do" value="search">
              {person.search}
            </Button>
          </FormActions>
        </Form>
        {found && <Found {...found} locale={locale} />}
      </Section>
    </Page>
  )
}

function Requests({ requests, locale }: PersonPageProps) {
  const texts = textsIn(locale)
  const { person } = texts
  return (
    <Section id="begaran" title={person.requests} lead={person.requestsLead}>
      <Table
        caption={person.requests}
        captionHidden
        rows={requests}
        rowKey={({ id }) => id}
        empty={person.noRequests}
        columns={[
          {
            label: person.where,
            rowHeader: true,
            cell: ({ year, number }) => (
              <a href={addressOf('matter', locale, { matter: `${year}-${number}` })}>
                {year}-{number}
              </a>
            ),
          },
          { label: person.asked, cell: ({ askedAt }) => formatShortDay(dayOf(askedAt), locale) },
          { label: person.due, cell: ({ dueOn }) => formatShortDay(dueOn, locale) },
          {
            label: person.standing,
            cell: ({ kept }) => (kept === null ? person.may : keptText(texts, kept)),
          },
          {
            label: person.choose,
            cell: ({ id, kept }) => (
              <Form action={addressOf('personalData', locale)} guard={false}>
                <Hidden name="request" value={id} />
                <FormActions>
                  {kept === null && (
                    <Button name="do" value="answer-erase" tone="danger">
                      {person.erase}
                    </Button>
                  )}
                  <Button name="do" value="answer-keep" variant="secondary">
                    {person.keep}
                  </Button>
                </FormActions>
              </Form>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Found({
  sought,
  held,
  locale,
}: {
  readonly sought: string
  readonly held: readonly Held[]
  readonly locale: 'sv' | 'en'
}) {
  const texts = textsIn(locale)
  const { person } = texts
  return (
    <Form action={addressOf('personalData', locale)} guard={false}>
      <Hidden name="sought" value={sought} />
      <Table
        caption={person.found(held.length)}
        size="compact"
        rows={held}
        rowKey={itemName}
        empty={person.found(0)}
        columns={[
          {
            label: person.where,
            rowHeader: true,
            cell: ({ kind, number }) => (
              <>
                {person.kinds[kind]} <bdi>{number}</bdi>
              </>
            ),
          },
          {
            label: person.what,
            cell: ({ data }) => (
              <bdi>
                {Object.values(data)
                  .filter((value) => value !== '')
                  .join(' · ')}
              </bdi>
            ),
          },
          {
            label: person.standing,
            cell: (one) =>
              one.kept === null ? (
                <CheckboxField name={itemName(one)} label={person.may} />
              ) : (
                keptText(texts, one.kept)
              ),
          },
        ]}
      />
      {held.length >= mostHeld && (
        <Notice tone="warning">
          <p>{person.tooMany}</p>
        </Notice>
      )}
      {held.length > 0 && <FoundActions held={held} locale={locale} />}
    </Form>
  )
}

function FoundActions({ held, locale }: { readonly held: readonly Held[]; readonly locale: 'sv' | 'en' }) {
  const { person } = textsIn(locale)
  return (
    <>
      <p class="source">{person.extractNote}</p>
      <FormActions>
        <Button name="do" value="json" variant="secondary">
          {person.json}
        </Button>
        <Button name="do" value="text" variant="secondary">
          {person.text}
        </Button>
        {held.some(({ kept }) => kept === null) && (
          <Button name="do" value="erase" tone="danger">
            {person.eraseChosen}
          </Button>
        )}
      </FormActions>
    </>
  )
}

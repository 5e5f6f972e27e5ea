import type { LedgerLine } from '#modules/mail'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm, Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { textsIn } from './texts.ts'

const tones: Readonly<Record<LedgerLine['state'], StatusTone>> = {
  queued: 'neutral',
  sent: 'done',
  shown: 'muted',
  failed: 'bad',
}
export const letterStates = ['failed', 'queued', 'sent', 'shown'] as const

interface LettersPageProps {
  readonly lines: readonly LedgerLine[]
  readonly counts: ReadonlyMap<LedgerLine['state'], number>
  readonly state: LedgerLine['state'] | null
  /** What came of the last press, if one was made. */
  readonly did: 'again' | 'not-failed' | null
  readonly readsIncoming: boolean
  readonly limit: number
  readonly locale: Locale
}

/** What the program has sent and what became of it. */
export function LettersPage({ lines, counts, state, did, readsIncoming, limit, locale }: LettersPageProps) {
  const { letters: texts } = textsIn(locale)
  const known = letterStates.filter((one) => (counts.get(one) ?? 0) > 0)
  return (
    <Page>
      {did === 'again' && <Notice tone="success" title={texts.sentAgain} live />}
      {did === 'not-failed' && <Notice tone="warning" title={texts.notFailed} live />}
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          readsIncoming && (
            <LinkButton href={addressOf('incomingLetters', locale)} variant="secondary">
              {texts.incoming}
            </LinkButton>
          )
        }
      />
      <ChoiceForm action={addressOf('letters', locale)} swap="brev" submit={texts.filterSubmit}>
        <SelectField
          name="lage"
          label={texts.filter}
          value={state ?? ''}
          empty={texts.all}
          options={known.map((one) => ({ value: one, label: `${texts.states[one]} (${counts.get(one)})` }))}
        />
      </ChoiceForm>
      <div id="brev">
        <Letters lines={lines} locale={locale} />
        {lines.length === limit && <p class="source">{texts.newest(limit)}</p>}
      </div>
    </Page>
  )
}

interface LettersProps {
  readonly lines: readonly LedgerLine[]
  readonly locale: Locale
  /** The number of the matter beside which they are shown; left out in the ledger. */
  readonly matter?: string
}

/** The letters of one matter, on its page. */
export function LettersOfMatter(props: LettersProps) {
  return (
    <Section id="brev-i-arendet" title={textsIn(props.locale).letters.ofMatter}>
      <Letters {...props} />
    </Section>
  )
}

function Letters({ lines, locale, matter }: LettersProps) {
  const { letters: texts } = textsIn(locale)
  return (
    <Table
      caption={texts.title}
      captionHidden
      rows={lines}
      rowKey={({ id }) => id}
      empty={texts.none}
      columns={[
        {
          label: texts.letter,
          rowHeader: true,
          cell: ({ subject, recipient }) => (
            <>
              {subject}
              <p class="source">{texts.to(recipient)}</p>
            </>
          ),
        },
        { label: texts.state, cell: (line) => <State line={line} locale={locale} matter={matter} /> },
        { label: texts.tries, numeric: true, cell: ({ tries }) => tries },
        { label: texts.at, cell: ({ createdAt }) => formatMoment(createdAt, locale) },
      ]}
    />
  )
}

interface StateProps extends Pick<LettersProps, 'locale'> {
  readonly line: LedgerLine
  readonly matter: string | undefined
}

function State({ line, locale, matter }: StateProps) {
  const { letters: texts } = textsIn(locale)
  return (
    <>
      <Status tone={tones[line.state]} label={texts.states[line.state]} />
      {line.reason && <p class="source">{line.reason}</p>}
      {line.state === 'failed' && line.isEmptied && <p class="source">{texts.emptied}</p>}
      {line.state === 'failed' && !line.isEmptied && (
        <Form action={addressOf('letters', locale)} guard={false}>
          <Hidden name="letter" value={line.id} />
          {matter !== undefined && <Hidden name="matter" value={matter} />}
          <FormActions>
            <Button variant="secondary">
              {texts.again}
              <span class="ds-sr-only">: {line.subject}</span>
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  )
}

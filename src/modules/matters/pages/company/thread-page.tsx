import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Conversation } from '#ui/conversation.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary, errorsInWords } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Leading, Look, OwnContact, OwnEntry, OwnMatter } from '../../company-store.ts'
import { matterNumber } from '../../core/matter.ts'
import type { MatterFile } from '../../file-store.ts'
import { lookLines, speakerOf, standingOf } from './thread-words.ts'
import { errorText, textsIn } from './texts.ts'
import { AddForm, ClosedForms, ContactForm, EraseForm, WithdrawForm } from './thread-forms.tsx'

/** What a company can do on its thread's page. */
export type Deed = 'say' | 'verdict' | 'reopen' | 'withdraw' | 'contact' | 'erase'

export interface ThreadShown {
  /** The part of the private address that opens it; `key` is a word of Preact's own. */
  readonly threadKey: string
  readonly locale: Locale
  /** `2026-11-24`. */
  readonly today: string
  readonly matter: OwnMatter
  readonly lead: Leading | undefined
  readonly entries: readonly OwnEntry[]
  readonly files: readonly MatterFile[]
  readonly contact: OwnContact
  readonly looks: readonly Look[]
  /** What came of asking to have the details erased, if that was asked. */
  readonly erasure: { readonly dueOn: string; readonly outcome: 'erased' | 'kept' | null } | undefined
  readonly people: ReadonlyMap<string, string>
  readonly municipalities: readonly Municipality[]
  /** What was just done, and is saved. */
  readonly did: Deed | null
  /** What was typed and was refused. */
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refusedFile: string | null
}

/** A company's matter: how it stands, who has it, all that was said, and what the company can do. */
export function ThreadPage(shown: ThreadShown) {
  const { locale, matter, did, errors, refusedFile } = shown
  const all = textsIn(locale)
  const texts = all.thread
  const inWords = (name: string) => {
    const sentence = errorText(all, name)
    return name.startsWith('file-') && refusedFile ? all.file(refusedFile, sentence) : sentence
  }
  const isClosed = matter.state === 'closed'
  return (
    <Page width="narrow">
      <ErrorSummary title={all.errors.title} errors={errorsInWords(errors, inWords)} />
      {did && (
        <Notice tone="success" live>
          <p>{texts.did[did]}</p>
        </Notice>
      )}
      <PageTitle eyebrow={texts.eyebrow(matterNumber(matter))} title={<bdi>{matter.subject}</bdi>} />
      <Section id="lage" title={texts.status}>
        <DescriptionList items={standingOf(shown)} />
        {matter.joinedTo !== null && <p>{texts.joined}</p>}
      </Section>
      <Section id="sagt" title={texts.said}>
        <Said {...shown} />
      </Section>
      {isClosed ? <ClosedForms {...shown} inWords={inWords} /> : <AddForm {...shown} inWords={inWords} />}
      <Section id="last" title={texts.access.title} lead={texts.access.lead}>
        <Looks {...shown} />
      </Section>
      <div>
        <ContactForm {...shown} inWords={inWords} />
        {!isClosed && <WithdrawForm {...shown} inWords={inWords} />}
        <EraseForm {...shown} inWords={inWords} />
      </div>
    </Page>
  )
}

function Said(shown: ThreadShown) {
  const { locale, entries } = shown
  const texts = textsIn(locale).thread
  return (
    <Conversation
      label={texts.said}
      turns={entries.map((entry) => ({
        id: String(entry.id),
        who: speakerOf(entry, shown),
        kind: texts.kinds[entry.kind] || undefined,
        when: formatMoment(entry.sentAt, locale),
        at: entry.sentAt.toISOString(),
        isOwn: entry.side === 'company',
        text: entry.text,
        besides: <EntryFiles shown={shown} entry={entry.id} />,
      }))}
    />
  )
}

function EntryFiles({ shown, entry }: { readonly shown: ThreadShown; readonly entry: number }) {
  const { files, locale, threadKey: key } = shown
  const { scans } = textsIn(locale).thread
  const own = files.filter(({ entryId }) => entryId === entry)
  if (own.length === 0) return null
  return (
    <ul>
      {own.map(({ id, name, scan }) => (
        <li key={id}>
          {scan === 'clean' || scan === 'none' ? (
            <a href={addressOf('threadFile', locale, { key, file: id })} download>
              <bdi>{name}</bdi>
            </a>
          ) : (
            <>
              <bdi>{name}</bdi> {scans[scan]}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Looks(shown: ThreadShown) {
  const { access } = textsIn(shown.locale).thread
  const lines = lookLines(shown)
  if (lines.length === 0) return <p class="empty">{access.none}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

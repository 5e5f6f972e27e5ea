import type { Visit } from '#modules/accounts'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import { matterNumber } from '../../core/matter.ts'
import type { Entry } from '../../entry-store.ts'
import type { MatterFile } from '../../file-store.ts'
import type { ReadMatter } from './matter-read.ts'
import { textsIn } from './texts.ts'

interface ThreadProps {
  readonly read: ReadMatter
  readonly visit: Visit
}

/** The last entries are what one answers to; those before them are a press away. */
const shown = 5

/** What the company and the town halls have said to each other. */
export function Thread({ read, visit }: ThreadProps) {
  const { matter: texts } = textsIn(visit.locale)
  const [before, latest] = [read.sent.slice(0, -shown), read.sent.slice(-shown)]
  const line = (entry: Entry) => (
    <ThreadEntry key={entry.id} entry={entry} read={read} locale={visit.locale} />
  )
  return (
    <Section id="trad" title={texts.thread}>
      {before.length > 0 && (
        <Disclosure summary={`${texts.earlier} (${before.length})`}>
          <ol class="thread">{before.map(line)}</ol>
        </Disclosure>
      )}
      <ol class="thread">{latest.map(line)}</ol>
    </Section>
  )
}

interface EntryProps {
  readonly entry: Entry
  readonly read: ReadMatter
  readonly locale: Locale
}

function ThreadEntry({ entry, read, locale }: EntryProps) {
  const { matter: texts, ways } = textsIn(locale)
  const isCompany = entry.side === 'company'
  const at = entry.sentAt ?? entry.writtenAt
  const day = formatMoment(at, locale)
  const files = read.files.filter(({ entryId }) => entryId === entry.id)
  return (
    <li class={isCompany ? 'thread__entry' : 'thread__entry thread__entry--own'}>
      <p class="thread__who">
        <strong>{isCompany ? texts.company : speakerOf(entry, read, locale)}</strong>
        {texts.kinds[entry.kind] !== '' && <Tag>{texts.kinds[entry.kind]}</Tag>}
      </p>
      <p class="as-written" lang={isCompany ? undefined : read.matter.locale}>
        {entry.text}
      </p>
      {files.length > 0 && <Files files={files} read={read} locale={locale} />}
      <p class="source">
        <time dateTime={at.toISOString()}>{isCompany ? texts.cameOn(day) : texts.sentOn(day)}</time>
        {entry.way !== 'page' && `, ${ways[entry.way]}`}
      </p>
    </li>
  )
}

function speakerOf({ municipality, person }: Entry, { municipalities }: ReadMatter, locale: Locale): string {
  const { matter: texts, coordinator, write } = textsIn(locale)
  const name = person ?? write.someone
  const place = municipality === null ? coordinator : (municipalities.get(municipality) ?? municipality)
  return texts.townHall(name, place)
}

function Files({
  files,
  read: { matter },
  locale,
}: {
  readonly files: readonly MatterFile[]
  readonly read: ReadMatter
  readonly locale: Locale
}) {
  const { matter: texts } = textsIn(locale)
  return (
    <ul class="thread__files">
      {files.map(({ id, name, size, scan }) => (
        <li key={id}>
          {scan === 'clean' || scan === 'none' ? (
            <a href={addressOf('matterFile', locale, { matter: matterNumber(matter), file: id })}>{name}</a>
          ) : (
            name
          )}{' '}
          <span class="source">
            {inKilobytes(size, locale)}
            {scan === 'waiting' && ` · ${texts.heldBack}`}
            {scan === 'infected' && ` · ${texts.infected}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function inKilobytes(size: number, locale: Locale): string {
  return `${Math.max(1, Math.round(size / 1000)).toLocaleString(locale)} kB`
}

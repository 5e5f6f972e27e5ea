import { formatShortDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { isStale, stateOn } from '../core/support.ts'
import type { Listed } from '../finder/support.ts'
import type { Version } from '../store.ts'
import { keepingIn, textsIn } from './texts.ts'
import type { Reader } from './words.ts'

interface KeepingListProps {
  readonly supports: readonly Listed[]
  readonly drafts: readonly Version[]
  readonly today: string
  readonly locale: Reader['locale']
}

/** The supports that somebody keeps right, and what waits to be confirmed. */
export function KeepingList({ supports, drafts, today, locale }: KeepingListProps) {
  const { list: texts } = keepingIn(locale)
  const { states } = textsIn(locale)
  const drafted = new Set(drafts.map(({ supportId }) => supportId))
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={<LinkButton href={addressOf('newSupport', locale)}>{texts.add}</LinkButton>}
      />
      {drafts.length > 0 && (
        <Section id="utkast" title={texts.waiting}>
          <ul>
            {drafts.map(({ id, supportId, content }) => (
              <li key={id}>
                <a href={addressOf('supportDraft', locale, { support: supportId })}>
                  {inLocale(content.name, locale)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Table
        caption={texts.title}
        captionHidden
        rows={supports}
        rowKey={({ id }) => id}
        empty={texts.none}
        columns={[
          {
            label: texts.name,
            rowHeader: true,
            cell: ({ id, content }) => (
              <>
                <a href={addressOf('editSupport', locale, { support: id })}>
                  {inLocale(content.name, locale)}
                </a>{' '}
                {drafted.has(id) && <Tag tone="info">{texts.draft}</Tag>}
              </>
            ),
          },
          { label: texts.giver, cell: ({ giver }) => <span lang="sv">{giver.name}</span> },
          { label: texts.state, cell: ({ content }) => states[stateOn(content, today)] },
          {
            label: texts.checked,
            cell: (support) => (
              <>
                {support.checkedOn === null ? texts.never : formatShortDay(support.checkedOn, locale)}{' '}
                {isStale(support, today) && <Tag tone="warning">{texts.wants}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Page>
  )
}

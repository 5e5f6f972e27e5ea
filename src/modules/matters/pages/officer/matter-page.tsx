import type { VNode } from 'preact'
import type { Visit } from '#modules/accounts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { dueOf } from '../../core/inbox.ts'
import { matterNumber } from '../../core/matter.ts'
import { Composer } from './composer.tsx'
import type { Composing } from './composing.ts'
import { MatterFacts, SenderLine } from './matter-facts.tsx'
import { MatterNotes, SimilarMatters } from './matter-inside.tsx'
import type { ReadMatter } from './matter-read.ts'
import { Thread } from './thread.tsx'
import { textsIn } from './texts.ts'
import { DueStatus, matterHref } from './words.tsx'

export interface MatterPageProps {
  readonly read: ReadMatter
  readonly composing: Composing
  /** What has just been done. */
  readonly done: string | null
  /** What other slices show of it. */
  readonly beside: readonly (VNode | null)[]
  readonly visit: Visit
}

/** A matter in one screen: what is said and how to go on, and beside it what is known. */
export function MatterPage({ read, composing, done, beside, visit }: MatterPageProps) {
  const { matter, riskBy } = read
  const { locale } = visit
  const { matter: texts, inbox, example, exampleLead } = textsIn(locale)
  const saved = done !== null && Object.hasOwn(texts.saved, done) ? (done as keyof typeof texts.saved) : null
  return (
    <Page>
      <div class="matter-head">
        <Breadcrumbs
          label={texts.back}
          items={[
            { label: inbox.title, href: addressOf('matters', locale) },
            { label: matterNumber(matter), href: matterHref(matter, locale) },
          ]}
        />
        {saved && (
          <Notice tone="success" live>
            <p>{texts.saved[saved]}</p>
          </Notice>
        )}
        <PageTitle
          title={<span lang="sv">{matter.subject}</span>}
          tags={
            <>
              <DueStatus due={dueOf(matter)} riskBy={riskBy} visit={visit} />
              {matter.isExample && <ExampleTag explanation={exampleLead}>{example}</ExampleTag>}
              {matter.secrecy !== null && <Tag tone="warning">{texts.secrecyMark(matter.secrecy)}</Tag>}
            </>
          }
        />
        <SenderLine matter={matter} locale={locale} />
      </div>
      <div class="matter">
        <div class="matter__main">
          <Thread read={read} visit={visit} />
          <Composer read={read} composing={composing} visit={visit} />
        </div>
        <div class="matter__beside">
          <MatterFacts read={read} visit={visit} />
          {beside}
          <MatterNotes read={read} visit={visit} />
          <SimilarMatters read={read} composing={composing} visit={visit} />
        </div>
      </div>
    </Page>
  )
}

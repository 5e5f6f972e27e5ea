import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Form, Hidden } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { KeptTopic } from '../store.ts'
import { textsIn } from './texts.ts'

interface TopicsPageProps {
  readonly topics: readonly KeptTopic[]
  readonly isSaved: boolean
  readonly locale: Locale
}

/** What matters may be about, in the order in which companies see it. */
export function TopicsPage({ topics, isSaved, locale }: TopicsPageProps) {
  const { topics: texts, hall } = textsIn(locale)
  return (
    <Page>
      {isSaved && <Notice tone="success" title={texts.saved} live />}
      <PageTitle
        eyebrow={<a href={addressOf('desks', locale)}>{hall.eyebrow}</a>}
        title={texts.title}
        lead={texts.lead}
        actions={<LinkButton href={addressOf('addTopic', locale)}>{texts.add}</LinkButton>}
      />
      <Table
        caption={texts.caption}
        rows={topics}
        rowKey={({ id }) => id}
        columns={[
          {
            label: texts.name,
            rowHeader: true,
            cell: ({ id, name, retiredAt }) => (
              <>
                <a href={addressOf('editTopic', locale, { topic: id })}>{inLocale(name, locale)}</a>{' '}
                {retiredAt !== null && <Tag>{texts.retired}</Tag>}
              </>
            ),
          },
          {
            label: texts.questions,
            cell: ({ questions }) => questions.map(({ text }) => inLocale(text, locale)).join(' '),
          },
          { label: texts.order, cell: (topic) => <Order topic={topic} topics={topics} locale={locale} /> },
        ]}
      />
    </Page>
  )
}

function Order({
  topic,
  topics,
  locale,
}: Pick<TopicsPageProps, 'topics' | 'locale'> & { readonly topic: KeptTopic }) {
  const { topics: texts } = textsIn(locale)
  const name = inLocale(topic.name, locale)
  const at = topics.indexOf(topic)
  return (
    <Form action={addressOf('topics', locale)} guard={false}>
      <Hidden name="topic" value={topic.id} />
      <div class="row">
        {at > 0 && (
          <Button variant="tertiary" name="do" value="up">
            <span aria-hidden="true">{texts.up}</span>
            <span class="ds-sr-only">{texts.upLong(name)}</span>
          </Button>
        )}
        {at < topics.length - 1 && (
          <Button variant="tertiary" name="do" value="down">
            <span aria-hidden="true">{texts.down}</span>
            <span class="ds-sr-only">{texts.downLong(name)}</span>
          </Button>
        )}
      </div>
    </Form>
  )
}

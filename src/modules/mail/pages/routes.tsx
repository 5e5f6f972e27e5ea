import { Hono, type HonoRequest } from 'hono'
import type { Database } from '#platform/database/connection.ts'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import type { PageHead } from '#ui/page.tsx'
import type { VNode } from 'preact'
import { newestMessages, type LedgerRow } from '../store.ts'
import { textsIn } from './texts.ts'

/** What the mailbox needs of a visit; the module stands below the one that knows who visits. */
interface ReaderEnv {
  Variables: {
    visit: { readonly locale: Locale; readonly page: (head: PageHead, content: VNode) => Response }
  }
}

/** The local page that shows letters. Mounted only where no mail server is set and the program listens to its own machine. */
export function mailboxRoutes(queueDb: Database): Hono<ReaderEnv> {
  const routes = new Hono<ReaderEnv>()
  routes.on('GET', bothAddresses('mailbox'), async (c) => {
    if (!isFromThisMachine(c.req)) return c.notFound()
    const { locale, page } = c.get('visit')
    const messages = await newestMessages(queueDb, shownLetters)
    return page(
      { title: textsIn(locale).title, noindex: true },
      <Mailbox locale={locale} messages={messages} />,
    )
  })
  return routes
}

/** Enough for all invitations to a round table of ninety, and what comes of them. */
const shownLetters = 200

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/** A proxy that stands before the program, though nobody said so, gives itself away. */
function isFromThisMachine(request: HonoRequest): boolean {
  const signs = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via']
  const isPassedOn = signs.some((name) => request.header(name) !== undefined)
  return !isPassedOn && ownNames.has(new URL(request.url).hostname)
}

function Mailbox({ locale, messages }: { readonly locale: Locale; readonly messages: readonly LedgerRow[] }) {
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <LinkButton href={addressOf('mailbox', locale)} variant="secondary">
            {texts.refresh}
          </LinkButton>
        }
      />
      {messages.length === 0 && <EmptyState title={texts.empty} />}
      {messages.map((message) => (
        <article key={message.id} class="letter">
          <h2>{message.subject}</h2>
          <p class="source">
            {texts.to} {message.recipient} · {formatMoment(message.createdAt, locale)}
          </p>
          <p class="letter__body">{withLinks(message.body)}</p>
        </article>
      ))}
    </Page>
  )
}

function withLinks(body: string) {
  return body.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}

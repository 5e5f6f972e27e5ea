import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { Locale } from '#platform/values/locale.ts'
import { idIn } from '#platform/http/ids.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { mayRead } from '../core/policy.ts'
import { noteOf, type LeaderNote } from './note.ts'
import { textsIn } from './texts.ts'

/** The note to the leaders as a page that prints well; its files are the reports' to write. */
export function noteRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('patternNote'), async (c) => {
    const visit = c.get('visit')
    if (!mayRead(visit.actor)) return visit.refuse()
    const id = idIn(c, 'pattern')
    const note = id === null ? null : await noteOf(visit, id)
    if (id === null || !note) return c.notFound()
    return visit.page(
      { title: note.title, noindex: true },
      <NotePage note={note} id={id} locale={visit.locale} />,
    )
  })
  return routes
}

interface NotePageProps {
  readonly note: LeaderNote
  readonly id: string
  readonly locale: Locale
}

function NotePage({ note, id, locale }: NotePageProps) {
  const { note: texts } = textsIn(locale)
  const file = (ending: string) =>
    addressOf('patternNoteFile', locale, { pattern: id, file: `note.${ending}` })
  return (
    <Page width="narrow">
      <PageTitle
        title={note.title}
        lead={note.subtitle}
        actions={
          <>
            <LinkButton href={file('pdf')}>{texts.pdf}</LinkButton>
            <LinkButton href={file('docx')} variant="secondary">
              {texts.docx}
            </LinkButton>
            <LinkButton href={addressOf('pattern', locale, { pattern: id })} variant="secondary">
              {texts.back}
            </LinkButton>
          </>
        }
      />
      {note.parts.map(({ id: part, heading, paragraphs, said }) => (
        <Section key={part} id={part} title={heading}>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {said.map((text) => (
            <p key={text} class="as-written" lang="sv">
              {text}
            </p>
          ))}
        </Section>
      ))}
    </Page>
  )
}

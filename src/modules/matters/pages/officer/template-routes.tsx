import { Hono } from 'hono'
import { z } from 'zod'
import { holds, inTransaction, municipalitiesAs, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { saveTemplate } from '../../actions/save-template.ts'
import { TemplateForm } from '../../core/forms.ts'
import { templatesOf, type Template } from '../../template-store.ts'
import { TemplatesPage } from './templates-page.tsx'
import { textsIn } from './texts.ts'

const Wanted = z.object({
  municipality: z.string().max(10).default(''),
  id: z.uuid().nullable().catch(null),
  do: z.enum(['save', 'remove']).catch('save'),
})

/** The texts that a municipality's officers often write. */
export function templateRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('answerTemplates'), async (c) => {
    const visit = c.get('visit')
    if (municipalitiesAs(visit.actor, 'officer').length === 0) return visit.refuse()
    const filled = { typed: { id: c.req.query('id') ?? '' }, errors: {} }
    return templatesPage(visit, { ...filled, isSaved: c.req.query(savedMark) !== undefined }, 200)
  })

  routes.on('POST', bothAddresses('answerTemplates'), async (c) => {
    const visit = c.get('visit')
    const form = await readForm(c.req, TemplateForm)
    const { municipality, id, do: deed } = Wanted.parse(form.typed)
    if (!holds(visit.actor, 'officer', municipality)) return visit.refuse()
    if (deed === 'save' && !form.ok)
      return templatesPage(visit, { typed: form.typed, errors: form.errors, isSaved: false }, 422)
    const said = deed === 'save' && form.ok ? form.data : null
    const done = await saveTemplate(visit, municipality, id, said)
    if (!done.ok) return visit.refuse()
    return c.redirect(`${addressOf('answerTemplates', visit.locale)}?${savedMark}`, 303)
  })

  return routes
}

interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly isSaved: boolean
}

async function templatesPage(visit: Visit, filled: Filled, status: 200 | 422): Promise<Response> {
  const own = municipalitiesAs(visit.actor, 'officer')
  const municipalities = await inTransaction(visit, async (tx) => {
    const mine = (await municipalitiesOf(tx)).filter(({ code }) => own.includes(code))
    const found = []
    for (const { code, name } of mine) found.push({ code, name, templates: await templatesOf(tx, code) })
    return found
  })
  return visit.page(
    { title: textsIn(visit.locale).templates.title, noindex: true },
    <TemplatesPage
      municipalities={municipalities}
      {...filled}
      typed={withTemplate(filled.typed, municipalities)}
      locale={visit.locale}
    />,
    status,
  )
}

/** Of a template that is only named by its id, its words as they are now; what is no template is a new one. */
function withTemplate(
  typed: Typed,
  municipalities: readonly { readonly code: string; readonly templates: readonly Template[] }[],
): Typed {
  if (typed['text'] !== undefined) return typed
  for (const { code, templates } of municipalities) {
    const found = templates.find(({ id }) => id === typed['id'])
    if (found) return { ...found, municipality: code }
  }
  return {}
}

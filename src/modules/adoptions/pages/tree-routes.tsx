import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { SeenVersion } from '#platform/values/seen-version.ts'
import { bothAddresses, savedMark } from '#ui/addresses.ts'
import { z } from 'zod'
import { drawTree } from '../actions/draw-tree.ts'
import { outlineText } from '../core/outline.ts'
import { mayWriteAdoption } from '../core/policy.ts'
import { TreeForm } from '../core/tree-form.ts'
import type { OutlineNode } from '../core/tree.ts'
import { readDocument } from '../file/read-document.ts'
import { treeIn } from '../tree-store.ts'
import { formTextsIn } from './form-texts.ts'
import { adoptionAt, placeOf, type Asking, type FoundAdoption } from './places.ts'
import { ReadPage } from './read-page.tsx'
import { chosenFile } from './sent-file.ts'
import { TreeFormPage, type TreeFormProps } from './tree-form.tsx'
import { versionHref } from './words.ts'

/** A version's own tree: written as an outline, or proposed from a document first. */
export function treeRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('adoptedTree'), (c) => asWriter(c, begun))
  routes.on('POST', bothAddresses('adoptedTree'), (c) => asWriter(c, drawn))
  routes.on('GET', bothAddresses('readDocument'), (c) =>
    asWriter(c, (visit, found) => readingPage(visit, found, {}, {})),
  )
  routes.on('POST', bothAddresses('readDocument'), (c) => asWriter(c, read))
  return routes
}

type Answering = (visit: Visit, found: FoundAdoption, c: Asking) => Response | Promise<Response>

/** Answers who may write of the version that the address is about. */
async function asWriter(c: Asking, answer: Answering): Promise<Response> {
  const visit = c.get('visit')
  const found = await inTransaction(visit, (tx) => adoptionAt(tx, c))
  if (!found) return c.notFound()
  if (!mayWriteAdoption(visit.actor, found.municipality.code)) return visit.refuse()
  return answer(visit, found, c)
}

/** The tree as it stands; where there is none yet, the one of the version before, to be changed. */
async function begun(visit: Visit, found: FoundAdoption): Promise<Response> {
  const { adoption, versions } = found
  const before = versions.findLast(({ version }) => version < adoption.version)
  const { tree, earlier } = await inTransaction(visit, async (tx) => ({
    tree: (await treeIn(tx, placeOf(adoption))).tree,
    earlier: before && (await treeIn(tx, placeOf(before))).tree,
  }))
  const isFrom = tree.nodes.length === 0 && (earlier?.nodes.length ?? 0) > 0
  const shown = isFrom && earlier ? earlier : tree
  return treePage(visit, found, {
    typed: { ...typedTree(shown.levels, shown.nodes), version: String(tree.tree) },
    errors: {},
    from: isFrom ? (before?.version ?? null) : null,
  })
}

async function drawn(visit: Visit, found: FoundAdoption, c: Asking): Promise<Response> {
  const form = await readForm(c.req, TreeForm)
  if (!form.ok) return treePage(visit, found, form)
  const place = placeOf(found.adoption)
  const { version: seen } = SeenVersion.parse(form.typed)
  const outcome = await drawTree(visit, { ...place, seen }, form.data)
  if (outcome.ok)
    return c.redirect(
      `${versionHref('adoption', found.municipality, place.version, visit.locale)}?${savedMark}`,
      303,
    )
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  if (outcome.refusal !== 'changed-meanwhile') return c.notFound()
  const { tree } = await inTransaction(visit, (tx) => treeIn(tx, place))
  // From here on the writer has seen the other tree: the form carries it, and may replace it.
  const typed = { ...form.typed, version: String(tree.tree) }
  return treePage(visit, found, { typed, errors: {}, conflict: tree })
}

async function read(visit: Visit, found: FoundAdoption, c: Asking): Promise<Response> {
  const form = await readForm(c.req, z.object({ paste: z.string().default('') }))
  const pasted = form.ok ? form.data.paste : ''
  const file = await chosenFile(c.req)
  if (!file && pasted.trim() === '') return readingPage(visit, found, form.typed, { file: 'nothing-sent' })
  const document = await readDocument(
    file ? { kind: 'file', bytes: file.bytes } : { kind: 'paste', text: pasted },
  )
  if (!document.ok)
    return readingPage(visit, found, form.typed, { [file ? 'file' : 'paste']: document.refusal })
  const { tree } = await inTransaction(visit, (tx) => treeIn(tx, placeOf(found.adoption)))
  const { levels, nodes } = document.value
  const typed = {
    ...typedTree(levels.length > 0 ? levels : tree.levels, nodes),
    version: String(tree.tree),
  }
  return treePage(visit, found, { typed, errors: {}, read: document.value })
}

function typedTree(levels: readonly string[], nodes: readonly OutlineNode[]): Typed {
  return { levels: levels.join(', '), outline: outlineText(nodes) }
}

type Filled = Pick<TreeFormProps, 'typed' | 'errors' | 'from' | 'read' | 'conflict'>

function treePage(visit: Visit, { municipality, adoption }: FoundAdoption, filled: Filled): Response {
  const { locale } = visit
  return visit.page(
    { title: `${formTextsIn(locale).tree.title}: ${adoption.name}`, noindex: true },
    <TreeFormPage {...filled} municipality={municipality} adoption={adoption} locale={locale} />,
    filled.conflict ? 409 : Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

function readingPage(
  visit: Visit,
  { municipality, adoption }: FoundAdoption,
  typed: Typed,
  errors: FieldErrors,
): Response {
  const { locale } = visit
  return visit.page(
    { title: `${formTextsIn(locale).read.title}: ${adoption.name}`, noindex: true },
    <ReadPage
      municipality={municipality}
      adoption={adoption}
      typed={typed}
      errors={errors}
      locale={locale}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

import { Hono } from 'hono'
import { z } from 'zod'
import type { Visit, VisitEnv } from '#modules/accounts'
import { CellForm } from '#modules/programme'
import { pastedRows } from '#platform/office/pasted-rows.ts'
import { readForm, type FieldErrors } from '#platform/http/form.ts'
import { workbookType } from '#platform/http/workbook.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { answerRound, type AnswerRefusal, type Sending } from '../actions/answer-round.ts'
import { keepDraft } from '../actions/keep-draft.ts'
import { readPasted } from '../core/pasted.ts'
import { mayAnswer, mayFollow, maySettle } from '../core/policy.ts'
import {
  readSheet,
  rowField,
  sheetFields,
  writtenOfWithdrawn,
  type ReadRow,
  type Sheet,
} from '../core/sheet.ts'
import { settleDeeds } from './answer-page.tsx'
import {
  addressIn,
  answerPage,
  blankSheet,
  foundIn,
  sheetPage,
  tooLatePage,
  toRound,
  type Asking,
  type Found,
  type SheetFilled,
} from './answer-views.tsx'
import { pastedWords } from './pasted-words.ts'
import type { FollowUpSetting } from './setting.ts'
import { settled } from './settling.ts'
import { sheetDeeds } from './sheet-page.tsx'
import { templateOf } from './template.ts'

type Setting = Pick<FollowUpSetting, 'origin'>

/** A municipality's part of a round: the sheet for its officers, the answer for those who read and confirm it. */
export function answerRoutes(setting: Setting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('followUpTemplate'), async (c) => {
    const visit = c.get('visit')
    const found = await foundIn(c)
    if (!found) return c.notFound()
    if (!mayAnswer(visit.actor, found.municipality.code)) return visit.refuse()
    return c.body(await templateOf(found.column, found.reader), 200, {
      'Content-Type': workbookType,
      'Content-Disposition': `attachment; filename="${found.round.id}-${found.municipality.slug}.xlsx"`,
    })
  })

  routes.on('GET', bothAddresses('followUpAnswer'), async (c) => {
    const visit = c.get('visit')
    const found = await foundIn(c)
    if (!found) return c.notFound()
    // What was frozen is for everybody, and is all there is to see.
    if (found.round.frozenAt !== null) return toRound(c, found)
    if (!mayFollow(visit.actor)) return visit.refuse()
    if (!mayAnswer(visit.actor, found.municipality.code))
      return answerPage(
        visit,
        found,
        { typed: {}, errors: {}, isSettled: c.req.query('settled') !== undefined },
        200,
      )
    const said =
      c.req.query('answered') === undefined
        ? c.req.query('saved') === undefined
          ? null
          : 'saved'
        : 'answered'
    const draft = found.draft?.typed
    return sheetPage(
      visit,
      found,
      { typed: draft ?? blankSheet(found), say: said ?? (draft ? 'draft' : null) },
      200,
    )
  })

  routes.on('POST', bothAddresses('followUpAnswer'), async (c) => posted(c, setting))

  return routes
}

const AnyFields = z.record(z.string(), z.string())
const Deed = z.enum([...Object.values(sheetDeeds), ...Object.values(settleDeeds)]).catch('save')
const SeenDraft = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(0)

async function posted(c: Asking, setting: Setting): Promise<Response> {
  const visit = c.get('visit')
  const found = await foundIn(c)
  if (!found) return c.notFound()
  const { typed } = await readForm(c.req, AnyFields)
  const deed = Deed.parse(typed['do'])
  const { code } = found.municipality
  if (deed === 'confirm' || deed === 'send-back')
    return maySettle(visit.actor, code)
      ? settled(c, found, { deed, typed, origin: setting.origin })
      : visit.refuse()
  if (!mayAnswer(visit.actor, code)) return visit.refuse()
  const sent = { typed, seen: SeenDraft.parse(typed['draft']) }
  // What was pasted and not put into the form would be lost if the form were sent without it.
  if (deed === 'paste' || (!isByItself(c) && isPastedUnseen(typed))) return pasted(visit, found, typed)
  switch (deed) {
    case 'save':
      return saved(c, found, sent)
    case 'unchanged':
      return answered(c, found, { ...sent, sending: { kind: 'unchanged' } })
    case 'submit': {
      // Told once: the sheet that comes back has no room for it any more.
      if (writtenOfWithdrawn(typed, found.withdrawn).length > 0)
        return sheetPage(visit, found, { typed }, 409)
      const sheet = readSheet(typed, found.column, found.round.questions, readRow)
      if (!sheet.ok) return sheetPage(visit, found, { typed, errors: sheet.errors }, 422)
      return answered(c, found, {
        ...sent,
        sending: { kind: 'words', forms: sheet.forms, answers: sheet.answers },
      })
    }
  }
}

const readRow: ReadRow = (fields) => {
  const parsed = CellForm.safeParse(fields)
  if (parsed.success) return { ok: true, form: parsed.data }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  return { ok: false, errors }
}

interface Sent {
  readonly typed: Sheet
  readonly seen: number
}

function isPastedUnseen({ pasted: rows = '', pastedBefore = '' }: Sheet): boolean {
  return rows.trim() !== '' && rows !== pastedBefore
}

function isByItself(c: Asking): boolean {
  return c.req.header('accept') === 'application/json'
}

/** Keeps the draft. A page that saves by itself is answered with the draft's version, a form with its page. */
async function saved(c: Asking, found: Found, { typed, seen }: Sent): Promise<Response> {
  const visit = c.get('visit')
  const { round, municipality, column, withdrawn } = found
  const sheet = sheetFields(typed, column, round.questions, withdrawn)
  const kept = await keepDraft(visit, round.id, municipality.code, { typed: sheet, seen })
  if (isByItself(c)) return kept.ok ? c.json({ version: kept.value }) : c.json({ refusal: kept.refusal }, 409)
  if (kept.ok) return c.redirect(`${addressIn(found, visit)}?saved`, 303)
  return refused(c, typed, { why: kept.refusal })
}

function pasted(visit: Visit, found: Found, typed: Sheet): Response {
  const text = typed['pasted'] ?? ''
  const read = readPasted(pastedRows(text), found.column, pastedWords(found.vocabulary))
  return sheetPage(
    visit,
    found,
    {
      typed: { ...typed, ...read.fields },
      pasted: { count: Object.keys(read.fields).length, problems: read.problems, text },
    },
    200,
  )
}

async function answered(
  c: Asking,
  found: Found,
  { typed, seen, sending }: Sent & { readonly sending: Sending },
) {
  const visit = c.get('visit')
  const outcome = await answerRound(visit, found.round.id, found.municipality.code, { sending, seen })
  if (outcome.ok) return c.redirect(`${addressIn(found, visit)}?answered`, 303)
  const kept = sending.kind === 'words' ? typed : null
  return refused(c, kept, outcome.refusal)
}

type Refusal = AnswerRefusal | { readonly why: 'draft-changed' }

/** Says why nothing was saved or sent; what was typed stands there still. Without any, the sheet is as it was. */
async function refused(c: Asking, typed: Sheet | null, refusal: Refusal): Promise<Response> {
  const visit = c.get('visit')
  // Read again: what stands there may be what the refusal is about.
  const found = await foundIn(c)
  if (!found) return c.notFound()
  const sheet = typed ?? found.draft?.typed ?? blankSheet(found)
  switch (refusal.why) {
    case 'not-allowed':
      return visit.refuse()
    case 'round-unknown':
      return c.notFound()
    case 'round-frozen':
      return typed ? tooLatePage(visit, found, typed) : toRound(c, found)
    case 'draft-changed':
      return sheetPage(visit, found, { typed: sheet, say: 'draft-changed' }, 409)
    case 'nothing-to-say':
      return sheetPage(
        visit,
        found,
        { typed: sheet, say: typed ? 'nothing-to-say' : 'nothing-unchanged' },
        422,
      )
    case 'words':
      return sheetPage(visit, found, wordsRefused(found, sheet, refusal.words), 409)
  }
}

const fieldOf = { 'owner-not-here': 'owner', 'deputy-not-here': 'owner' } as const

/** The rows whose words could not be said. From here on the officer has seen what stands there: the sheet may replace it. */
function wordsRefused(
  { column }: Found,
  typed: Sheet,
  words: Extract<AnswerRefusal, { why: 'words' }>['words'],
): SheetFilled {
  const changed = column.entries.filter(
    ({ intervention }) => words.get(intervention.id) === 'changed-meanwhile',
  )
  const errors: FieldErrors = Object.fromEntries(
    [...words].map(([id, refusal]) => [
      rowField(refusal in fieldOf ? fieldOf[refusal as keyof typeof fieldOf] : 'status', id),
      refusal,
    ]),
  )
  const seen = Object.fromEntries(
    changed.map(({ intervention, cell }) => [
      rowField('version', intervention.id),
      String(cell?.version ?? 0),
    ]),
  )
  return { typed: { ...typed, ...seen }, errors, changed }
}

import { z } from 'zod'
import { inTransaction, type Visit } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addNote } from '../../actions/add-note.ts'
import { closeMatter } from '../../actions/close-matter.ts'
import type { SpeakRefusal } from '../../actions/hold-to-speak.ts'
import { joinMatter, unjoinMatter } from '../../actions/join-matters.ts'
import { keepEntry } from '../../actions/keep-entry.ts'
import { markSecret } from '../../actions/mark-secret.ts'
import { sendEntry } from '../../actions/send-entry.ts'
import { fieldsOf, type ToCompany } from '../../actions/speak.ts'
import { filled } from '../../core/fields.ts'
import {
  AnswerForm,
  CloseForm,
  JoinForm,
  longestEntry,
  NoteForm,
  PlanForm,
  SecrecyForm,
  Seen,
  stepFields,
} from '../../core/forms.ts'
import { numberIn } from '../../core/inbox.ts'
import { isDay } from '#platform/values/dates.ts'
import { templatesOf } from '../../template-store.ts'
import { joinedTo, matterWith, type Matter } from '../../thread-store.ts'
import { voiceOf } from '../../core/speaking.ts'
import { freshly, writings, type Composing } from './composing.ts'
import type { ReadMatter } from './matter-read.ts'
import { letterToCompany } from './letters.ts'
import { matterPage, wantedIn, type MatterRequest } from './matter-view.tsx'
import type { InboxSetting } from './setting.ts'
import { textsIn } from './texts.ts'
import { matterHref } from './words.tsx'

const AnyFields = z.record(z.string(), z.string())
const Deed = z
  .enum(['save', 'finish', 'send', 'insert', 'note', 'close', 'join', 'unjoin', 'secrecy'])
  .catch('save')
const Writing = z.enum(writings).catch('reply')

/** What was asked of the page of a matter, with all that is needed to answer it. */
interface Asked {
  readonly c: MatterRequest
  readonly setting: InboxSetting
  readonly visit: Visit
  readonly matter: Matter
  readonly typed: Typed
  readonly writing: Composing['writing']
  readonly seen: Seen
  readonly toCompany: ToCompany
}

/** Does what a form on the page of a matter asks for. */
export async function posted(c: MatterRequest, setting: InboxSetting): Promise<Response> {
  const visit = c.get('visit')
  if (!visit.actor) return visit.refuse()
  const wanted = wantedIn(c)
  const matter = wanted && (await inTransaction(visit, (tx) => matterWith(tx, wanted)))
  if (!matter) return c.notFound()
  const { typed } = await readForm(c.req, AnyFields)
  const asked: Asked = {
    c,
    setting,
    visit,
    matter,
    typed,
    writing: Writing.parse(typed['write']),
    seen: Seen.parse(typed),
    toCompany: { secret: setting.secret, write: letterToCompany(setting.origin) },
  }
  return deeds[Deed.parse(typed['do'])](asked)
}

const deeds: Readonly<Record<z.infer<typeof Deed>, (asked: Asked) => Promise<Response>>> = {
  save: (asked) => kept(asked, 'draft'),
  finish: (asked) => kept(asked, 'finished'),
  send: sent,
  insert: inserted,
  note: noted,
  close: closed,
  join: joined,
  unjoin: async (asked) => {
    const done = await unjoinMatter(asked.visit, asked.matter.id)
    return done.ok ? toMatter(asked, 'unjoined') : refused(asked, done.refusal)
  },
  secrecy: marked,
}

async function kept(asked: Asked, state: 'draft' | 'finished'): Promise<Response> {
  const { c, visit, matter, typed, writing, seen } = asked
  const isByItself = c.req.header('accept') === 'application/json'
  const isPlan = writing === 'plan'
  const steps = isPlan ? stepsIn(typed) : null
  const text = (typed['text'] ?? '').slice(0, longestEntry)
  const entry = { kind: isPlan ? 'plan' : 'message', text, steps, state, seen } as const
  const done = await keepEntry(visit, matter.id, entry)
  if (isByItself) return done.ok ? c.json({ version: done.value }) : c.json({ refusal: done.refusal }, 409)
  return done.ok ? toMatter(asked, state === 'draft' ? 'draft' : 'finished') : refused(asked, done.refusal)
}

/** A draft's steps as they were typed so far; a day that is none is not kept. */
function stepsIn(typed: Typed) {
  return stepFields
    .map((names) => ({ on: typed[names.on] ?? '', text: (typed[names.text] ?? '').slice(0, 200) }))
    .map((step) => ({ ...step, on: isDay(step.on) ? step.on : '' }))
    .filter(({ on, text }) => on !== '' || text !== '')
}

async function sent(asked: Asked): Promise<Response> {
  const { visit, matter, typed, writing, seen, toCompany } = asked
  if (writing === 'plan') {
    const form = PlanForm.safeParse(typed)
    if (!form.success) return invalid(asked, form.error)
    const done = await sendEntry(visit, matter.id, { kind: 'plan', ...form.data, seen }, toCompany)
    return done.ok ? toMatter(asked, 'sent') : refused(asked, done.refusal)
  }
  const form = AnswerForm.safeParse(typed)
  if (!form.success) return invalid(asked, form.error)
  const done = await sendEntry(visit, matter.id, { kind: 'message', ...form.data, seen }, toCompany)
  return done.ok ? toMatter(asked, 'sent') : refused(asked, done.refusal)
}

/** Puts a template after what stands there, its fields filled in; those that differ between companies wait until it is sent. */
async function inserted(asked: Asked): Promise<Response> {
  const { c, setting, visit, matter, typed, writing } = asked
  const voice = voiceOf(visit.actor, matter)
  const { template, isForSeveral } = await inTransaction(visit, async (tx) => ({
    template:
      voice?.municipality &&
      (await templatesOf(tx, voice.municipality)).find(({ id }) => id === typed['template']),
    isForSeveral: (await joinedTo(tx, matter.id)).length > 0,
  }))
  const { company, matter: number, ...same } = fieldsOf(matter, visit.actor?.name ?? '', visit.now)
  const values = isForSeveral ? same : { ...same, company, matter: number }
  const text = [typed['text']?.trim(), template ? filled(template.text, values) : '']
    .filter(Boolean)
    .join('\n\n')
  return matterPage(
    c,
    setting,
    () => ({ writing, typed: { ...typed, text }, errors: {}, refusal: null }),
    200,
  )
}

async function noted(asked: Asked): Promise<Response> {
  const form = NoteForm.safeParse(asked.typed)
  if (!form.success) return invalid(asked, form.error)
  const done = await addNote(asked.visit, asked.matter.id, form.data)
  return done.ok ? toMatter(asked, 'noted') : refused(asked, done.refusal)
}

async function closed(asked: Asked): Promise<Response> {
  const { visit, matter, typed, seen, toCompany } = asked
  const form = CloseForm.safeParse(typed)
  if (!form.success) return invalid(asked, form.error)
  const { law, text } = form.data
  const lawLine = law === null ? [] : [textsIn(matter.locale).letters.lawLine(law)]
  const words = [text, ...lawLine].join('\n\n')
  const done = await closeMatter(visit, matter.id, { ...form.data, text: words, seen }, toCompany)
  return done.ok ? toMatter(asked, 'closed') : refused(asked, done.refusal)
}

async function joined(asked: Asked): Promise<Response> {
  const form = JoinForm.safeParse(asked.typed)
  if (!form.success) return invalid(asked, form.error)
  const other = numberIn(form.data.other)
  const done = other && (await joinMatter(asked.visit, asked.matter.id, other))
  if (done?.ok) return toMatter(asked, 'joined')
  const refusal = done?.refusal ?? 'other-unknown'
  if (refusal === 'not-allowed') return asked.visit.refuse()
  return again(asked, { errors: { other: refusal } }, 422)
}

async function marked(asked: Asked): Promise<Response> {
  const form = SecrecyForm.safeParse(asked.typed)
  if (!form.success) return invalid(asked, form.error)
  const done = await markSecret(asked.visit, asked.matter.id, form.data.secrecy || null)
  return done.ok ? toMatter(asked, 'marked') : refused(asked, done.refusal)
}

type Done = keyof ReturnType<typeof textsIn>['matter']['saved']

function toMatter({ c, visit, matter, writing }: Asked, done: Done): Response {
  const isKept = done === 'draft' || done === 'finished'
  const query = new URLSearchParams({ done, ...(isKept ? { write: writing } : {}) })
  return c.redirect(`${matterHref(matter, visit.locale)}?${query.toString()}`, 303)
}

async function invalid(asked: Asked, error: z.ZodError): Promise<Response> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) errors[String(path[0] ?? 'text')] ??= message
  return again(asked, { errors }, 422)
}

/** Says why nothing was done; what was typed stands there still, and what stands beside it has now been seen. */
async function refused(asked: Asked, refusal: SpeakRefusal | 'names-company'): Promise<Response> {
  switch (refusal) {
    case 'not-allowed':
      return asked.visit.refuse()
    case 'matter-unknown':
      return asked.c.notFound()
    case 'names-company':
      return again(asked, { errors: { text: refusal } }, 422)
    case 'matter-closed':
    case 'draft-changed':
    case 'thread-moved':
      return again(asked, { refusal }, 409)
  }
}

async function again(
  { c, setting, typed, writing }: Asked,
  { errors = {}, refusal = null }: { errors?: FieldErrors; refusal?: Composing['refusal'] },
  status: 409 | 422,
): Promise<Response> {
  // A form beside the draft does not carry it along: it stands there as it was kept.
  const shown = (read: ReadMatter): Composing => ({
    writing,
    typed: typed['text'] === undefined ? { ...freshly(read, writing).typed, ...typed } : typed,
    errors,
    refusal,
  })
  return matterPage(c, setting, shown, status)
}

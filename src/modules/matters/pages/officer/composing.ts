import type { Visit } from '#modules/accounts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { stepFields } from '../../core/forms.ts'
import type { ReadMatter } from './matter-read.ts'

/** What may be written in a matter, one at a time. */
export const writings = ['reply', 'plan', 'call', 'note', 'close'] as const
export type Writing = (typeof writings)[number]

/** What is being written, as it was last sent. */
export interface Composing {
  readonly writing: Writing
  readonly typed: Typed
  readonly errors: FieldErrors
  /** Why nothing was done, where that is no single field's. */
  readonly refusal: 'matter-closed' | 'draft-changed' | 'thread-moved' | 'others-joined' | null
}

export interface ComposerProps {
  readonly read: ReadMatter
  readonly composing: Composing
  readonly visit: Visit
}

/** What the reader may write: all of it for who speaks to the company; a note for who only has a part. */
export function writingsFor({ voice, noteVoice, matter }: ReadMatter): readonly Writing[] {
  if (voice === null) return noteVoice === null ? [] : ['note']
  return matter.state === 'closed' ? ['reply', 'call', 'note'] : writings
}

/** What one's own town hall has begun to write of that kind. */
export function draftOf({ drafts, voice }: ReadMatter, writing: Writing) {
  const kind = writing === 'reply' ? 'message' : writing
  return drafts.find((draft) => draft.kind === kind && draft.municipality === voice?.municipality)
}

/** A page that somebody comes to: the chosen form, with what was begun in it. */
export function freshly(read: ReadMatter, asked: string | undefined): Composing {
  const possible = writingsFor(read)
  const writing = possible.find((one) => one === asked) ?? possible[0] ?? 'note'
  return { writing, typed: begun(read, writing), errors: {}, refusal: null }
}

function begun(read: ReadMatter, writing: Writing): Composing['typed'] {
  const draft = draftOf(read, writing)
  if (!draft) return {}
  const steps = (draft.steps ?? []).flatMap((step, index) => {
    const names = stepFields[index]
    return names ? [[names.on, step.on] as const, [names.text, step.text] as const] : []
  })
  return { text: draft.text, ...Object.fromEntries(steps) }
}

import type { Visit } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import { noteVoiceOf, voiceOf, type Voice } from '../../core/speaking.ts'
import { inboxRows, type InboxRow } from '../../inbox-store.ts'
import { notesOf, type Note } from '../../note-store.ts'
import { mattersLike } from '../../similar-store.ts'
import { templatesOf, type Template } from '../../template-store.ts'
import { entriesOf, type Entry } from '../../entry-store.ts'
import { filesOf, type MatterFile } from '../../file-store.ts'
import { joinedTo, type Matter } from '../../thread-store.ts'
import { riskDay } from './inbox-routes.tsx'

const mostSimilar = 5

/** All that the page of a matter shows. */
export interface ReadMatter {
  readonly matter: Matter
  readonly sent: readonly Entry[]
  readonly drafts: readonly Entry[]
  readonly files: readonly MatterFile[]
  readonly notes: readonly Note[]
  readonly similar: readonly InboxRow[]
  readonly joined: readonly Matter[]
  readonly templates: readonly Template[]
  /** By code. */
  readonly municipalities: ReadonlyMap<string, string>
  /** For whom the reader speaks to the company; null who does not. */
  readonly voice: Voice | null
  /** For whom the reader writes notes. */
  readonly noteVoice: Voice | null
  readonly riskBy: IsoDay
}

/** Reads it for whoever has opened the matter. */
export async function readMatter(tx: Tx, matter: Matter, { actor, now }: Visit): Promise<ReadMatter> {
  const entries = await entriesOf(tx, matter.id)
  const voice = voiceOf(actor, matter)
  const words = { subject: matter.subject, text: entries.find(({ side }) => side === 'company')?.text ?? '' }
  const alike = (await mattersLike(tx, words, mostSimilar + 1)).filter((id) => id !== matter.id)
  return {
    matter,
    sent: entries.filter(({ state }) => state === 'sent'),
    drafts: entries.filter(({ state }) => state !== 'sent'),
    files: await filesOf(tx, matter.id),
    notes: await notesOf(tx, matter.id),
    similar: await inboxRows(tx, { municipalities: [], topic: null }, alike.slice(0, mostSimilar)),
    joined: await joinedTo(tx, matter.id),
    templates: voice?.municipality ? await templatesOf(tx, voice.municipality) : [],
    municipalities: new Map((await municipalitiesOf(tx)).map(({ code, name }) => [code, name])),
    voice,
    noteVoice: noteVoiceOf(actor, matter),
    riskBy: riskDay(now),
  }
}

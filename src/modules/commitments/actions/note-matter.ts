import { asKeyHolder, inTransaction, type Context } from '#modules/accounts'
import * as mail from '#modules/mail'
import { receiveMatter, type NewMatter, type Receipt } from '#modules/matters'
import { keyOf, participantsOf, type Participant } from '#modules/roundtable'
import { topicsOf } from '#modules/routing'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { Locale } from '#platform/values/locale.ts'
import { saidIn } from '../core/note.ts'
import type { SentOf } from '../core/sent-forms.ts'
import { contactHere, tieMatter } from '../note-store.ts'
import { noteAt, placeToNote, type PlaceRefusal, type TablePlace } from './keep-sent.ts'

export interface NotingMatter {
  readonly secret: string
  readonly write: (receipt: Receipt, locale: Locale) => { readonly subject: string; readonly body: string }
}

export type MatterRefusal = PlaceRefusal | 'note-unknown' | 'company-unknown' | 'topic-missing'

/** The note had become a matter meanwhile; what was begun is undone. */
class TiedAlready extends Error {}

/**
 * What a company said at a table becomes its matter, with its consent: its words, its name and how it is reached are
 * there already. One note becomes one matter. The company gets a letter with the address at which it follows it.
 */
export async function noteMatter(
  context: Context,
  asked: TablePlace | null,
  sent: SentOf<'matter'>,
  { secret, write }: NotingMatter,
): Promise<Outcome<null, MatterRefusal>> {
  const { networkId, now } = context
  const found = await noteAndCompany(context, asked, sent)
  if (!found.ok || found.value === null) return found.ok ? done(null) : found
  const { text, company } = found.value
  const key = keyOf(secret, { networkId, participant: company.id })
  const contact = await inTransaction(asKeyHolder(context, key), contactHere)
  const { email = '', phone = '', locale = 'sv' } = contact ?? {}
  const matter = matterFrom({ text, topic: sent.topic, company, locale }, { email, phone })
  try {
    const received = await receiveMatter({ ...context, actor: null, key: undefined }, matter, {
      secret,
      besides: async (tx, place, receipt) => {
        const tie = { networkId, note: sent.note, matter: place.matter }
        if (!(await tieMatter(tx, tie, now))) throw new TiedAlready()
        if (email === '') return
        const letter = { networkId, to: email, ...write(receipt, locale), holdsSecret: true }
        await mail.send(tx, letter, now)
      },
    })
    return received.ok ? done(null) : refuse('topic-missing')
  } catch (error) {
    if (error instanceof TiedAlready) return done(null)
    throw error
  }
}

/** Null when the note is a matter already. */
async function noteAndCompany(
  context: Context,
  asked: TablePlace | null,
  { note: id, company: participant, topic }: SentOf<'matter'>,
): Promise<Outcome<{ readonly text: string; readonly company: Participant } | null, MatterRefusal>> {
  return inTransaction(context, async (tx) => {
    const place = await placeToNote(tx, context, asked)
    if (!place.ok) return place
    const note = await noteAt(tx, place.value, id)
    const said = note && saidIn(note)
    if (!note || !said) return refuse('note-unknown')
    if (note.matter !== null) return done(null)
    const people = await participantsOf(tx, place.value.event)
    const company = people.find((one) => one.id === participant && one.kind === 'company')
    if (!company || company.state !== 'yes') return refuse('company-unknown')
    if (!(await topicsOf(tx)).some((one) => one.id === topic)) return refuse('topic-missing')
    return done({ text: said.text, company })
  })
}

const longestSubject = 120

function matterFrom(
  said: { text: string; topic: string; company: Participant; locale: Locale },
  contact: { readonly email: string; readonly phone: string },
): NewMatter {
  const { text, topic, company, locale } = said
  const { organisation, municipality, size, branch, name } = company
  const first = text.split('\n', 1)[0] ?? text
  const letters = [...first]
  return {
    topic,
    subject: letters.length > longestSubject ? `${letters.slice(0, longestSubject - 1).join('')}…` : first,
    text,
    placeKind: municipality === null ? 'unsure' : 'places',
    places: municipality === null ? [] : [municipality],
    locality: '',
    answers: {},
    sender: {
      kind: 'company',
      company: { name: organisation, number: null, municipality, size, branch },
      contact: { name, ...contact },
      nameFor: 'answerer',
    },
    way: 'round-table',
    entrance: null,
    locale,
  }
}

import * as mail from '#modules/mail'
import { municipalitiesOf } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { matterNumber } from '../core/matter.ts'
import { leadOf } from '../core/part.ts'
import { keyOf } from '../key.ts'
import { addTownHallMessage, senderAddress } from '../part-store.ts'
import type { Moving } from './moving.ts'

/** Who leads a matter now, as the company reads it: somebody has taken it over, never that it was not somebody else's. */
export interface Taken {
  readonly locale: Locale
  readonly municipality: string
  /** Nobody led it before. */
  readonly isFirst: boolean
  readonly number: string
  /** What opens the matter. */
  readonly key: string
}

/** The words to the company, and the secret that its private address is made from. */
export interface Telling {
  readonly secret: string
  readonly say: (taken: Taken) => { readonly entry: string; readonly subject: string; readonly body: string }
}

/** Tells the company in its thread, and by mail where it has one, that a municipality has taken its matter over. */
export async function tellCompany(
  { tx, place, actor, now, matter, parts }: Moving,
  { lead, speaks }: { readonly lead: string; readonly speaks: string | null },
  { secret, say }: Telling,
): Promise<void> {
  const name = (await municipalitiesOf(tx)).find(({ code }) => code === lead)?.name ?? lead
  const { entry, subject, body } = say({
    locale: matter.locale,
    municipality: name,
    isFirst: leadOf(parts) === null,
    number: matterNumber(matter),
    key: keyOf(secret, place),
  })
  await addTownHallMessage(tx, place, {
    municipality: speaks,
    personId: actor.personId,
    text: entry,
    at: now,
  })
  const to = await senderAddress(tx, place.matter)
  // The private address stands in it.
  if (!to) return
  const { networkId, matter: id } = place
  await mail.send(tx, { networkId, to, subject, body, holdsSecret: true, matter: id }, now)
}

import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { addFiles, type SentFile } from '../file-store.ts'
import { addCompanyEntry } from '../store.ts'
import { resume } from '../time-store.ts'
import { behindKey, tellAnswerers, type KeyHolder } from './behind-key.ts'
import { askForScans } from './send-draft.ts'

interface Saying {
  readonly text: string
  readonly files: readonly SentFile[]
  readonly isScanned: boolean
}

/** A company adds something to its matter, or answers what it was asked. */
export async function sayAsCompany(
  context: KeyHolder,
  { text, files, isScanned }: Saying,
): Promise<Outcome<null, 'no-matter' | 'closed'>> {
  return behindKey(context, async (tx, place, matter) => {
    if (matter.state === 'closed') return refuse('closed')
    const at = context.now
    const entry = await addCompanyEntry(tx, place, { kind: 'message', text, way: 'page', at })
    const added = await addFiles(tx, place, files, { entry, scan: isScanned ? 'waiting' : 'none', at })
    if (isScanned) await askForScans(tx, place, added)
    if (matter.state === 'waiting') await resume(tx, place, at)
    await audit.record(tx, {
      networkId: place.networkId,
      by: null,
      at,
      did: 'matters.company-said',
      on: { kind: 'matter', id: matter.id },
      after: { entry, files: added.length },
    })
    await tellAnswerers(tx, place, 'said')
    return done(null)
  })
}

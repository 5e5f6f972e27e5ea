import { inScope, type Database } from '#platform/database/connection.ts'
import type { VirusScanner } from '#platform/files/virus-scanner.ts'
import { bytesToScan, settleScan } from '../file-store.ts'
import { digestOf, keyOf, type MatterPlace } from '../key.ts'

interface Scanning {
  readonly db: Database
  readonly secret: string
  readonly scanner: VirusScanner
}

/**
 * Has a file looked through, and lets it out or takes its bytes away. The worker reads it as the matter's own company does: its key
 * is derived, and no other right is needed.
 */
export async function scanFile(
  { db, secret, scanner }: Scanning,
  { file, ...place }: MatterPlace & { readonly file: string },
): Promise<void> {
  const scope = { networkId: place.networkId, personId: null, key: digestOf(keyOf(secret, place)) }
  const bytes = await inScope(db, scope, async (tx) => bytesToScan(tx, file))
  // Another try has settled it.
  if (!bytes) return
  const result = await scanner(bytes)
  await inScope(db, scope, async (tx) => settleScan(tx, file, result))
}

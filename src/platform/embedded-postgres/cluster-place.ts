import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mayPass } from './account.ts'
import { done } from '../outcome.ts'
import { type Attempt, refused } from './attempt.ts'
import { type Account, readIfThere, systemErrorCode, writePrivately } from './owned-files.ts'

/** Where the files of the database lie. */
export interface ClusterPlace {
  /** The folder that the cluster is in: the data folder, or one that the server's account can reach. */
  readonly home: string
  readonly cluster: string
  /** Whether the data folder has yet to be told that its database lies elsewhere. */
  readonly isNewElsewhere: boolean
}

/** The file in the data folder that says where the database lies, when it lies elsewhere. */
const signpost = 'database-is-elsewhere.json'

const inside = (home: string, isNewElsewhere = false): ClusterPlace => ({
  home,
  cluster: join(home, 'postgres'),
  isNewElsewhere,
})

/** Where an existing database lies; undefined when there is none yet. */
export async function existingPlace(dataFolder: string): Promise<Attempt<ClusterPlace | undefined>> {
  const namedIn = join(dataFolder, signpost)
  const home = homeIn(await readIfThere(namedIn))
  const place = inside(home ?? dataFolder)
  if (await isThere(place.cluster)) return done(place)
  if (home === undefined) return done(undefined)
  // Starting with a new database here would look as if everything had been lost.
  return refused({ kind: 'database-folder-missing', path: place.cluster, namedIn })
}

/**
 * Where a new database shall lie: in the data folder, unless the account that runs the server cannot get there, as in
 * a checkout under root's home. The name elsewhere is new each time: a data folder that was removed and made again
 * gets a fresh database, and the old one stays untouched.
 */
export async function newPlace(
  dataFolder: string,
  account: Account | undefined,
  shared: string,
): Promise<ClusterPlace> {
  if (mayPass(account, dataFolder)) return inside(dataFolder)
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const home = join(shared, `${hash}-${randomBytes(4).toString('hex')}`)
  await mkdir(home, { recursive: true, mode: 0o755 })
  return inside(home, true)
}

/** Puts up the signpost. Only when the cluster is whole, so that it never points at nothing. */
export async function rememberPlace(dataFolder: string, place: ClusterPlace): Promise<void> {
  const why =
    'PostgreSQL does not run as root, and its account cannot reach this folder. Move or delete both together.'
  await writePrivately(
    join(dataFolder, signpost),
    `${JSON.stringify({ databaseFolder: place.home, why }, null, 2)}\n`,
  )
}

function homeIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  const home =
    typeof value === 'object' && value && 'databaseFolder' in value ? value.databaseFolder : undefined
  if (typeof home !== 'string') throw new Error(`${signpost} does not name a folder`)
  return home
}

async function isThere(cluster: string): Promise<boolean> {
  try {
    await access(join(cluster, 'PG_VERSION'))
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false
    throw error
  }
}

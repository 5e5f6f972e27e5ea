import { spawnSync } from 'node:child_process'
import { readIfThere, isRoot, ownerOf, type Account } from './owned-files.ts'

const lastResort: Account = { uid: 65_534, gid: 65_534 }

/**
 * The account the server runs under; undefined means the program's own. PostgreSQL refuses to run as root, so root
 * lends it the account that owns the database or the data folder already, else `nobody`.
 */
export async function serverAccount(
  cluster: string | undefined,
  dataFolder: string,
): Promise<Account | undefined> {
  if (!isRoot()) return undefined
  const keeper = cluster === undefined ? undefined : await ownerOf(cluster)
  if (keeper && keeper.uid !== 0) return keeper
  const owner = await ownerOf(dataFolder)
  if (owner && owner.uid !== 0 && hasName(owner)) return owner
  return nobodyIn((await readIfThere('/etc/passwd')) ?? '')
}

/** PostgreSQL makes no database for a user that has only a number, as folders shared into a container often do. */
function hasName({ uid }: Account): boolean {
  return spawnSync('id', ['-un', String(uid)], { stdio: 'ignore' }).status === 0
}

/** The account `nobody` in the text of /etc/passwd. */
export function nobodyIn(passwd: string): Account {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .find((line) => line.startsWith('nobody:'))
      ?.split(':') ?? []
  const account = { uid: Number(uid), gid: Number(gid) }
  // macOS writes -2; and an entry that says 0 would be root under another name.
  return account.uid > 0 && account.gid > 0 ? account : lastResort
}

/** Whether an account can get to a file or folder and read it. Asked of the system itself, which knows every rule. */
export function mayRead(account: Account | undefined, path: string): boolean {
  return allowed(account, 'test -r "$1"', path)
}

/** Whether an account can pass through a folder to what is inside it. */
export function mayPass(account: Account | undefined, folder: string): boolean {
  return allowed(account, 'test -x "$1"', folder)
}

function allowed(account: Account | undefined, question: string, path: string): boolean {
  if (!account) return true
  return (
    spawnSync('/bin/sh', ['-c', question, 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  )
}

/** Why root cannot run anything under the account (a container may forbid it); undefined when it can. */
export function whyNotAs(account: Account | undefined): string | undefined {
  if (!account) return undefined
  const { error, status } = spawnSync('/bin/sh', ['-c', 'exit 0'], { ...account, cwd: '/', stdio: 'ignore' })
  if (error) return error.message
  return status === 0 ? undefined : `A shell under user id ${account.uid} ended with ${status}`
}

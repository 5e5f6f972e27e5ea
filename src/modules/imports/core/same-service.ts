/**
 * Where an address found in an answer leads, if that is within the service that gave it; null if it leads elsewhere.
 * A service behind a proxy may write `http:` where it is reached by `https:`; the way it is reached is kept.
 */
export function sameService(address: string, found: string): string | null {
  const from = new URL(address)
  if (!URL.canParse(found, from)) return null
  const to = new URL(found, from)
  const isSame =
    to.host === from.host && /^https?:$/.test(to.protocol) && to.username === '' && to.password === ''
  return isSame ? `${from.origin}${to.pathname}${to.search}` : null
}

const redirects = new Set([301, 302, 303, 307, 308])

/** Whether an answer only says where the answer is. */
export function isRedirect(status: number): boolean {
  return redirects.has(status)
}

/** So often an answer may lead on to another address. */
export const mostRedirects = 3

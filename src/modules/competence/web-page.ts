import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import type { ReachesPage } from './actions/ask-links.ts'

const patience = 10_000

/** Addresses of one's own machine and house: a partner's link must not make the program knock on doors inside. */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['::ffff:0:0', 96],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

/** Asks a page on the open web whether it is there. Where it leads on to is not followed: that it answers is enough. */
export const reachesPage: ReachesPage = async (url) => {
  try {
    const { hostname } = new URL(url)
    if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return false
    const found = await lookup(hostname, { all: true })
    if (found.some(({ address, family }) => inside.check(address, family === 6 ? 'ipv6' : 'ipv4')))
      return false
    const answer = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    // Some refuse to be asked without being read; that they say so shows that they are there.
    return answer.status < 400 || [403, 405, 429].includes(answer.status)
  } catch {
    return false
  }
}

import pg from 'pg'

/**
 * Hears of every change to what public pages may show, whichever process made it. Tells when it can no longer hear,
 * and tries again until stopped.
 */
export function listenForChanges(
  url: string,
  hear: { readonly change: () => void; readonly listening: (isListening: boolean) => void },
): { readonly stop: () => Promise<void> } {
  let client: pg.Client | undefined
  let isStopped = false
  let retry: NodeJS.Timeout | undefined

  const attempt = () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    client = fresh
    let isLost = false
    // However a connection ends, and however often it says so, one new attempt follows.
    const lost = () => {
      if (isLost) return
      isLost = true
      hear.listening(false)
      fresh.end().catch(() => undefined)
      if (!isStopped) retry = setTimeout(attempt, 1000)
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', hear.change)
    const listen = async () => {
      await fresh.connect()
      await fresh.query('listen samsyn_changed')
      if (!isLost) hear.listening(true)
    }
    listen().catch(lost)
  }
  attempt()

  return {
    stop: async () => {
      isStopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}

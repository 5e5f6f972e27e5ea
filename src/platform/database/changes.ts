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

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    let isLost = false
    const lost = () => {
      if (isLost) return
      isLost = true
      hear.listening(false)
      if (!isStopped) retry = setTimeout(attempt, 1000)
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', hear.change)
    client = fresh
    await fresh.connect()
    await fresh.query('listen samsyn_changed')
    hear.listening(true)
  }
  // A failed attempt has told its 'error' or 'end' listener already, which tries again.
  const attempt = () => {
    connect().catch(() => {
      hear.listening(false)
      if (!isStopped && !retry) retry = setTimeout(attempt, 1000)
    })
    retry = undefined
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

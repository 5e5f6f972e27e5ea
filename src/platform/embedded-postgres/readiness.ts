import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { admin } from './cluster.ts'

/** Seconds without a sign of life after which a start has failed. */
const patience = 60

/** The address of a database of the embedded server, as its administrator. */
export function addressOf(port: number, password: string, database: string): string {
  return `postgres://${admin}:${password}@127.0.0.1:${port}/${database}`
}

/** Waits for the server to accept connections. Answers 'ready', or why it will not. */
export async function firstAnswer(options: {
  readonly port: number
  readonly password: string
  readonly hasEnded: () => boolean
}): Promise<string> {
  const url = addressOf(options.port, options.password, 'postgres')
  let deadline = performance.now() + patience * 1000
  while (!options.hasEnded() && performance.now() < deadline) {
    const answer = await knock(url)
    if (answer === 'ready') return answer
    if (answer === 'starting') {
      // Recovery takes as long as it takes; to stop it would only make it begin anew.
      deadline = performance.now() + patience * 1000
    } else if (answer !== 'silent') return answer
    await sleep(20)
  }
  return options.hasEnded() ? 'The server ended.' : `The server did not answer within ${patience} seconds.`
}

/** Tries to connect once: 'ready', 'starting' (it answers, but not yet to us), 'silent', or a refusal in its words. */
async function knock(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A connection that breaks while it is closed is of no interest; without a listener it would end the program.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    if (!(error instanceof DatabaseError)) return 'silent'
    return error.code === '57P03' ? 'starting' : error.message
  } finally {
    await client.end().catch(() => undefined)
  }
}

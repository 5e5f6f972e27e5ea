import { connect, type Socket } from 'node:net'
import { finished } from 'node:stream/promises'

/** Looks through a file's bytes; throws when no answer can be had. */
export type VirusScanner = (bytes: Uint8Array) => Promise<'clean' | 'infected'>

const pieceSize = 64 * 1024
const patience = 60_000

/**
 * Asks ClamAV's daemon at `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`: bytes in pieces, each after its length, and a piece of
 * none at the end (clamd(8), INSTREAM).
 */
export function clamav(url: string): VirusScanner {
  const { protocol, hostname, port, pathname } = new URL(url)
  const place =
    protocol === 'unix:' ? { path: pathname } : { host: hostname, port: port === '' ? 3310 : Number(port) }
  return async (bytes) => {
    const socket = connect(place)
    socket.setTimeout(patience, () => socket.destroy(new Error('the virus scanner does not answer')))
    const answer = answerOn(socket)
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const piece = bytes.subarray(at, at + pieceSize)
      socket.write(lengthOf(piece.length))
      socket.write(piece)
    }
    socket.end(lengthOf(0))
    return verdictIn(await answer)
  }
}

function lengthOf(length: number): Buffer {
  const field = Buffer.alloc(4)
  field.writeUInt32BE(length)
  return field
}

async function answerOn(socket: Socket): Promise<string> {
  let said = ''
  socket.on('data', (piece: Buffer) => (said += piece.toString('latin1')))
  await finished(socket)
  return said
}

/** `stream: OK`, or `stream: Win.Test.EICAR_HDB-1 FOUND`; anything else is no verdict. */
function verdictIn(said: string): 'clean' | 'infected' {
  const answer = said.replaceAll('\0', '').trim()
  if (answer === 'stream: OK') return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  throw new Error(`the virus scanner gave no verdict: ${answer.slice(0, 100)}`)
}

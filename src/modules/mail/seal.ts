import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const [nonceLength, tagLength] = [12, 16]

/** A text that only this installation reads again: a letter with a private address may have to be sent once more. */
export function sealed(secret: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The text again; throws when it was sealed with another secret or has been changed. */
export function unsealed(secret: string, bytes: Uint8Array): string {
  const [nonce, tag] = [bytes.subarray(0, nonceLength), bytes.subarray(nonceLength, nonceLength + tagLength)]
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), nonce).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString(
    'utf8',
  )
}

function keyFrom(secret: string): Buffer {
  return createHash('sha256').update(`letters ${secret}`).digest()
}

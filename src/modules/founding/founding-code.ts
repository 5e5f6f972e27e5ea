import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

// Without i, l, o, 0 and 1: the code may have to be read off a screen and typed.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 12

/** The code that shows that somebody may found the network: whoever can read what the program prints when it starts. */
export function foundingCode(secret: string): string {
  let rest = BigInt(`0x${createHmac('sha256', secret).update('founding code').digest('hex')}`)
  const base = BigInt(alphabet.length)
  let code = ''
  while (code.length < length) {
    code += alphabet.charAt(Number(rest % base))
    rest /= base
  }
  return code
}

/** Whether the code is the right one; the answer takes as long whatever was given. */
export function isFoundingCode(secret: string, given: string): boolean {
  return timingSafeEqual(digest(foundingCode(secret)), digest(given.trim().toLowerCase()))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundingCode, isFoundingCode } from './founding-code.ts'

const secret = 'a secret that only this test uses'

describe('the founding code', () => {
  test('is twelve characters that cannot be mistaken for each other', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(foundingCode(any)).toMatch(/^[abcdefghjkmnpqrstuvwxyz2-9]{12}$/)
      }),
    )
  })

  test('is the same for the same secret, so that it survives a restart, and another for another', () => {
    expect(foundingCode(secret)).toBe(foundingCode(secret))
    expect(foundingCode(secret)).not.toBe(foundingCode(`${secret}.`))
  })

  test('may be typed in capitals, with a space around it', () => {
    expect(isFoundingCode(secret, ` ${foundingCode(secret).toUpperCase()} `)).toBe(true)
  })

  test('is refused when empty, a part, longer, or another installation’s', () => {
    const code = foundingCode(secret)
    for (const wrong of [
      '',
      code.slice(0, 11),
      `${code}a`,
      foundingCode('another'),
      '\u0000',
      'å'.repeat(5000),
    ]) {
      expect(isFoundingCode(secret, wrong)).toBe(false)
    }
  })
})

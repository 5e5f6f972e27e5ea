import { afterEach, expect, test } from 'vitest'
import { startScanner, type TestScanner } from './testing.ts'
import { clamav } from './virus-scanner.ts'

const scanners: TestScanner[] = []
afterEach(async () => {
  for (const scanner of scanners.splice(0)) await scanner.stop()
})

async function scannerAt(options: Parameters<typeof startScanner>[0] = {}): Promise<TestScanner> {
  const scanner = await startScanner(options)
  scanners.push(scanner)
  return scanner
}

test.each([
  ['nothing', Buffer.alloc(0), 'clean'],
  ['a small file', Buffer.from('hej'), 'clean'],
  ['a file of many pieces', Buffer.alloc(300_000, 'a'), 'clean'],
  ['what it knows to be harmful', Buffer.from('…EICAR…'), 'infected'],
])('%s is looked through whole', async (_name, bytes, verdict) => {
  const scanner = await scannerAt()
  expect(await clamav(scanner.url)(bytes)).toBe(verdict)
  expect(scanner.received.map((one) => one.equals(bytes))).toEqual([true])
})

test('it is asked through a socket of the machine too', async () => {
  const scanner = await scannerAt({ isLocal: true })
  expect(scanner.url).toMatch(/^unix:\/\/\//)
  expect(await clamav(scanner.url)(Buffer.from('EICAR'))).toBe('infected')
})

test.each([
  ['refuses the size', 'INSTREAM size limit exceeded. ERROR\0'],
  ['says nothing', ''],
  ['says what it never says', 'stream: OK maybe\0'],
])('a scanner that %s gives no verdict', async (_name, answer) => {
  const scanner = await scannerAt({ answer })
  await expect(clamav(scanner.url)(Buffer.from('hej'))).rejects.toThrow('no verdict')
})

test('a scanner that is not there gives no verdict', async () => {
  const scanner = await scannerAt()
  await scanner.stop()
  await expect(clamav(scanner.url)(Buffer.from('hej'))).rejects.toThrow('ECONNREFUSED')
})

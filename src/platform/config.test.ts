import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('everything that can be set is read', () => {
  const reading = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    SAMSYN_URL: 'https://samsyn.example.org',
    DATABASE_URL: 'postgres://owner:x@db.example.org/samsyn',
    SAMSYN_DATA: '/srv/samsyn',
    SAMSYN_SECRET: 's'.repeat(32),
    SMTP_URL: 'smtp://mail.example.org',
    MAIL_FROM: 'Nätverket <natverket@example.org>',
    MAIL_REPLY_ADDRESS: 'Svar@example.org',
    IMAP_URL: 'imaps://svar:x@mail.example.org/INBOX',
    MAIL_WEBHOOK_SECRET: 'w'.repeat(16),
    CLAMAV_URL: 'tcp://scanner.example.org:3310',
    LOG_LEVEL: 'warn',
    KOLADA_URL: 'https://kolada.example.org',
    SUSA_URL: 'https://susa.example.org/emil3',
    SAMSYN_OFFICES: '/srv/offices.json',
    TRUST_PROXY: 'true',
    EMBED_ORIGINS: 'https://www.ale.se/, https://www.lerum.se',
    CHECK_LINKS: 'true',
    NODE_ENV: 'development',
  })
  expect(reading).toEqual({
    ok: true,
    config: {
      embedOrigins: ['https://www.ale.se', 'https://www.lerum.se'],
      checksLinks: true,
      port: 8080,
      host: '0.0.0.0',
      baseUrl: 'https://samsyn.example.org',
      databaseUrl: 'postgres://owner:x@db.example.org/samsyn',
      dataFolder: '/srv/samsyn',
      secret: 's'.repeat(32),
      smtpUrl: 'smtp://mail.example.org',
      mailFrom: 'Nätverket <natverket@example.org>',
      mailReplyAddress: 'svar@example.org',
      imapUrl: 'imaps://svar:x@mail.example.org/INBOX',
      mailWebhookSecret: 'w'.repeat(16),
      clamavUrl: 'tcp://scanner.example.org:3310',
      logLevel: 'warn',
      koladaUrl: 'https://kolada.example.org',
      susaUrl: 'https://susa.example.org/emil3',
      officesFile: '/srv/offices.json',
      trustProxy: true,
      isDevelopment: true,
    },
  })
})

test('nothing needs to be set, and what is empty is not set', () => {
  const reading = readConfig({ PORT: '', DATABASE_URL: '' })
  expect(reading).toMatchObject({ ok: true, config: { port: 3000, host: '127.0.0.1', trustProxy: false } })
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'not an address'],
  ['SAMSYN_SECRET', 'short'],
  ['LOG_LEVEL', 'loud'],
  ['IMAP_URL', 'https://mail.example.org'],
  ['CLAMAV_URL', 'http://scanner.example.org'],
])('%s=%s is refused by name', (name, value) => {
  const reading = readConfig({ [name]: value })
  expect(reading.ok).toBe(false)
  expect(!reading.ok && reading.problems.join()).toContain(name)
})

test('every variable is in the README', async () => {
  const { readFile } = await import('node:fs/promises')
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const source = await readFile(new URL('./config.ts', import.meta.url), 'utf8')
  const names = [...source.matchAll(/^ {2}([A-Z_]+): z\./gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(8)
  for (const name of names.filter((one) => one !== 'NODE_ENV')) expect(readme).toContain(`\`${name}\``)
})

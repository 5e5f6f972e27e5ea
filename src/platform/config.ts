import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SAMSYN_URL: z.url().optional(),
  DATABASE_URL: z.url().optional(),
  SAMSYN_DATA: z.string().min(1).default('.samsyn'),
  SAMSYN_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().min(3).default('Samsyn <samsyn@localhost>'),
  MAIL_REPLY_ADDRESS: z.email().optional(),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  MAIL_WEBHOOK_SECRET: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  CLAMAV_URL: z.url({ protocol: /^(?:tcp|unix)$/ }).optional(),
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }))),
  CHECK_LINKS: z.stringbool().default(false),
  KOLADA_URL: z.url().default('https://api.kolada.se'),
  SUSA_URL: z.url().optional(),
  SAMSYN_OFFICES: z.string().min(1).optional(),
  TRUST_PROXY: z.stringbool().default(false),
  NODE_ENV: z.string().default('production'),
})

/** What the operator has set, read once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach the program, when a proxy stands before it; else derived from host and port. */
  readonly baseUrl: string | undefined
  /** The database owner's address; absent means the embedded server. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** Shared by all processes of an installation; the embedded mode keeps its own in the data folder. */
  readonly secret: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where letters can be answered, `svar@example.org`: each gets an address of its own, `svar+…@example.org`. */
  readonly mailReplyAddress: string | undefined
  /** The mailbox that answers come to, `imaps://user:password@host/INBOX`. */
  readonly imapUrl: string | undefined
  /** By which whoever hands in a mail over HTTP signs it. */
  readonly mailWebhookSecret: string | undefined
  /** Where ClamAV's daemon listens, `tcp://…` or `unix://…`; absent means that files are not looked through. */
  readonly clamavUrl: string | undefined
  /** The websites that may show the finder of supports inside their own pages, `https://www.ale.se`. */
  readonly embedOrigins: readonly string[]
  /** Whether the supports' own pages are asked each night whether they are still there; off, since it calls third parties. */
  readonly checksLinks: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Where Kolada is asked for figures. */
  readonly koladaUrl: string
  /** Where courses are fetched from, in the shape of Susa-navet's EMIL 3; absent means that none are. */
  readonly susaUrl: string | undefined
  /** A file with the statistics offices to fetch tables from; absent means those known from the start. */
  readonly officesFile: string | undefined
  /** Whether the visitor's address is read from X-Forwarded-For. */
  readonly trustProxy: boolean
  readonly isDevelopment: boolean
}

export type ConfigReading = { ok: true; config: Config } | { ok: false; problems: string[] }

/**
 * Reads the configuration from environment variables; command-line `--port` and `--data` win over them.
 * Empty variables count as not set.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigReading {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    }
  }
  const env = parsed.data
  return {
    ok: true,
    config: {
      port: env.PORT,
      host: env.HOST,
      baseUrl: env.SAMSYN_URL,
      databaseUrl: env.DATABASE_URL,
      dataFolder: env.SAMSYN_DATA,
      secret: env.SAMSYN_SECRET,
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
      mailReplyAddress: env.MAIL_REPLY_ADDRESS?.toLowerCase(),
      imapUrl: env.IMAP_URL,
      mailWebhookSecret: env.MAIL_WEBHOOK_SECRET,
      clamavUrl: env.CLAMAV_URL,
      embedOrigins: env.EMBED_ORIGINS.map((url) => new URL(url).origin),
      checksLinks: env.CHECK_LINKS,
      logLevel: env.LOG_LEVEL,
      koladaUrl: env.KOLADA_URL,
      susaUrl: env.SUSA_URL,
      officesFile: env.SAMSYN_OFFICES,
      trustProxy: env.TRUST_PROXY,
      isDevelopment: env.NODE_ENV === 'development',
    },
  }
}

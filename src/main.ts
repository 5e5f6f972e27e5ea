import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { foundingCode } from '#modules/founding'
import { hasAnyNetwork } from '#modules/region'
import { systemClock } from '#platform/clock.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { openDatabase, openPool } from '#platform/database/connection.ts'
import { prepareDatabase, UnusableDatabase, type RoleUrls } from '#platform/database/prepare.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { createLog } from '#platform/log.ts'
import { addressOf } from '#ui/addresses.ts'
import { checkFigures } from './figure-check.ts'
import { startProgram } from './program.ts'
import { plantFirstNetwork } from './seed.ts'
import { Progress, sentenceFor } from './terminal.ts'

const commands = ['start', 'web', 'worker', 'migrate', 'check'] as const
type Command = (typeof commands)[number]

const usage = `samsyn start    database, web and worker in one (what npm start runs)
samsyn web      answers requests; DATABASE_URL and SAMSYN_SECRET must be set
samsyn worker   takes jobs; DATABASE_URL and SAMSYN_SECRET must be set
samsyn migrate  brings the database up to date and stops
samsyn check    compares what is derived from the figures with the figures, and stops

  --port 3000   the port to answer on
  --data DIR    the folder for the embedded database
  --rebuild     check makes anew what is not right
  --empty       start without the Göteborg Region, to set up a network of your own; web, worker and migrate
                never load it`

/** A way the program cannot go on, told in a sentence instead of a stack. */
class Stop extends Error {}

// The built program stands in dist/server, the data and the built pages beside it.
const root = resolve(fileURLToPath(new URL('../../', import.meta.url)))
const progress = new Progress((line) => console.log(line))

interface Invocation {
  readonly command: Command
  readonly config: Config
  readonly isEmpty: boolean
  readonly mends: boolean
}

function readInvocation(): Invocation {
  const { values, positionals } = readArguments()
  const command = commands.find((name) => name === (positionals[0] ?? 'start'))
  if (values.help || !command || positionals.length > 1) throw new Stop(usage)
  const environment = {
    ...process.env,
    ...(values.port ? { PORT: values.port } : {}),
    ...(values.data ? { SAMSYN_DATA: values.data } : {}),
  }
  const reading = readConfig(environment)
  if (!reading.ok) throw new Stop(`The configuration is not right:\n  ${reading.problems.join('\n  ')}`)
  return { command, config: reading.config, isEmpty: values.empty ?? false, mends: values.rebuild ?? false }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        rebuild: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

interface Ground {
  readonly ownerUrl: string
  readonly secret: string
  readonly embedded: EmbeddedPostgres | null
}

async function openGround(config: Config): Promise<Ground> {
  if (config.databaseUrl) {
    if (!config.secret) {
      throw new Stop(
        'DATABASE_URL is set but SAMSYN_SECRET is not. Set it to at least 32 random characters, the same for every process: openssl rand -base64 32',
      )
    }
    return { ownerUrl: config.databaseUrl, secret: config.secret, embedded: null }
  }
  const started = await startEmbeddedPostgres({
    dataFolder: resolve(config.dataFolder),
    progress: (step) => progress.step(step),
  })
  if (!started.ok) throw new Stop(sentenceFor(started.refusal))
  return {
    ownerUrl: started.value.url,
    secret: config.secret ?? started.value.secret,
    embedded: started.value,
  }
}

async function prepare(ground: Ground, plants: boolean): Promise<RoleUrls> {
  progress.step('Bringing the database up to date')
  const urls = await prepareDatabase(ground.ownerUrl, ground.secret)
  if (plants) {
    progress.step('Loading the Göteborg Region')
    const pool = openPool(ground.ownerUrl, () => undefined, 1)
    try {
      await plantFirstNetwork(openDatabase(pool), join(root, 'data'), systemClock(), ground.secret)
    } finally {
      await pool.end()
    }
  }
  return urls
}

async function run({ command, config, isEmpty, mends }: Invocation): Promise<void> {
  if (!['start', 'check'].includes(command) && !config.databaseUrl) {
    throw new Stop(`samsyn ${command} needs DATABASE_URL. Without a database of your own, use npm start.`)
  }
  const ground = await openGround(config)
  try {
    // The example region belongs to trying the program; an operator's own database stays empty until it is founded.
    const urls = await prepare(ground, command === 'start' && !isEmpty)
    progress.end()
    if (command === 'migrate') console.log('The database is up to date.')
    else if (command === 'check') await check(ground, mends)
    else await serve(command, config, ground, urls)
  } catch (error) {
    await ground.embedded?.stop()
    throw error
  }
}

/** Tells how the figures are, and ends with 1 where something is not right. */
async function check(ground: Ground, mends: boolean): Promise<void> {
  const pool = openPool(ground.ownerUrl, () => undefined, 1)
  try {
    const { lines, isWell } = await checkFigures(openDatabase(pool), mends)
    for (const line of lines) console.log(line)
    process.exitCode = isWell ? 0 : 1
  } finally {
    await pool.end()
    await ground.embedded?.stop()
  }
}

async function serve(
  command: 'start' | 'web' | 'worker',
  config: Config,
  ground: Ground,
  urls: RoleUrls,
): Promise<void> {
  progress.step('Starting')
  const log = createLog(
    command === 'start' && config.logLevel === 'info' && !config.databaseUrl ? 'warn' : config.logLevel,
  )
  const does = { web: command !== 'worker', work: command !== 'web' }
  const program = await startProgram({
    config,
    urls,
    secret: ground.secret,
    root,
    log,
    clock: systemClock,
    does,
  })
  progress.end()
  if (!config.smtpUrl && config.databaseUrl) {
    console.log(
      'SMTP_URL is not set: no mail is sent. Letters can be read at /post, on this machine, if no proxy is set.',
    )
  }
  if (does.web) {
    await ground.embedded?.announce(program.origin)
    console.log(`Samsyn is ready: ${await firstAddress(program.origin, urls, ground.secret)}`)
  } else {
    console.log('Samsyn takes jobs.')
  }

  let isStopping = false
  const stop = async (exitCode: number) => {
    if (isStopping) return
    isStopping = true
    try {
      await program.stop()
    } finally {
      await ground.embedded?.stop()
    }
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stop(0).catch(() => process.exit(1))
    })
  }
  ground.embedded?.lost.then(
    (lines) => {
      console.error(`The database has stopped by itself. Its last words:\n${lines.join('\n')}`)
      return stop(1)
    },
    () => stop(1),
  )
}

/** Where there is no network yet, the address of the page that founds one, with the code that only the operator sees. */
async function firstAddress(origin: string, urls: RoleUrls, secret: string): Promise<string> {
  const pool = openPool(urls.program, () => undefined, 1)
  try {
    const isFounded = await hasAnyNetwork(openDatabase(pool))
    return isFounded ? origin : `${origin}${addressOf('founding', 'sv')}?kod=${foundingCode(secret)}`
  } finally {
    await pool.end()
  }
}

function sentenceOf(error: unknown, config: Config | undefined): string | null {
  if (error instanceof Stop || error instanceof UnusableDatabase) return error.message
  const code = (error as { code?: string } | null)?.code ?? ''
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${config?.port} is taken by another program. Choose another: npm start -- --port ${(config?.port ?? 3000) + 1}`
    case 'EACCES':
      return `Port ${config?.port} may not be used by this account. Choose one above 1023: npm start -- --port 3000`
    case 'EADDRNOTAVAIL':
      return `HOST=${config?.host} is not an address of this machine.`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return 'The database in DATABASE_URL does not answer. Check the host and port, and that the server runs.'
    case '28P01':
    case '28000':
      return 'The database in DATABASE_URL refuses the user name or password.'
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Create it: createdb NAME'
    case '53100':
      return 'The disk of the database is full. Nothing was changed. Make room and start again.'
    default:
      return null
  }
}

let invocation: Invocation | undefined
try {
  invocation = readInvocation()
  await run(invocation)
} catch (error) {
  progress.end()
  const sentence = sentenceOf(error, invocation?.config)
  console.error(sentence ?? error)
  process.exit(1)
}

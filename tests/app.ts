import { createApp, type AppParts } from '../src/app.ts'
import { openSignIn } from '../src/modules/accounts/index.ts'
import { openKoladaCatalogue, openOffices, patientSettings } from '../src/modules/imports/index.ts'
import { openYhOutcomes } from '../src/modules/courses/index.ts'
import { openConcepts } from '../src/modules/skills/index.ts'
import { PageCache } from '../src/platform/http/page-cache.ts'
import { createLog } from '../src/platform/log.ts'
import { developmentAssets } from '../src/ui/assets.ts'
import type { TestDatabase } from './database.ts'
import { testSecret } from './server.ts'
import { testNow } from './people.ts'

export interface TestApp {
  readonly app: ReturnType<typeof createApp>
  readonly origin: string
  readonly close: () => Promise<void>
}

/** The whole program as one application, asked in process, for the network with that id. */
export function testApp(
  database: TestDatabase,
  networkId: string,
  changed: Partial<Pick<AppParts, 'config' | 'log' | 'clock'>> = {},
): TestApp {
  const origin = `http://prov-${networkId.slice(0, 8)}.example.org`
  const signIn = openSignIn({ url: database.urls.sign_in, origin, secret: testSecret })
  const app = createApp({
    config: {
      trustProxy: false,
      isDevelopment: false,
      clamavUrl: undefined,
      mailWebhookSecret: undefined,
      embedOrigins: [],
    },
    origin,
    secret: testSecret,
    db: database.db,
    mailboxDb: null,
    signIn,
    sources: {
      catalogue: openKoladaCatalogue('data'),
      concepts: openConcepts('data'),
      yhOutcomes: openYhOutcomes('data'),
      offices: openOffices([], { ...patientSettings, fetch, random: () => 0, userAgent: 'test' }, () => 0),
    },
    cache: new PageCache(),
    assets: developmentAssets,
    clientFolder: null,
    dataFolder: 'data/sweden',
    clock: () => testNow,
    log: createLog('silent'),
    ...changed,
  })
  return { app, origin, close: async () => signIn.close() }
}

import { serve, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context } from 'hono'
import { officeVersion1 } from './server-v1.ts'
import { officeVersion2 } from './server-v2.ts'
import { problem, type PxWebSettings } from './settings.ts'

/** What may go wrong with the next answer. */
export type Trouble =
  | 'error-500'
  | 'error-503-retry-after'
  | 'too-many-calls'
  | 'bad-gateway-page'
  | 'never-answers'
  | 'cut-off'
  | 'broken-json'
  | 'wrong-size'
  | 'html'
  | 'other-values'
  | 'odd-letters'
  | 'redirect'
  | 'redirect-elsewhere'
  | 'gone'

export interface PxWebServer {
  /** Version 2, up to `/v2`. */
  readonly base2: string
  /** Version 1, up to the language. */
  readonly base1: string
  /** What was asked, in order, with what was answered. */
  readonly calls: readonly { readonly asked: string; readonly status: number }[]
  /** The next answers to paths that hold the words go wrong, one after the other. */
  trouble(path: string, ...troubles: readonly Trouble[]): void
  close(): Promise<void>
}

/** A statistics office on a port of its own: it speaks both versions over recorded answers, and misbehaves when told. */
export async function startPxWeb(settings: PxWebSettings): Promise<PxWebServer> {
  const calls: { asked: string; status: number }[] = []
  const planned: { path: string; trouble: Trouble }[] = []
  const arrivals: number[] = []
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.use(async (context, next) => {
    const asked = `${context.req.method} ${decodeURI(context.req.path)}`
    const now = settings.now()
    arrivals.push(now)
    const recent = arrivals.filter((arrival) => arrival > now - settings.windowSeconds * 1000)
    const at = planned.findIndex(({ path }) => asked.includes(path))
    const [plan] = at < 0 ? [] : planned.splice(at, 1)
    if (recent.length > settings.calls) context.res = problem(429, 'Too many requests')
    else if (plan) context.res = await misbehave(plan.trouble, context, next)
    else await next()
    calls.push({ asked, status: context.res.status })
  })
  app.route('/api/v2', officeVersion2(settings))
  app.route('/api/v1/sv', officeVersion1(settings))

  const { server, port } = await listen(app)
  return {
    base2: `http://127.0.0.1:${port}/api/v2`,
    base1: `http://127.0.0.1:${port}/api/v1/sv`,
    calls,
    trouble: (path, ...troubles) => {
      planned.push(...troubles.map((trouble) => ({ path, trouble })))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function listen(
  app: Hono<{ Bindings: HttpBindings }>,
): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, port }),
    )
  })
}

const page = '<!DOCTYPE html><html><body>Not here</body></html>'

async function misbehave(
  trouble: Trouble,
  context: Context<{ Bindings: HttpBindings }>,
  next: () => Promise<void>,
): Promise<Response> {
  switch (trouble) {
    case 'error-500':
      return problem(500, 'Internal Server Error')
    case 'error-503-retry-after':
      return problem(503, 'Service Unavailable', { 'retry-after': '0' })
    case 'too-many-calls':
      return problem(429, 'Too many requests')
    case 'gone':
      return problem(410, 'Gone')
    case 'bad-gateway-page':
      return new Response(page, { status: 502, headers: { 'content-type': 'text/html' } })
    case 'html':
      return new Response(page, { headers: { 'content-type': 'text/html' } })
    case 'never-answers':
      return new Promise(() => undefined)
    case 'cut-off':
      return cutOff(context)
    case 'redirect':
      return context.redirect(`${context.req.url}&again`, 307)
    case 'redirect-elsewhere':
      return context.redirect('http://127.0.0.1:1/', 307)
    case 'broken-json':
    case 'wrong-size':
    case 'other-values':
    case 'odd-letters':
      await next()
      return spoil(trouble, await context.res.text())
  }
}

/** Promises more than it sends, then drops the line. */
function cutOff({ env }: Context<{ Bindings: HttpBindings }>): Response {
  env.outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  env.outgoing.write('{"version":', () => env.incoming.socket.destroy())
  return RESPONSE_ALREADY_SENT
}

function spoil(
  trouble: 'broken-json' | 'wrong-size' | 'other-values' | 'odd-letters',
  body: string,
): Response {
  if (trouble === 'broken-json') return new Response(body.slice(0, body.length / 2))
  if (trouble === 'odd-letters')
    return new Response(body.replace('"label":"', String.raw`"label":"\u0000\ud83d`))
  if (trouble === 'other-values') return new Response(body.replace('"01"', '"99"').replace('"01"', '"99"'))
  const json = JSON.parse(body) as { value: unknown[] }
  return Response.json({ ...json, value: json.value.slice(1) })
}

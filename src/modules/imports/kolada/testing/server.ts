import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A record of data as Kolada writes it, and the day it last changed. */
export interface DataRow {
  readonly kpi: string
  readonly municipality: string
  readonly period: number
  readonly values: readonly unknown[]
  readonly changedOn?: string
}

/** What the server knows, as Kolada writes it. */
export interface Served {
  readonly kpis?: readonly { readonly id: string }[]
  readonly municipalities?: readonly { readonly id: string }[]
  readonly groups?: readonly { readonly id: string }[]
  readonly data?: readonly DataRow[]
}

/** What goes wrong, in the next answers, in the order they are told. */
export type Trouble =
  | { readonly kind: 'too-many'; readonly retryAfter?: string }
  | { readonly kind: 'status'; readonly status: number }
  /** No answer at all, until the other side gives up. */
  | { readonly kind: 'silence' }
  /** The headers and half a body, then nothing. */
  | { readonly kind: 'half-silence' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The page as it would be, changed. */
  | { readonly kind: 'page'; readonly change: (page: KoladaPage) => unknown }
  /** Any text or bytes instead of the page. */
  | { readonly kind: 'body'; readonly body: string | Uint8Array }

export interface KoladaPage {
  readonly values: readonly unknown[]
  readonly count: number
  readonly next_url: string | null
  readonly previous_url: string | null
}

export interface KoladaServer {
  readonly origin: string
  /** Path and query of every question, in order. */
  readonly asked: string[]
  readonly trouble: (...troubles: readonly Trouble[]) => void
  readonly close: () => Promise<void>
}

const mostPerPage = 5000
const mostIds = 25

/** Starts a server on a free port of this machine that answers as Kolada's version 3 does. */
export async function koladaServer(served: Served): Promise<KoladaServer> {
  const asked: string[] = []
  const troubles: Trouble[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response, served, troubles.shift())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    trouble: (...more) => {
      troubles.push(...more)
    },
    close: async () => closed(server),
  }
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  trouble: Trouble | undefined,
): void {
  const address = new URL(request.url ?? '', `http://${request.headers.host}`)
  const found = rowsFor(address, served)
  const page = typeof found === 'number' ? found : pageOf(address, found)
  switch (trouble?.kind) {
    case undefined:
      return typeof page === 'number' ? refused(response, page) : send(response, JSON.stringify(page))
    case 'too-many':
      response.setHeader('retry-after', trouble.retryAfter ?? '0')
      return refused(response, 429)
    case 'status':
      return refused(response, trouble.status)
    case 'silence':
      return
    case 'half-silence':
      response.write(JSON.stringify(page).slice(0, 20))
      return
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
      response.write(JSON.stringify(page).slice(0, 20), () => request.socket.destroy())
      return
    case 'redirect':
      response.writeHead(307, { location: trouble.to }).end()
      return
    case 'page':
      return send(response, JSON.stringify(typeof page === 'number' ? page : trouble.change(page)))
    case 'body':
      return send(response, trouble.body)
  }
}

function send(response: ServerResponse, body: string | Uint8Array): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body)
}

function refused(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ detail: `HTTP ${status}` }))
}

/** The rows that an address asks for, or the status it is refused with. */
function rowsFor(address: URL, served: Served): readonly unknown[] | number {
  const [, version, entity = '', ...parts] = address.pathname.split('/')
  if (version !== 'v3') return version === 'v2' ? 410 : 404
  const isTooMuch = Number(address.searchParams.get('per_page') ?? mostPerPage) > mostPerPage
  if (isTooMuch || parts.some((part) => part.split(',').length > mostIds)) return 422
  if (entity === 'data') {
    return parts.length < 4 ? 404 : dataFor(parts, address.searchParams.get('from_date'), served.data ?? [])
  }
  const rows = new Map([
    ['kpi', served.kpis],
    ['municipality', served.municipalities],
    ['municipality_groups', served.groups],
  ])
  return rows.has(entity) ? named(rows.get(entity) ?? [], parts[0]) : 404
}

function named(rows: readonly { readonly id: string }[], ids: string | undefined): readonly unknown[] {
  return ids ? rows.filter((row) => ids.split(',').includes(row.id)) : rows
}

function dataFor(
  parts: readonly string[],
  since: string | null,
  data: readonly DataRow[],
): readonly unknown[] {
  const isIn = (part: string, id: string) => {
    const at = parts.indexOf(part)
    return at < 0 || (parts[at + 1] ?? '').split(',').includes(id)
  }
  return data
    .filter(
      (row) =>
        isIn('kpi', row.kpi) && isIn('municipality', row.municipality) && isIn('year', String(row.period)),
    )
    .filter((row) => since === null || (row.changedOn ?? '') >= since)
    .map(({ kpi, municipality, period, values }) => ({ kpi, municipality, period, values }))
}

function pageOf(address: URL, rows: readonly unknown[]): KoladaPage {
  const perPage = Number(address.searchParams.get('per_page') ?? mostPerPage)
  const page = Number(address.searchParams.get('page') ?? 1)
  const values = rows.slice((page - 1) * perPage, page * perPage)
  const at = (other: number) => {
    const to = new URL(address)
    to.searchParams.set('page', String(other))
    return to.href
  }
  return {
    values,
    count: values.length,
    next_url: page * perPage < rows.length ? at(page + 1) : null,
    previous_url: page > 1 ? at(page - 1) : null,
  }
}

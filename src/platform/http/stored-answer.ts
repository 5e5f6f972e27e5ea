import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Bytes that are made once and sent many times: a public page, a style sheet. Compressed when first asked for. */
export class StoredAnswer {
  readonly etag: string
  readonly #body: Uint8Array<ArrayBuffer>
  readonly #headers: Readonly<Record<string, string>>
  readonly #quality: number
  #brotli: Uint8Array<ArrayBuffer> | undefined
  #gzip: Uint8Array<ArrayBuffer> | undefined

  /** `quality` is brotli's: 11 for what is compressed once for ever, less for what is made anew now and then. */
  constructor(body: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>, quality = 9) {
    this.#body = body
    this.#headers = headers
    this.#quality = quality
    this.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  }

  /** The answer to one request: 304 when the reader has it already, else the bytes in the best encoding it takes. */
  answer(request: Request): Response {
    const headers = { ...this.#headers, ETag: this.etag, Vary: 'Accept-Encoding, Cookie' }
    if (request.headers.get('if-none-match')?.includes(this.etag))
      return new Response(null, { status: 304, headers })
    const accepted = request.headers.get('accept-encoding') ?? ''
    if (isCompressible(this.#headers['Content-Type'] ?? '')) {
      if (takes(accepted, 'br')) return this.#send(this.#asBrotli(), { ...headers, 'Content-Encoding': 'br' })
      if (takes(accepted, 'gzip'))
        return this.#send(this.#asGzip(), { ...headers, 'Content-Encoding': 'gzip' })
    }
    return this.#send(this.#body, headers)
  }

  #send(body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
    return new Response(body, { headers: { ...headers, 'Content-Length': String(body.length) } })
  }

  #asBrotli(): Uint8Array<ArrayBuffer> {
    this.#brotli ??= brotliCompressSync(this.#body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: this.#quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: this.#body.length,
      },
    })
    return this.#brotli
  }

  #asGzip(): Uint8Array<ArrayBuffer> {
    this.#gzip ??= gzipSync(this.#body)
    return this.#gzip
  }
}

/** Whether a reader takes an encoding; `br;q=0` says that it does not (RFC 9110, 12.5.3). */
function takes(accepted: string, encoding: string): boolean {
  const wish = accepted.split(',').find((one) => one.split(';')[0]?.trim().toLowerCase() === encoding)
  return wish !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(wish)
}

function isCompressible(type: string): boolean {
  return /^text\/|json|javascript|xml|svg/.test(type)
}

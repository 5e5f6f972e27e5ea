import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import pg from 'pg'

/** For how long a link in a mail can be used, in seconds. */
const linkLivesFor = 15 * 60

/** Sessions and sign-in links, kept by a library in tables that only its own role reaches. */
export interface SignIn {
  /** Makes a link's token for an address. Whether the address is anybody's has been asked before. */
  readonly tokenFor: (email: string) => Promise<string>
  /** Uses a token, once: the cookies of the new session, or null when the token is unknown, used or too old. */
  readonly redeem: (token: string, headers: Headers) => Promise<readonly string[] | null>
  /** The address that the request's session belongs to. */
  readonly emailOf: (headers: Headers) => Promise<string | null>
  /** Ends the session: the cookies that say so. */
  readonly end: (headers: Headers) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Whether a request may carry a session at all; the cheap question that spares visitors the costly one. */
export function mayCarrySession(cookieHeader: string | undefined): boolean {
  return cookieHeader?.includes('samsyn.session_token=') ?? false
}

/** Opens the sign-in library on its own database role. `origin` is where people reach the program. */
export function openSignIn(options: { url: string; origin: string; secret: string }): SignIn {
  const pool = new pg.Pool({ connectionString: options.url, max: 5, options: '-c search_path=sign_in' })
  pool.on('error', () => undefined)
  const freshTokens = new Map<string, string>()
  const auth = betterAuth({
    baseURL: options.origin,
    secret: createHmac('sha256', options.secret).update('sign-in').digest('base64url'),
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    session: { expiresIn: 14 * 86_400 },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'samsyn',
      useSecureCookies: options.origin.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: true,
    },
    plugins: [
      magicLink({
        expiresIn: linkLivesFor,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => {
          freshTokens.set(String(metadata?.['request'] ?? email), token)
        },
      }),
    ],
  })

  return {
    async tokenFor(email) {
      const request = crypto.randomUUID()
      await auth.api.signInMagicLink({ body: { email, metadata: { request } }, headers: new Headers() })
      const token = freshTokens.get(request)
      freshTokens.delete(request)
      if (!token) throw new Error('The sign-in library made no token')
      return token
    },
    async redeem(token, headers) {
      const answer = await auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
      return answer.ok ? answer.headers.getSetCookie() : null
    },
    async emailOf(headers) {
      const session = await auth.api.getSession({ headers, query: { disableRefresh: true } })
      return session?.user.email.toLowerCase() ?? null
    },
    async end(headers) {
      const answer = await auth.api.signOut({ headers, asResponse: true })
      return answer.headers.getSetCookie()
    },
    close: () => pool.end(),
  }
}

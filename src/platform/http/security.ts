import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/**
 * The headers of every answer. No inline script exists and none would run: scripts and styles come from our own
 * files alone, which is stricter than a nonce and lets public pages be kept as bytes.
 */
export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    strictTransportSecurity: isHttps ? 'max-age=63072000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    // An answer may say a stricter policy of its own.
    overwrite: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site sent in a reader's name: the browser says where a request comes from. Every unsafe method
 * is asked, whatever its content type, and a request that does not say is refused.
 */
export function sameOriginOnly(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    if (safeMethods.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    const isOurs = origin !== undefined && (origin === new URL(c.req.url).origin || origins.includes(origin))
    return isOurs || c.req.header('sec-fetch-site') === 'same-origin' ? next() : c.text('Forbidden', 403)
  }
}

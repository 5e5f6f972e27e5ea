import { pino, type Logger } from 'pino'

export type { Logger }

/**
 * Structured logs, one JSON line each, without personal data: no names, no e-mail addresses, no text that a person
 * wrote, no address of the visitor. What would help a thief is cut by key as a second line of defence.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: ['*.email', '*.recipient', '*.token', '*.password', '*.secret', '*.cookie', 'email', 'token'],
      remove: true,
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}

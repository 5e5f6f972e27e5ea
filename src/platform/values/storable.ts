/** A text that a database can hold and a page can show: what is no letter shows as what it is. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed()
}

// A backslash that is one, a whole pair of surrogates; then what may not be: NUL, and half a pair.
const escapes = /\\(?:\\|ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u0000|ud[89a-f][\da-f]{2})/gi
const pair = 12

/** Reads JSON; every text and name in it can be stored. Throws a `SyntaxError` where it is none. */
export function storableJson(raw: string): unknown {
  return JSON.parse(
    raw.replaceAll(escapes, (found) =>
      found === '\\\\' || found.length === pair ? found : String.raw`\ufffd`,
    ),
  )
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** Whether a text can be the id of a row, as addresses write it: the database refuses to look for what is none. */
export function isId(text: string): boolean {
  return uuid.test(text)
}

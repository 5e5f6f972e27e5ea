/** What somebody typed as one paragraph without what cannot be seen. */
export function tidy(text: string): string {
  return (
    text
      // Marks that turn the direction of the text around let a name pretend to be another. Letters that are
      // written from right to left need none.
      .replace(/\p{Bidi_Control}/gu, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .normalize('NFC')
  )
}

/** Whether anything can be read in it: a letter or a digit of any script. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

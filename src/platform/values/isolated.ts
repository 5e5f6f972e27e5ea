/** A name that stays whole in a sentence of the other direction: Arabic in Swedish turns nothing around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

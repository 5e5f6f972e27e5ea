/** The same value with each text in it changed, however deep it lies; bytes and days are left as they are. */
export function withEveryString<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((part: unknown) => withEveryString(part, change)) as Value
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withEveryString<unknown>(part, change)]),
  ) as Value
}

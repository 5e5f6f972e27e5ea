/** Everything that a generator yields. */
export async function all<Value>(yielded: AsyncIterable<Value>): Promise<readonly Value[]> {
  const values: Value[] = []
  for await (const value of yielded) values.push(value)
  return values
}

/** Tables that belong to no single network. */
const ofNoNetwork = new Set(['network', 'person', 'rate_limit'])
/** Counts of tries under keyed hashes, written before anybody has a network or a name. */
const unguarded = new Set(['rate_limit'])
/** The sign-in library's tables have its own shape and are reached by a role of their own. */
const ofLibraries = 'sign_in.'

/** What a migration's new tables lack: a network for every row, a key that begins with it, row-level security. */
export function rowSecurityGaps(sql: string): readonly string[] {
  const statements = sql.replaceAll(/--.*$/gm, '').toLowerCase()
  const tables = statements.matchAll(
    /create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(([\s\S]*?)\n\);/g,
  )
  return [...tables].flatMap(([, table = '', columns = '']) => {
    if (table.startsWith(ofLibraries)) return []
    const isOfNetwork = !ofNoNetwork.has(table)
    const gaps = [
      isOfNetwork && !/\bnetwork_id uuid/.test(columns) && 'no network_id',
      isOfNetwork &&
        !/primary key \(network_id\b|network_id uuid primary key/.test(columns) &&
        'no key that begins with network_id',
      !unguarded.has(table) &&
        !statements.includes(`alter table ${table} enable row level security`) &&
        'no row-level security',
    ]
    return gaps.filter((gap) => gap !== false).map((gap) => `${table} ${gap}`)
  })
}

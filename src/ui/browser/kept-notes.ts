// What a device keeps of a table until it is sent, and how it is sent.

/** Something that was noted here: a form as it was filled in, and how far it has come. */
export interface Kept {
  /** The id that the form carries: what is sent twice is there once. */
  readonly id: string
  readonly place: string
  readonly address: string
  readonly kind: string
  readonly fields: readonly (readonly [string, string])[]
  readonly at: number
  readonly state: 'waiting' | 'sent' | 'refused'
  /** Why it was not taken. */
  readonly because: string
}

export const store = 'kept'
/** The device's own store. */
export async function opened(): Promise<IDBDatabase> {
  const asking = indexedDB.open('samsyn-notes', 1)
  asking.addEventListener('upgradeneeded', () => asking.result.createObjectStore(store, { keyPath: 'id' }))
  return answered(asking)
}

export async function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}

/** How it came out; null while there is no network, or nobody there who could answer. */
export async function answerTo(kept: Kept): Promise<Pick<Kept, 'state' | 'because'> | null> {
  try {
    const body = new URLSearchParams(kept.fields.map(([name, value]) => [name, value]))
    const answer = await fetch(kept.address, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    })
    // A hall's network that wants to be signed in to first answers everything, but with a page of its own.
    const isOurs = answer.headers.get('content-type')?.startsWith('application/json') === true
    if (answer.status >= 500 || answer.status === 429 || (answer.ok && !isOurs)) return null
    if (answer.ok) return { state: 'sent', because: '' }
    const told = (await answer.json().catch(() => ({}))) as { readonly because?: string }
    return { state: 'refused', because: told.because ?? '' }
  } catch {
    return null
  }
}

export function fieldOf({ fields }: Kept, name: string): string {
  return fields.find(([field]) => field === name)?.[1] ?? ''
}

export function textOf(kept: Kept): string {
  const field = { note: 'text', promise: 'what', matter: 'subject', theme: 'theme' }[kept.kind] ?? ''
  return fieldOf(kept, field)
}

/** What a form needs to be about a note that is only here yet. */
export function takenFrom(kept: Kept): Readonly<Record<string, string>> {
  const names = ['text', 'voice', 'question', 'round', 'turn'] as const
  return {
    take: fieldOf(kept, 'note'),
    ...Object.fromEntries(names.map((name) => [name, fieldOf(kept, name)])),
  }
}

/** What the page tells of a thing that it shows. */
export function keptAs(kept: Kept): string {
  return kept.kind === 'matter' ? `matter:${fieldOf(kept, 'note')}` : kept.id
}

/** The moment it is by the clock of the device. */
export function momentHere(): number {
  return performance.timeOrigin + performance.now()
}

import { isId } from '../values/ids.ts'

/** A request with parts in its address. */
interface Addressed {
  readonly req: { readonly param: (name: string) => string | undefined }
}

/** The id in a part of an address; null for what is none. */
export function idIn({ req }: Addressed, part: string): string | null {
  const id = req.param(part) ?? ''
  return isId(id) ? id : null
}

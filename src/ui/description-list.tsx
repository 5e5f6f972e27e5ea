import type { ComponentChildren } from 'preact'

export interface Description {
  readonly term: ComponentChildren
  readonly details: ComponentChildren
}

/** What is known about one thing, term by term. An entry without details is left out by the caller, or says "not known". */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl class="facts">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>{item.details}</dd>
        </div>
      ))}
    </dl>
  )
}

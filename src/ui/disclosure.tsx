import type { ComponentChildren } from 'preact'

/** Something kept out of the way until asked for; opens without a script and in print. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  readonly summary: ComponentChildren
  readonly open?: boolean
  readonly children: ComponentChildren
}) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="disclosure__content">{children}</div>
    </details>
  )
}

import type { NavItem } from './navigation.ts'

/** The way down to this page. The last item is the page itself and is not a link. */
export function Breadcrumbs({
  label,
  items,
}: {
  readonly label: string
  readonly items: readonly NavItem[]
}) {
  return (
    <nav class="crumbs" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href}>
            {index === items.length - 1 ? (
              <span aria-current="page">{item.label}</span>
            ) : (
              <a href={item.href}>{item.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

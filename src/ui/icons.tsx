export type Direction = 'up' | 'down' | 'flat'

const arrows: Record<Direction, string> = {
  up: 'M5 15L15 5M7 5h8v8',
  down: 'M5 5l10 10M15 7v8H7',
  flat: 'M3 10h14M12 5l5 5-5 5',
}

/** An arrow that shows what the words beside it say. */
export function ArrowIcon({ direction }: { readonly direction: Direction }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={arrows[direction]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

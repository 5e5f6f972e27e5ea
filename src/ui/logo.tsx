/** Thirteen fields of view that meet around one. One colour, drawn to hold at 24 px; the favicon is the same drawing. */
export function LogoMark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg
      class="logo-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={fieldsOfView} />
      <circle cx="16" cy="16" r="4.5" />
    </svg>
  )
}

const centre = 16
const narrow = { radius: 7.6, half: 0.65 }
const wide = { radius: 15.4, half: 2.65 }

const fieldsOfView = Array.from({ length: 13 }, (_none, index) =>
  fieldOfView((2 * Math.PI * index) / 13 - Math.PI / 2),
).join('')

/** One field, wide at the horizon and narrow at the centre, in the direction of the angle. */
function fieldOfView(angle: number): string {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  const corner = (radius: number, aside: number) =>
    `${rounded(centre + radius * x - aside * y)} ${rounded(centre + radius * y + aside * x)}`
  const corners = [
    corner(narrow.radius, narrow.half),
    corner(wide.radius, wide.half),
    corner(wide.radius, -wide.half),
    corner(narrow.radius, -narrow.half),
  ]
  return `M${corners.join('L')}z`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

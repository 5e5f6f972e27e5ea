import type { ComponentChildren } from 'preact'

type Variant = 'primary' | 'secondary' | 'tertiary'

interface ButtonProps {
  readonly variant?: Variant
  readonly tone?: 'accent' | 'danger' | 'neutral'
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly children: ComponentChildren
}

/** Does something. What only leads somewhere is a `LinkButton`. */
export function Button({
  variant = 'primary',
  tone = 'accent',
  type = 'submit',
  name,
  value,
  children,
}: ButtonProps) {
  return (
    <button class="ds-button" data-variant={variant} data-color={tone} type={type} name={name} value={value}>
      {children}
    </button>
  )
}

interface LinkButtonProps {
  readonly href: string
  readonly variant?: Variant
  /** Says that the address is a file to keep, under that name. */
  readonly download?: string | true
  readonly children: ComponentChildren
}

/** A link with the weight of a button, for the main way on. */
export function LinkButton({ href, variant = 'primary', download, children }: LinkButtonProps) {
  return (
    <a class="ds-button" data-variant={variant} href={href} download={download}>
      {children}
    </a>
  )
}

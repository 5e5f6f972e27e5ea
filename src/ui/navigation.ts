/** One way to go: in the main navigation, the account menu, the footer, a breadcrumb trail. */
export interface NavItem {
  readonly label: string
  readonly href: string
  /** The page one is on, or the section it belongs to. */
  readonly current?: boolean
}

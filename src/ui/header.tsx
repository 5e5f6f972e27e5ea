import { LogoMark } from './logo.tsx'
import type { NavItem } from './navigation.ts'
import type { Account, Shell } from './shell.ts'

/**
 * Logo, main navigation, language and account. On a small screen the browser's own popover folds the menu away
 * without a script; a browser that does not know popovers shows the links in the open.
 */
export function PageHeader({ shell }: { readonly shell: Shell }) {
  return (
    <header class="site-header">
      <div class="site-header__row wide">
        <a class="site-name" href={shell.homeHref}>
          <LogoMark />
          <span>{shell.brand}</span>
        </a>
        <button class="ds-button menu-button" data-variant="tertiary" type="button" popovertarget="menu">
          <MenuIcon />
          {shell.labels.menu}
        </button>
        <div class="site-menu" id="menu" popover="auto">
          <nav aria-label={shell.labels.mainNavigation}>
            <NavList items={shell.navigation} />
          </nav>
          <div class="site-menu__tools">
            {shell.otherLanguage && (
              <a
                href={shell.otherLanguage.href}
                lang={shell.otherLanguage.locale}
                hreflang={shell.otherLanguage.locale}
              >
                {shell.otherLanguage.label}
              </a>
            )}
            <AccountMenu account={shell.account} signOut={shell.labels.signOut} />
          </div>
        </div>
      </div>
    </header>
  )
}

/** A list of links that says which one is current. */
export function NavList({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function AccountMenu({ account, signOut }: { readonly account: Account; readonly signOut: string }) {
  if ('signInHref' in account) return <a href={account.signInHref}>{account.label}</a>
  return (
    <details class="account" name="account">
      <summary>{account.name}</summary>
      <div class="account__panel">
        <NavList items={account.items} />
        <form method="post" action={account.signOutHref}>
          <button class="ds-button" data-variant="secondary" type="submit">
            {signOut}
          </button>
        </form>
      </div>
    </details>
  )
}

function MenuIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M4 7h16M4 12h16M4 17h16"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
      />
    </svg>
  )
}

import { NavList } from './header.tsx'
import { LogoMark } from './logo.tsx'
import type { Shell } from './shell.ts'

/** Who stands behind the site, and where one finds the rest. */
export function PageFooter({ shell }: { readonly shell: Shell }) {
  return (
    <footer class="site-footer">
      <div class="site-footer__row wide">
        <div class="site-footer__text">
          <LogoMark size={28} />
          <p>{shell.footer.text}</p>
        </div>
        <nav aria-label={shell.labels.footerNavigation}>
          <NavList items={shell.footer.links} />
        </nav>
      </div>
    </footer>
  )
}

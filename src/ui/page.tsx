import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { PageFooter } from './footer.tsx'
import { PageHeader } from './header.tsx'
import type { PageHead, Shell } from './shell.ts'
import { StatusSymbols } from './status.tsx'

export type { PageHead, Shell } from './shell.ts'

/** A whole HTML document around the content, complete without JavaScript. */
export function renderPage(shell: Shell, head: PageHead, content: ComponentChildren): string {
  const document = (
    <html lang={shell.locale} data-color-scheme="auto">
      <Head shell={shell} head={head} />
      <body data-size="sm">
        <a class="ds-skip-link" href="#innehall">
          {shell.labels.skipToContent}
        </a>
        <StatusSymbols />
        <PageHeader shell={shell} />
        <main id="innehall" tabIndex={-1}>
          {content}
        </main>
        <PageFooter shell={shell} />
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(document)}`
}

function Head({ shell, head }: { readonly shell: Shell; readonly head: PageHead }) {
  const { assets } = shell
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title === shell.siteName ? head.title : `${head.title} – ${shell.siteName}`}</title>
      {head.description && <meta name="description" content={head.description} />}
      {head.noindex && <meta name="robots" content="noindex" />}
      {head.refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(head.refresh)} />
        </noscript>
      )}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#121617" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      {assets.fontPreload && (
        <link rel="preload" href={assets.fontPreload} as="font" type="font/woff2" crossOrigin="anonymous" />
      )}
      {assets.css.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {/* A module script waits for the document by itself. */}
      <script type="module" src={assets.script} />
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {head.alternates?.map((alternate) => (
        <link key={alternate.locale} rel="alternate" hreflang={alternate.locale} href={alternate.href} />
      ))}
      {head.feeds?.map((feed) => (
        <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
    </head>
  )
}

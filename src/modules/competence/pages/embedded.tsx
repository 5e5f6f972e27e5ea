import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import type { Visit, VisitEnv } from '#modules/accounts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { StatusSymbols } from '#ui/status.tsx'
import { queryOf } from '../finder/answers.ts'
import { askedNow, Carried } from './carried.tsx'
import { foundFor, type FoundFor } from './finder-routes.tsx'
import { QuestionField } from './question-field.tsx'
import { lettersIn, textsIn } from './texts.ts'
import type { SupportSetting } from './words.ts'

/** How many supports there is room for inside somebody else's page. */
const mostShown = 5

/**
 * The finder for another website's own page: no frame, no script, and nothing kept. Which websites may show it is the operator's
 * choice; a browser that is told so looks no further at the header that forbids all.
 */
export function embeddedRoutes(setting: SupportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('embeddedFinder'), async (c) => {
    const visit = c.get('visit')
    const all = await foundFor(visit, setting, new URL(c.req.url).searchParams)
    const ancestors = ["'self'", ...setting.config.embedOrigins].join(' ')
    c.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`,
    )
    // What was answered inside the frame is nobody else's.
    c.header('Cache-Control', 'private, no-store')
    return c.html(`<!doctype html>${renderToString(<Embedded {...{ visit, all, setting }} />)}`)
  })
  return routes
}

function Embedded({
  visit: { locale, network },
  all,
  setting,
}: {
  readonly visit: Visit
  readonly all: FoundFor
  readonly setting: SupportSetting
}) {
  const { find: texts } = textsIn(locale)
  const { embedded } = lettersIn(locale)
  const { given, found, catalogue, reader, wish } = all
  const asked = askedNow(given, found)
  const isAnswered = Object.keys(given.answers).length > 0
  const whole = `${addressOf('findSupport', locale)}?${queryOf(given.typed, given.skipped)}`
  return (
    <html lang={locale} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{texts.title}</title>
        {setting.assets.css.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body data-size="sm">
        <StatusSymbols />
        <main class="page narrow">
          <h1>{texts.title}</h1>
          {asked.length > 0 && (
            <form class="form" method="get" action={addressOf('embeddedFinder', locale)} noValidate>
              <Carried {...{ given, wish }} without={asked} />
              {asked.map((fact) => (
                <QuestionField
                  key={fact}
                  {...{ fact, reader }}
                  facts={catalogue.setting.facts}
                  typed={given.typed}
                  errors={given.errors}
                />
              ))}
              <div class="row form__actions">
                <Button>{texts.go}</Button>
              </div>
            </form>
          )}
          {isAnswered && <Short found={found} locale={locale} />}
          <p>
            <a href={whole} target="_blank" rel="noreferrer">
              {embedded.whole}
            </a>
          </p>
          <p class="source">{embedded.by(inLocale(network.name, locale))}</p>
        </main>
      </body>
    </html>
  )
}

function Short({ found, locale }: Pick<FoundFor, 'found'> & { readonly locale: Locale }) {
  const { find: texts } = textsIn(locale)
  const { fits, open, refused } = found
  return (
    <>
      <p role="status">
        <strong>{texts.tally(fits.length, open.length, refused.length)}</strong>
      </p>
      <ul>
        {fits.slice(0, mostShown).map(({ support: { id, content, giver } }) => (
          <li key={id}>
            <a href={addressOf('support', locale, { support: id })} target="_blank" rel="noreferrer">
              {inLocale(content.name, locale)}
            </a>
            , <span lang="sv">{giver.name}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

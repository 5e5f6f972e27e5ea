import type { Municipality } from '#modules/region'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card, CardGrid } from '#ui/card.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import type { PlacedDesk } from '../desk-store.ts'
import { textsIn } from './texts.ts'

interface DesksPageProps {
  readonly municipalities: readonly Pick<Municipality, 'code' | 'slug' | 'name'>[]
  readonly desks: readonly PlacedDesk[]
  readonly locale: Locale
  /** Whether the reader may say what matters are about. */
  readonly maySetTopics: boolean
}

/** Where matters are taken in each municipality. */
export function DesksPage({ municipalities, desks, locale, maySetTopics }: DesksPageProps) {
  const { desks: texts } = textsIn(locale)
  const open = Map.groupBy(
    desks.filter(({ closedAt }) => closedAt === null),
    ({ municipality }) => municipality,
  )
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          maySetTopics && (
            <LinkButton href={addressOf('topics', locale)} variant="secondary">
              {texts.topics}
            </LinkButton>
          )
        }
      />
      <CardGrid columns={3}>
        {municipalities.map(({ code, slug, name }) => (
          <Card
            key={code}
            title={name}
            titleLevel={2}
            href={addressOf('desksOf', locale, { municipality: slug })}
          >
            <p lang="sv">
              {(open.get(code) ?? []).map((desk) => desk.name).join(', ') || (
                <span lang={locale}>{texts.none}</span>
              )}
            </p>
          </Card>
        ))}
      </CardGrid>
    </Page>
  )
}

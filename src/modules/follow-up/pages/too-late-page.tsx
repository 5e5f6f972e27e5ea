import { numbered, type CellGrid, type Reader } from '#modules/programme'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Round } from '../core/round.ts'
import { answerField, rowField, type Sheet } from '../core/sheet.ts'
import { textsIn } from './texts.ts'

interface TooLatePageProps {
  readonly round: Round
  readonly municipality: { readonly name: string; readonly slug: string }
  readonly column: CellGrid
  readonly typed: Sheet
  readonly reader: Reader
}

/** The round was frozen while somebody wrote: nothing of it was taken, and none of it is lost. */
export function TooLatePage({ round, municipality, column, typed, reader: { locale } }: TooLatePageProps) {
  const { sheet: texts } = textsIn(locale)
  const rows = column.entries.flatMap(({ intervention }) => {
    const text = typed[rowField('text', intervention.id)]?.trim()
    return text ? [{ intervention, text }] : []
  })
  return (
    <Page>
      <PageTitle eyebrow={inLocale(round.name, locale)} title={texts.title(municipality.name)} />
      <Notice tone="warning" live>
        <p>{texts.tooLate}</p>
        <p>
          <a href={addressOf('followUp', locale, { round: round.id })}>{texts.toReport}</a>
        </p>
      </Notice>
      <Section id="det-du-skrev" title={texts.mine}>
        {rows.map(({ intervention, text }) => (
          <Section
            key={intervention.id}
            level={3}
            id={intervention.id}
            title={numbered(intervention, locale)}
          >
            <p class="as-written" lang="sv">
              {text}
            </p>
            <p>
              <a
                href={addressOf('editCell', locale, {
                  intervention: intervention.id,
                  municipality: municipality.slug,
                })}
              >
                {texts.sayThere}
              </a>
            </p>
          </Section>
        ))}
        {round.questions.map((question, at) => {
          const answer = typed[answerField(at)]?.trim()
          return answer ? (
            <Section key={question} level={3} id={answerField(at)} title={<span lang="sv">{question}</span>}>
              <p class="as-written" lang="sv">
                {answer}
              </p>
            </Section>
          ) : null
        })}
      </Section>
    </Page>
  )
}

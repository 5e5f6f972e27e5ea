import type { Setting } from '#modules/rules'
import { formatMoment } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { changedParts } from '../finder/change.ts'
import type { Listed, Support } from '../finder/support.ts'
import { typedSupport } from '../finder/support-form.ts'
import type { Version } from '../store.ts'
import { EffectSection } from './effect-section.tsx'
import { keepingIn } from './texts.ts'
import type { Reader } from './words.ts'

interface DraftPageProps {
  readonly draft: Version
  readonly before: Listed | null
  readonly writer: string | null
  /** Whether the reader wrote it, and so may not confirm it. */
  readonly isOwn: boolean
  readonly say: 'saved' | 'gone' | null
  readonly setting: Setting
  readonly reader: Reader
}

/** What a draft would change, for whom, and the two buttons that settle it. */
export function DraftPage({ draft, before, writer, isOwn, say, setting, reader }: DraftPageProps) {
  const { locale } = reader
  const { draft: texts, saved, parts } = keepingIn(locale)
  const action = addressOf('supportDraft', locale, { support: draft.supportId })
  return (
    <Page>
      {say && (
        <Notice tone={say === 'saved' ? 'success' : 'warning'} live>
          <p>{say === 'saved' ? saved : texts.gone}</p>
        </Notice>
      )}
      <PageTitle
        title={texts.title(inLocale(draft.content.name, locale))}
        lead={texts.written(writer ?? texts.somebody, formatMoment(draft.writtenAt, locale))}
      />
      {draft.note !== '' && (
        <p class="as-written" lang="sv">
          {draft.note}
        </p>
      )}
      <Section id="andras" title={texts.changed}>
        {before ? (
          changedParts(before.content, draft.content).map((part) => (
            <Part
              key={part}
              label={parts[part]}
              before={said(before.content, part)}
              after={said(draft.content, part)}
            />
          ))
        ) : (
          <p>{texts.isNew}</p>
        )}
      </Section>
      <EffectSection before={before} after={draft.content} setting={setting} reader={reader} />
      <Form action={action} guard={false}>
        <Hidden name="version" value={draft.id} />
        {isOwn && <p>{texts.own}</p>}
        <FormActions>
          {!isOwn && (
            <Button name="do" value="confirm">
              {texts.confirm}
            </Button>
          )}
          <Button variant="secondary" tone="danger" name="do" value="drop">
            {texts.drop}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

function Part({
  label,
  before,
  after,
}: {
  readonly label: string
  readonly before: string
  readonly after: string
}) {
  return (
    <div>
      <h3>{label}</h3>
      <p class="as-written">
        <del>{before}</del>
      </p>
      <p class="as-written">
        <ins>{after}</ins>
      </p>
    </div>
  )
}

/** A part of a support as its form has it. */
function said(content: Support, part: keyof Support): string {
  const typed = typedSupport(content)
  const own = Object.entries(typed).filter(([name]) => name === part || name.startsWith(`${part}-`))
  return own.map(([name, value]) => (value === 'on' ? name.slice(part.length + 1) : value)).join('\n')
}

interface HistoryPageProps {
  readonly versions: readonly Version[]
  readonly names: ReadonlyMap<string, string>
  readonly support: string
  readonly mayKeep: boolean
  readonly locale: Reader['locale']
}

/** All that a support has said, and since when. */
export function HistoryPage({ versions, names, support, mayKeep, locale }: HistoryPageProps) {
  const { history: texts, draft } = keepingIn(locale)
  const [latest] = versions
  const name = latest ? inLocale(latest.content.name, locale) : support
  const who = (id: string | null) => (id === null ? draft.somebody : (names.get(id) ?? draft.somebody))
  return (
    <Page width="narrow">
      <PageTitle title={texts.title(name)} lead={texts.lead} />
      <ol class="timeline">
        {versions.map(({ id, confirmedAt, writtenBy, confirmedBy, note }, at) => (
          <li key={id}>
            <p class="timeline__what">
              {confirmedAt && (
                <time dateTime={confirmedAt.toISOString()}>{formatMoment(confirmedAt, locale)}</time>
              )}{' '}
              {at === 0 && <Tag tone="success">{texts.holds}</Tag>}
            </p>
            <p>{confirmedBy === null ? texts.planted : texts.by(who(writtenBy), who(confirmedBy))}</p>
            {note !== '' && <p lang="sv">{note}</p>}
            {mayKeep && at > 0 && (
              <Form action={addressOf('supportHistory', locale, { support })} guard={false}>
                <Hidden name="version" value={id} />
                <div>
                  <Button variant="secondary">{texts.revert}</Button>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}

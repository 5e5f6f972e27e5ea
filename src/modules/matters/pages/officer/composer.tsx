import { ErrorSummary } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { matterNumber } from '../../core/matter.ts'
import { CallForm, CloseForm, NoteForm } from './composer-forms.tsx'
import { draftOf, writingsFor, type ComposerProps } from './composing.ts'
import { PlanForm, ReplyForm } from './draft-forms.tsx'
import { textsIn, wordsFor } from './texts.ts'
import { matterHref } from './words.tsx'

/** Where somebody goes on with a matter: an answer, a plan, what was said elsewhere, a note, or the end. */
export function Composer(props: ComposerProps) {
  const { read, composing, visit } = props
  const { locale } = visit
  const { write: texts } = textsIn(locale)
  const possible = writingsFor(read)
  if (possible.length === 0) return null
  return (
    <Section id="skriv" title={texts.title}>
      <OnlyLead {...props} />
      <nav class="tabs" aria-label={texts.title}>
        <ul>
          {possible.map((one) => (
            <li key={one}>
              <a
                href={`${matterHref(read.matter, locale)}?write=${one}#skriv`}
                aria-current={one === composing.writing ? 'page' : undefined}
              >
                {texts.tabs[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ErrorSummary
        title={texts.errorTitle}
        errors={Object.entries(composing.errors).map(([field, name]) => ({
          field,
          message: wordsFor(name, locale),
        }))}
      />
      <Refused {...props} />
      <JoinedHere {...props} />
      <Chosen {...props} />
    </Section>
  )
}

function Chosen(props: ComposerProps) {
  switch (props.composing.writing) {
    case 'reply':
      return <ReplyForm {...props} />
    case 'plan':
      return <PlanForm {...props} />
    case 'call':
      return <CallForm {...props} />
    case 'note':
      return <NoteForm {...props} />
    case 'close':
      return <CloseForm {...props} />
  }
}

function OnlyLead({ read: { matter, voice, municipalities }, visit: { locale } }: ComposerProps) {
  if (voice !== null) return null
  const { matter: texts, coordinator } = textsIn(locale)
  const lead = matter.parts.find(({ role, hasLeft }) => role === 'lead' && !hasLeft)?.municipality
  return <p>{texts.onlyLeadSpeaks(lead === undefined ? coordinator : (municipalities.get(lead) ?? lead))}</p>
}

/** What is sent goes to each of them; so that nobody learns of the others, names are left to the fields. */
function JoinedHere({ read: { joined, voice }, composing, visit: { locale } }: ComposerProps) {
  const { matter: texts } = textsIn(locale)
  if (joined.length === 0 || voice === null || composing.writing === 'note') return null
  return (
    <Notice tone="info">
      <p>{texts.joinedHere}</p>
      <ul>
        {joined.map((one) => (
          <li key={one.id}>
            <a href={matterHref(one, locale)}>{matterNumber(one)}</a> {one.sender?.companyName}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Refused({ read, composing, visit: { locale } }: ComposerProps) {
  const { write: texts } = textsIn(locale)
  const { refusal } = composing
  if (refusal === null) return null
  if (refusal !== 'draft-changed')
    return (
      <Notice tone="danger" live>
        <p>{texts.refusals[refusal]}</p>
      </Notice>
    )
  const theirs = draftOf(read, composing.writing)
  return (
    <Notice tone="danger" live>
      <p>{texts.refusals['draft-changed'](theirs?.person ?? texts.someone)}</p>
      <p>
        <strong>{texts.theirs}</strong>
      </p>
      <p class="as-written">{theirs?.text}</p>
    </Notice>
  )
}

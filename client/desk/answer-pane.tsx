import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnswerForm, answerForms } from '../../domain/answers/choices.ts'
import type { Entry } from '../answers/entry.ts'
import { ValidityLine } from '../answers/validity-line.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Key } from '../ui/key.tsx'
import { ObjectiveMark } from '../ui/objective-mark.tsx'
import { AnswerFacts } from './answer-facts.tsx'

type Props = {
  entry: Entry
  form: AnswerForm
  onForm: (form: AnswerForm) => void
  /** The form last copied, as long as it says so. */
  copied: AnswerForm | null
  isCopying: boolean
  isCounting: boolean
  mayCount: boolean
  isPhone: boolean
  paneRef: Ref<HTMLElement>
  onCopy: (form: AnswerForm) => void
  onCount: () => void
  onNotRight: () => void
}

export const COPY_ID = 'desk-copy'

/** What is said in a form: its own text, else the answer itself. */
export function textOf(entry: Entry, form: AnswerForm): string {
  if (form === 'voice') return entry.voiceAnswer ?? entry.answer
  if (form === 'social') return entry.socialAnswer ?? entry.answer
  return entry.answer
}

/** One answer, large enough to be read aloud. What does not hold is shown as such and cannot be copied. */
export function AnswerPane(props: Props) {
  const { entry, form, isPhone } = props
  const { t } = useTranslation('answers')
  const isOffered = entry.validity === 'approved'
  return (
    <section ref={props.paneRef} className="sel-desk-pane" aria-labelledby="desk-question">
      <Belonging entry={entry} />
      <h2 id="desk-question" tabIndex={-1}>
        {entry.question}
      </h2>
      {isOffered ? (
        <>
          <fieldset className="sel-desk-forms" aria-label={t('desk.formsLabel')}>
            {answerForms.map((one, index) => (
              <button key={one} type="button" aria-pressed={one === form} onClick={() => props.onForm(one)}>
                {t(`desk.forms.${one}`)}
                <Key of={String(index + 1)} />
              </button>
            ))}
          </fieldset>
          <p className="sel-desk-aloud">{textOf(entry, form)}</p>
        </>
      ) : (
        <div className="sel-desk-refused">
          <ValidityLine entry={entry} />
          <p>{t('desk.cannotSay')}</p>
        </div>
      )}
      {!isPhone && <Acts {...props} />}
      <AnswerFacts entry={entry} />
      <p>
        <Link to="/library/$id" params={{ id: entry.id }} className="sel-link">
          {t('desk.openEntry')}
        </Link>
      </p>
    </section>
  )
}

function Belonging({ entry: { publication } }: { entry: Entry }) {
  const { t } = useTranslation('answers')
  if (publication === null) return null
  const { id, title, objective, plannedAt, isPosted } = publication
  const words =
    plannedAt === null ? title : t(isPosted ? 'desk.posted' : 'desk.planned', { title, at: plannedAt })
  return (
    <div className="sel-desk-belonging">
      <ObjectiveMark objective={objective} />
      <span className="sel-second">{words}</span>
      <Link to="/publications/$id" params={{ id }} search={{ tab: 'briefing' }} className="sel-link">
        {t('desk.openBriefing')}
      </Link>
    </div>
  )
}

function Acts(props: Props) {
  const { entry, form, copied } = props
  const { t } = useTranslation(['answers', 'ui'])
  const isCopied = copied === form
  return (
    <div className="sel-desk-acts">
      {entry.validity === 'approved' && (
        <span id={COPY_ID}>
          <ActionButton
            weight="primary"
            size="phone"
            shortcut="Enter"
            isPending={props.isCopying}
            icon={isCopied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
            onClick={() => props.onCopy(form)}
          >
            {isCopied ? t('ui:actions.copied') : t(`desk.copyFor.${form}`)}
          </ActionButton>
        </span>
      )}
      {props.mayCount && (
        <>
          <ActionButton size="phone" shortcut="H" isPending={props.isCounting} onClick={props.onCount}>
            {t('desk.count')}
          </ActionButton>
          <ActionButton size="phone" shortcut="K" onClick={props.onNotRight}>
            {t('desk.notRight')}
          </ActionButton>
        </>
      )}
    </div>
  )
}

/** On the phone: the three copies and the count within the thumb's reach. */
export function PhoneActs(props: Props) {
  const { entry, copied } = props
  const { t } = useTranslation(['answers', 'ui'])
  return (
    <div className="sel-action-bar sel-desk-bar">
      {entry.validity === 'approved' &&
        answerForms.map((form) => (
          <ActionButton
            key={form}
            size="phone"
            weight={form === 'voice' ? 'primary' : 'normal'}
            onClick={() => props.onCopy(form)}
          >
            <span className="sel-hidden">{t(`desk.copyFor.${form}`)}</span>
            <span aria-hidden="true">
              {copied === form ? t('ui:actions.copied') : t(`desk.copyShort.${form}`)}
            </span>
          </ActionButton>
        ))}
      {props.mayCount && (
        <>
          <ActionButton size="phone" isPending={props.isCounting} onClick={props.onCount}>
            {t('desk.count')}
          </ActionButton>
          <ActionButton size="phone" onClick={props.onNotRight}>
            {t('desk.notRight')}
          </ActionButton>
        </>
      )}
    </div>
  )
}

import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { AskBox } from './ask-box.tsx'
import type { BriefingPage, Owner } from './briefing-data.ts'
import { BriefingForm } from './briefing-form.tsx'
import { BriefingText } from './briefing-text.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { ReaderActs } from './reader-acts.tsx'
import { ReadersLine } from './readers-line.tsx'
import { SaveState } from './save-state.tsx'
import { StandingLines } from './standing-lines.tsx'
import { useBriefingWriting } from './use-briefing-writing.ts'
import { VersionDifference } from './version-difference.tsx'
import { WithdrawSignature } from './withdraw-signature.tsx'

/** A briefing with everything that may be done with it: written by planners, asked about, read and signed by agents. */
export function BriefingPanel({ of, page }: { of: Owner; page: BriefingPage }) {
  const { t } = useTranslation('briefings')
  const { briefing, rights } = page
  const [writesOwn, setWritesOwn] = useState(false)
  const owner = writesOwn ? of : page.owner
  const writing = useBriefingWriting(owner, writesOwn ? null : briefing)
  // The version at which the person opened it for editing; the next one that is used closes it again.
  const [editedNumber, setEditedNumber] = useState<number | null>(null)
  const wantsEdit = editedNumber !== null && editedNumber === (briefing?.number ?? 0)
  const [showsDifference, setShowsDifference] = useState(false)
  const [asking, setAsking] = useState<{ about: string | null } | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const mayEdit = rights.edit || writesOwn
  const isEditing = mayEdit && (wantsEdit || writesOwn || writing.isDirty || briefing?.isClosed === false)

  if (briefing === null && !isEditing) {
    return (
      <Empty
        inline
        action={
          rights.edit ? (
            <ActionButton weight="primary" onClick={() => setEditedNumber(0)}>
              {t('edit.begin')}
            </ActionButton>
          ) : undefined
        }
      >
        {rights.edit ? t('empty') : t('emptyForReader')}
      </Empty>
    )
  }
  return (
    <>
      {briefing !== null && (
        <div className="sel-brief-head">
          <p>
            <b>{t('version', { version: briefing.number })}</b>{' '}
            <span className="sel-second">
              {t('readBy', { read: briefing.readOnShift, of: briefing.agentsOnShift })}
            </span>
          </p>
          {briefing.number > 1 && (
            <button
              type="button"
              className="sel-link"
              aria-expanded={showsDifference}
              onClick={() => setShowsDifference((is) => !is)}
            >
              {showsDifference ? t('hideDifference') : t('differenceWith', { version: briefing.number - 1 })}
            </button>
          )}
        </div>
      )}
      {briefing !== null && (
        <p className="sel-second sel-brief-small">
          {t('changedBy', { name: briefing.openedBy, at: briefing.changedAt })}{' '}
          {page.isInherited && page.campaign && t('fromCampaign', { name: page.campaign.name })}
        </p>
      )}
      {briefing !== null && <StandingLines page={page} briefing={briefing} />}
      {briefing !== null && showsDifference && (
        <VersionDifference owner={page.owner} number={briefing.number} />
      )}
      {isEditing ? (
        <>
          <div className="sel-brief-head">
            <SaveState writing={writing} />
            {(wantsEdit || writesOwn) && !writing.isDirty && (
              <button
                type="button"
                className="sel-link"
                onClick={() => {
                  setEditedNumber(null)
                  setWritesOwn(false)
                }}
              >
                {t('edit.close')}
              </button>
            )}
          </div>
          <BriefingForm owner={owner} briefing={writesOwn ? null : briefing} writing={writing} />
        </>
      ) : (
        briefing !== null && (
          <div ref={text} className="sel-brief-readable">
            <BriefingText
              briefing={briefing}
              onAsk={rights.ask ? (about) => setAsking({ about }) : undefined}
            />
          </div>
        )
      )}
      {mayEdit && !isEditing && briefing !== null && (
        <div className="sel-brief-edit">
          <p className="sel-second sel-brief-small">{consequence()}</p>
          <ActionButton onClick={() => setEditedNumber(briefing.number)}>{t('edit.open')}</ActionButton>
        </div>
      )}
      {rights.beginOwn && !writesOwn && (
        <div className="sel-brief-edit">
          <p className="sel-second sel-brief-small">{t('edit.beginOwnHint')}</p>
          <ActionButton onClick={() => setWritesOwn(true)}>{t('edit.beginOwn')}</ActionButton>
        </div>
      )}
      {briefing !== null && (
        <>
          {asking !== null && (
            <AskBox
              owner={page.owner}
              about={asking.about}
              onAboutGone={() => setAsking({ about: null })}
              onClose={() => setAsking(null)}
            />
          )}
          <div hidden={asking !== null}>
            <ReaderActs page={page} briefing={briefing} text={text} onAsk={(about) => setAsking({ about })} />
          </div>
          {rights.sign && briefing.signature !== null && (
            <WithdrawSignature owner={page.owner} number={briefing.number} />
          )}
          <QuestionsPart questions={briefing.questions} mayAnswer={rights.answer} />
          <ReadersLine readers={briefing.readers} />
        </>
      )}
    </>
  )

  function consequence(): string {
    if (briefing === null) return ''
    const versions = { version: briefing.number, next: briefing.number + 1 }
    return briefing.signature === null
      ? t('edit.consequence', versions)
      : t('edit.consequenceSigned', { ...versions, name: briefing.signature.by })
  }
}

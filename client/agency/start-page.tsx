import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askSignIn } from '../people/ask-sign-in.ts'
import { OutsidePage } from '../people/outside-page.tsx'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { enter } from '../shell/session.ts'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { DemoDoor } from './demo-door.tsx'
import { SetUpForm } from './set-up-form.tsx'
import './start.css'

/** The first visit: two doors side by side. In the demo it is the list of people to be. */
export function StartPage() {
  const { t } = useTranslation('agency')
  const trpc = useTRPC()
  const visit = useQuery(trpc.agency.firstVisit.queryOptions())
  const [isSettingUp, setSettingUp] = useState(false)
  const [isDemoOpen, setDemoOpen] = useState(false)
  useTabTitle(isSettingUp ? t('start.ownDoor') : t('start.claim'))

  if (visit.isPending)
    return (
      <OutsidePage isWide>
        <LoadingLines />
      </OutsidePage>
    )
  if (!visit.data)
    return (
      <OutsidePage isWide>
        <RefusalSentence failure={failureOf(visit.error)} of="load" />
      </OutsidePage>
    )
  const { isSetUp, isInDemo, needsCode } = visit.data
  if (isSettingUp)
    return (
      <OutsidePage>
        <h1>{t('start.ownDoor')}</h1>
        <SetUpForm needsCode={needsCode} />
      </OutsidePage>
    )
  return (
    <OutsidePage isWide>
      <h1 className="sel-start-claim">{t('start.claim')}</h1>
      <div className="sel-start-doors">
        <section className="sel-start-door">
          <h2>{t('start.ownDoor')}</h2>
          {isInDemo && <ActionButton onClick={() => void leaveDemo()}>{t('start.leaveDemo')}</ActionButton>}
          {!isInDemo && isSetUp && (
            <>
              <p className="sel-second">{t('start.already')}</p>
              <Link className="sel-link" to="/sign-in" search={{ next: undefined }}>
                {t('start.signIn')}
              </Link>
            </>
          )}
          {!isInDemo && !isSetUp && (
            <>
              <p className="sel-second">{t('start.ownDoorText')}</p>
              <ActionButton weight="primary" onClick={() => setSettingUp(true)}>
                {t('start.ownDoor')}
              </ActionButton>
            </>
          )}
        </section>
        <section className="sel-start-door">
          <h2>{t('start.demoDoor')}</h2>
          <p className="sel-second">{t('start.demoDoorText')}</p>
          <DemoDoor
            needsCode={needsCode}
            isOpen={isInDemo || isDemoOpen}
            onOpened={() => setDemoOpen(true)}
          />
        </section>
      </div>
    </OutsidePage>
  )
}

/** Ends the visit to the demo; the next request belongs to the agency's own world. */
async function leaveDemo(): Promise<void> {
  await askSignIn('sign-out', {})
  void enter('/')
}

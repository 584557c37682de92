import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { full } from '../../domain/language/format.ts'
import { BriefingOf } from '../briefings/briefing-tab.tsx'
import { CreateDialog } from '../publications/create-dialog.tsx'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useKeys } from '../shell/keys.ts'
import { useMay } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { PageLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Section } from '../ui/section.tsx'
import { CampaignForm } from './campaign-form.tsx'
import { CampaignPublications } from './campaign-publications.tsx'
import './campaigns.css'

/** One narrative: what it says, its briefing, its publications. */
export function CampaignPage() {
  const { t } = useTranslation(['campaigns', 'shell'])
  const trpc = useTRPC()
  const may = useMay()
  const reader = useReader()
  const { id } = useParams({ from: '/framed/campaigns/$id' })
  const [isEditing, setEditing] = useState(false)
  const [isCreating, setCreating] = useState(false)
  const page = useQuery(trpc.campaigns.page.queryOptions({ id }))
  useKeys([
    {
      keys: 'N',
      name: t('newPublication'),
      when: () => may('publication.draft') && !isCreating,
      run: () => setCreating(true),
    },
  ])
  if (page.isPending) return <PageLines />
  if (!page.data) {
    const failure = failureOf(page.error)
    const isMissing =
      refusedWith(failure, 'not_found') !== null || refusedWith(failure, 'input_invalid') !== null
    return isMissing ? <NotFoundPage /> : <RefusalSentence failure={failure} of="load" />
  }
  const campaign = page.data
  const messages = campaign.keyMessages.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      <PageTitle
        title={campaign.name}
        detail={t('of', { unit: campaign.unitName })}
        back={<Link to="/calendar">{t('shell:nav.calendar')}</Link>}
        actions={
          <>
            {campaign.mayChange && !isEditing && (
              <ActionButton onClick={() => setEditing(true)}>{t('change')}</ActionButton>
            )}
            {may('publication.draft') && !isEditing && (
              <ActionButton weight="primary" shortcut="N" onClick={() => setCreating(true)}>
                {t('newPublication')}
              </ActionButton>
            )}
          </>
        }
      />
      {isCreating && <CreateDialog prefilled={{ campaignId: id }} onClose={() => setCreating(false)} />}
      <div className="sel-campaign">
        <div className="sel-campaign-words">
          {isEditing ? (
            <CampaignForm campaign={campaign} onClose={() => setEditing(false)} />
          ) : (
            <>
              <Section title={t('keyMessages')}>
                {messages.length === 0 ? (
                  <p className="sel-second">{t('noKeyMessages')}</p>
                ) : (
                  <ul className="sel-campaign-messages">
                    {messages.map((message) => (
                      <li key={message}>{message}</li>
                    ))}
                  </ul>
                )}
              </Section>
              {campaign.embargoUntil !== null && (
                <Section title={t('fields.embargoUntil')}>
                  <p className="sel-campaign-narrative">{full(campaign.embargoUntil, reader)}</p>
                </Section>
              )}
              <Section title={t('narrative')}>
                <p className={campaign.narrative === '' ? 'sel-second' : 'sel-campaign-narrative'}>
                  {campaign.narrative || t('noNarrative')}
                </p>
              </Section>
            </>
          )}
          <CampaignPublications campaignId={id} />
        </div>
        <Section title={t('briefing')}>
          <BriefingOf of={{ kind: 'campaign', id }} />
        </Section>
      </div>
    </>
  )
}

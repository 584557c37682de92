import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { fileAddress, thumbnailAddress } from '../files/address.ts'
import { Video } from '../files/video.tsx'
import { AccountName } from '../ui/account-name.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { CopyButton } from './copy-button.tsx'
import type { HandoverData, HandoverVariant } from './handover-data.ts'
import { ReasonForm } from './reason-form.tsx'

type Props = { variant: HandoverVariant; handover: HandoverData }
type Form = 'confirm' | 'notPosted' | 'withdraw' | null

/** One account: everything to paste, where to go, and what became of it. */
export function VariantToPost({ variant, handover }: Props) {
  const { t } = useTranslation(['publishing', 'ui'])
  const isOut = handover.handedOverAt !== null
  const mayRecord = isOut && handover.may
  const [form, setForm] = useState<Form>(null)
  const shown: Form = form ?? (mayRecord && variant.outcome === 'none' ? 'confirm' : null)
  const platform = t(`ui:platform.${variant.account.platform}`)
  const common = { variant, publicationId: handover.id, onDone: () => setForm(null) }
  return (
    <section className="sel-variant-to-post" aria-label={`${platform} ${variant.account.handle}`}>
      <div className="sel-variant-head">
        <h2>
          <AccountName
            handle={variant.account.handle}
            platform={variant.account.platform}
            kind={variant.account.kind}
          />
        </h2>
        <Outcome variant={variant} isOut={isOut} />
      </div>
      {variant.headline !== null && (
        <div className="sel-to-paste">
          <h3>{t('variant.headline')}</h3>
          <p lang={variant.language}>{variant.headline}</p>
          <CopyButton text={variant.headline}>{t('variant.copyHeadline')}</CopyButton>
        </div>
      )}
      <div className="sel-to-paste">
        <h3>{t('variant.text')}</h3>
        <p className="sel-to-paste-text" lang={variant.language}>
          {variant.pastedText}
        </p>
        <div className="sel-variant-acts">
          <CopyButton text={variant.pastedText}>{t('variant.copyText')}</CopyButton>
          {isOut && variant.composeUrl !== null && variant.outcome !== 'posted' && (
            <a href={variant.composeUrl} target="_blank" rel="noreferrer" className="sel-link">
              <IconExternalLink size={16} aria-hidden />
              {t('variant.openPlatform', { platform })}
            </a>
          )}
        </div>
      </div>
      {variant.linkIsOwnField && variant.link !== null && (
        <div className="sel-to-paste">
          <h3>{t('variant.link')}</h3>
          <p>{variant.link}</p>
          <CopyButton text={variant.link}>{t('variant.copyLink')}</CopyButton>
        </div>
      )}
      {variant.media.length > 0 && <Media variant={variant} />}
      {shown === 'confirm' && (
        <ConfirmForm
          {...common}
          handover={handover}
          other={
            variant.outcome === 'none' ? (
              <ActionButton onClick={() => setForm('notPosted')}>{t('variant.notPosted')}</ActionButton>
            ) : (
              <ActionButton onClick={() => setForm(null)}>{t('variant.keep')}</ActionButton>
            )
          }
        />
      )}
      {shown === 'notPosted' && <ReasonForm {...common} act="notPosted" onKeep={() => setForm(null)} />}
      {shown === 'withdraw' && (
        <ReasonForm
          {...common}
          act="withdraw"
          platform={platform}
          corrections={handover.corrections}
          onKeep={() => setForm(null)}
        />
      )}
      {mayRecord && (
        <div className="sel-variant-acts">
          {variant.outcome === 'not_posted' && shown === null && handover.phase !== 'draft' && (
            <ActionButton size="small" onClick={() => setForm('confirm')}>
              {t('variant.postedNow')}
            </ActionButton>
          )}
          {variant.outcome === 'posted' && shown === null && (
            <ActionButton size="small" onClick={() => setForm('withdraw')}>
              {t('variant.withdraw')}
            </ActionButton>
          )}
        </div>
      )}
    </section>
  )
}

/** In the order in which they are posted, each to download with what belongs to it. */
function Media({ variant }: { variant: HandoverVariant }) {
  const { t } = useTranslation('publishing')
  const { media, language } = variant
  return (
    <div className="sel-to-paste">
      <h3>{t('variant.media')}</h3>
      <ol className="sel-to-paste-images">
        {media.map((medium, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice; its place names it
          <li key={`${medium.sha256} ${index}`}>
            {media.length > 1 && (
              <span className="sel-second">
                {t('variant.order', { position: index + 1, count: media.length })}
              </span>
            )}
            {medium.fileId !== null && (
              <MediumToPost medium={medium} fileId={medium.fileId} language={language} />
            )}
            {medium.focus !== null && <span className="sel-second">{t('variant.focus', medium.focus)}</span>}
            {medium.posterFileId !== null && (
              <a
                href={fileAddress(medium.posterFileId)}
                download={medium.posterName ?? undefined}
                className="sel-link"
              >
                <IconDownload size={16} aria-hidden />
                {t('variant.poster', { name: medium.posterName ?? '' })}
              </a>
            )}
            {medium.captionsFileId !== null && (
              <a href={fileAddress(medium.captionsFileId)} download className="sel-link">
                <IconDownload size={16} aria-hidden />
                {t('variant.captions', { name: medium.captionsName ?? '' })}
              </a>
            )}
            {medium.transcript !== '' && (
              <CopyButton weight="quiet" text={medium.transcript}>
                {t('variant.copyTranscript')}
              </CopyButton>
            )}
            {medium.alternativeText !== '' && (
              <>
                <span className="sel-second" lang={language}>
                  {medium.alternativeText}
                </span>
                <CopyButton weight="quiet" text={medium.alternativeText}>
                  {t('variant.copyAlternativeText')}
                </CopyButton>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

type MediumGiven = HandoverVariant['media'][number]

function MediumToPost(props: { medium: MediumGiven; fileId: string; language: string }) {
  const { t } = useTranslation('publishing')
  const { medium, fileId, language } = props
  const name = medium.name ?? ''
  return (
    <>
      {fileUse(medium.mimeType ?? 'image/') === 'video' ? (
        <Video medium={{ ...medium, fileId }} language={language} label={name} />
      ) : (
        <img
          src={thumbnailAddress(fileId)}
          alt={medium.alternativeText}
          width={medium.widthPx ?? undefined}
          height={medium.heightPx ?? undefined}
          loading="lazy"
        />
      )}
      <a
        href={fileAddress(fileId)}
        download={medium.name ?? undefined}
        className="sel-link"
        aria-label={t('variant.downloadOne', { name })}
      >
        <IconDownload size={16} aria-hidden />
        {t('variant.download')}
      </a>
    </>
  )
}

/** The outcome as a word, with its link, its reason, who recorded it. */
function Outcome({ variant, isOut }: { variant: HandoverVariant; isOut: boolean }) {
  const { t } = useTranslation('publishing')
  const last = variant.outcomes.at(-1)
  if (!isOut && variant.outcome === 'none') return null
  if (last === undefined || variant.outcome === 'none')
    return <span className="sel-second">{t('outcome.none')}</span>
  const posted = variant.outcomes.find((one) => one.kind === 'posted')
  return (
    <div className="sel-variant-outcome">
      <b>{t(`outcome.${last.kind}`, { at: last.happenedAt })}</b>
      {last.reason !== null && <span>{last.reason}</span>}
      {last.replacement !== null && (
        <Link to="/publications/$id" params={{ id: last.replacement.id }} className="sel-link">
          {t('outcome.replacedBy', { title: last.replacement.title })}
        </Link>
      )}
      {posted?.link && (
        <a href={posted.link} target="_blank" rel="noreferrer" className="sel-link">
          {t('outcome.openPost')}
        </a>
      )}
      <span className="sel-second">{t('outcome.by', { name: last.by, at: last.recordedAt })}</span>
    </div>
  )
}

import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { platformFacts } from '../../domain/platforms/facts.ts'
import type { PlatformFinding } from '../../domain/platforms/platform.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication, Variant } from './editor-data.ts'
import { FindingsList } from './findings-list.tsx'
import { Media } from './media.tsx'
import { PostPreview } from './post-preview.tsx'
import { Quotable } from './quotable.tsx'
import { postOf, resolvedOf } from './resolved.ts'
import { TextArea } from './text-area.tsx'
import { useFieldProblem } from './use-field-problem.ts'
import { usePlatform } from './use-platform.ts'
import type { WritingState } from './use-writing.ts'

type Props = {
  publication: Publication
  variant: Variant
  writing: WritingState
  findings: readonly PlatformFinding[]
  isWritable: boolean
}

/** What one account has of its own; where nothing may be typed, the post as it will be. */
export function VariantFields({ publication, variant, writing, findings, isWritable }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const problem = useFieldProblem(writing)
  const remove = useCommand(trpc.publications.removeAccount, {
    refresh: [{ queryKey: trpc.publications.pathKey() }, { queryKey: trpc.reading.pathKey() }],
  })
  const rules = usePlatform(variant.account.platform)
  const { handle, platform } = variant.account
  const key = `variant:${variant.id}` as const
  const ownText = writing.value(key, 'ownText', variant.ownText)
  const headline = writing.value(key, 'headline', variant.headline)
  const ownLink = writing.value(key, 'ownLink', variant.ownLink)
  const ownLanguage = writing.value(key, 'ownLanguage', variant.ownLanguage)
  const ownMedia = writing.value(`media:${variant.id}`, 'media', variant.ownMedia)
  const mainText = writing.value('head', 'mainText', publication.mainText)
  const textBlockers = findings.some((finding) => finding.field === 'text' && finding.severity === 'blocker')
  const problemsId = `variant-${variant.id}-problems`
  const resolved = resolvedOf(publication, variant, writing)
  const followMain = isWritable && ownText !== null ? () => writing.set(key, 'ownText', null) : null
  const problems = (
    <FindingsList id={problemsId} findings={findings} platform={platform} onFollowMain={followMain} />
  )

  if (!isWritable) {
    return (
      <>
        <PostPreview post={postOf(variant, resolved, rules?.textToPaste(resolved) ?? null)} rules={rules} />
        {problems}
      </>
    )
  }
  return (
    <>
      {(platformFacts[platform].headline !== 'none' || headline) && (
        <Quotable variantId={variant.id} field="headline" isCommentable={publication.may.comment.isAllowed}>
          <TextInput
            label={t('variants.headline', { platform: ui(`platform.${platform}`) })}
            value={headline ?? ''}
            lang={resolved.language}
            maxLength={1000}
            onChange={(event) => writing.set(key, 'headline', event.currentTarget.value || null)}
          />
        </Quotable>
      )}
      {ownText === null ? (
        <p className="sel-variant-follows">
          <span className="sel-second">{t('variants.mainTextIs')}</span>{' '}
          <button type="button" className="sel-link" onClick={() => writing.set(key, 'ownText', mainText)}>
            {t('variants.writeOwn')}
          </button>
        </p>
      ) : (
        <Quotable variantId={variant.id} field="ownText" isCommentable={publication.may.comment.isAllowed}>
          <TextArea
            aria-label={t('variants.text', { handle, platform: ui(`platform.${platform}`) })}
            value={ownText}
            lang={resolved.language}
            isInvalid={textBlockers}
            describedBy={findings.length > 0 ? problemsId : undefined}
            error={problem(key, 'ownText')}
            onChange={(value) => writing.set(key, 'ownText', value)}
          />
        </Quotable>
      )}
      {problems}
      {ownText !== null && findings.length === 0 && (
        <button type="button" className="sel-link" onClick={() => writing.set(key, 'ownText', null)}>
          {t('variants.useMain')}
        </button>
      )}
      {ownLink === null ? null : (
        <TextInput
          label={t('variants.link', { handle })}
          description={t('variants.noLinkHint')}
          type="url"
          value={ownLink}
          error={problem(key, 'ownLink')}
          onChange={(event) => writing.set(key, 'ownLink', event.currentTarget.value)}
        />
      )}
      {ownMedia !== null && (
        <Media
          media={ownMedia}
          isWritable
          language={resolved.language}
          onChange={(next) => writing.set(`media:${variant.id}`, 'media', next)}
        />
      )}
      <div className="sel-variant-actions">
        <Select
          aria-label={t('variants.language')}
          className="sel-variant-language"
          data={[
            { value: '', label: t('variants.sameLanguage') },
            { value: 'id', label: t('languages.id') },
            { value: 'en', label: t('languages.en') },
          ]}
          value={ownLanguage ?? ''}
          allowDeselect={false}
          onChange={(value) => writing.set(key, 'ownLanguage', value || null)}
        />
        <button
          type="button"
          className="sel-link"
          onClick={() => writing.set(key, 'ownLink', ownLink === null ? (publication.mainLink ?? '') : null)}
        >
          {t(ownLink === null ? 'variants.writeOwnLink' : 'variants.useMainLink')}
        </button>
        <button
          type="button"
          className="sel-link"
          onClick={() =>
            writing.set(`media:${variant.id}`, 'media', ownMedia === null ? [...resolved.shown] : null)
          }
        >
          {t(ownMedia === null ? 'variants.ownImagesInstead' : 'variants.useMainImages')}
        </button>
        {publication.variants.length > 1 && (
          <ActionButton
            weight="quiet"
            size="small"
            isPending={remove.isPending}
            onClick={() => void remove.run({ publicationId: publication.id, variantId: variant.id })}
          >
            {t('variants.remove')}
          </ActionButton>
        )}
      </div>
      <RefusalSentence failure={remove.failure ?? writing.failures[key] ?? null} />
    </>
  )
}

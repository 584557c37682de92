import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlatformMark } from '../ui/platform-mark.tsx'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { Counter } from './counter.tsx'
import type { Publication, Variant } from './editor-data.ts'
import { resolvedOf } from './resolved.ts'
import { usePlatform } from './use-platform.ts'
import type { WritingState } from './use-writing.ts'
import { VariantFields } from './variant-fields.tsx'

type Props = {
  publication: Publication
  variant: Variant
  writing: WritingState
  isOpen: boolean
  isWritable: boolean
  onToggle: () => void
}

/** One account: its line, and open below it what it has of its own. */
export function VariantRow({ publication, variant, writing, isOpen, isWritable, onToggle }: Props) {
  const { t } = useTranslation('publications')
  const platform = usePlatform(variant.account.platform)
  const resolved = useDeferredValue(resolvedOf(publication, variant, writing))
  const ownLimits = variant.account.ownLimits ?? undefined
  const count = useMemo(
    () => platform?.countText(resolved, ownLimits) ?? null,
    [platform, resolved, ownLimits],
  )
  const findings = useMemo(
    () => platform?.check(resolved, ownLimits) ?? variant.findings,
    [platform, resolved, ownLimits, variant.findings],
  )
  const blockers = findings.filter((finding) => finding.severity === 'blocker').length
  const warnings = findings.length - blockers
  const { outcome } = variant

  return (
    <div className="sel-variant" data-open={isOpen || undefined}>
      <button
        type="button"
        id={`variant-${variant.id}`}
        className="sel-variant-line"
        aria-expanded={isOpen}
        aria-controls={`variant-${variant.id}-fields`}
        onClick={onToggle}
      >
        <PlatformMark platform={variant.account.platform} />
        <span className="sel-variant-name">
          <b>{variant.account.handle}</b>
          <span className="sel-second">{aside()}</span>
        </span>
        <Counter count={count} />
        {blockers > 0 ? (
          <ReadinessMark state="blocked" label={t('variants.problems', { count: blockers })} />
        ) : warnings > 0 ? (
          <ReadinessMark state="warning" label={t('variants.warnings', { count: warnings })} />
        ) : (
          <ReadinessMark state="ready" label={t('variants.fine')} />
        )}
      </button>
      {isOpen && (
        <div id={`variant-${variant.id}-fields`} className="sel-variant-fields">
          <VariantFields
            publication={publication}
            variant={variant}
            writing={writing}
            findings={findings}
            isWritable={isWritable}
          />
        </div>
      )}
    </div>
  )

  /** What it follows or has of its own; after hand-over what became of it. */
  function aside(): string {
    const key = `variant:${variant.id}` as const
    const mainLanguage = writing.value('head', 'language', publication.language)
    const isOwnLanguage = resolved.language !== mainLanguage
    const own = [
      writing.value(key, 'ownText', variant.ownText) === null ? null : t('variants.own'),
      writing.value(key, 'headline', variant.headline) ? t('variants.ownHeadline') : null,
      writing.value(key, 'ownLink', variant.ownLink) === null ? null : t('variants.ownLink'),
      writing.value(`media:${variant.id}`, 'media', variant.ownMedia) === null
        ? null
        : t('variants.ownImages'),
      isOwnLanguage ? t('variants.inLanguage', { language: t(`languages.${resolved.language}`) }) : null,
      variant.account.isEnded ? t('variants.ended') : null,
      publication.handedOverAt === null ? null : t(`variants.outcome.${outcome}`),
    ].filter((one) => one !== null)
    const isFollowing = writing.value(key, 'ownText', variant.ownText) === null
    return isFollowing ? [t('variants.follows'), ...own].join(', ') : own.join(', ')
  }
}

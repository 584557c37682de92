import { useTranslation } from 'react-i18next'
import type { PlatformFinding, PlatformId } from '../../domain/platforms/platform.ts'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import { useFindingSentence } from './use-finding-sentence.ts'

type Props = {
  id: string
  findings: readonly PlatformFinding[]
  platform: PlatformId
  /** Lets a text of its own follow the main text again; null where it does or may not. */
  onFollowMain: (() => void) | null
}

/** What stands against a variant, each with what to do about it. */
export function FindingsList({ id, findings, platform, onFollowMain }: Props) {
  const { t } = useTranslation('publications')
  const say = useFindingSentence()
  if (findings.length === 0) return null
  return (
    <ul id={id} className="sel-findings">
      {findings.map((finding, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no id, and stand in the order of the form
          key={`${finding.code} ${index}`}
          data-severity={finding.severity}
        >
          <ReadinessMark
            state={finding.severity === 'blocker' ? 'blocked' : 'warning'}
            label={null}
            size={16}
          />
          <span>
            {say(finding, platform)}{' '}
            {finding.field === 'text' && onFollowMain !== null && (
              <button type="button" className="sel-link" onClick={onFollowMain}>
                {t('variants.useMain')}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PlatformMark, type PlatformName } from './platform-mark.tsx'
import './marks.css'

/** Up to two first letters: "Ratna Kusumawardhani" is RK. */
function initialsOf(name: string): string {
  const words = name.replace(/^@/, '').split(/\s+/u).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** Round for a person, square for an institution. Decorative: the name always stands beside it. */
export function Picture(props: { name: string; of?: 'person' | 'institution'; size?: 'normal' | 'large' }) {
  return (
    <span
      className="sel-picture"
      data-shape={props.of === 'institution' ? 'square' : 'round'}
      data-size={props.size}
      aria-hidden="true"
    >
      {initialsOf(props.name)}
    </span>
  )
}

type AccountProps = {
  handle: string
  platform: PlatformName
  kind: 'institutional' | 'executive'
  /** The office-holder of an executive account, or the institution's name. */
  holder?: string
  /** `line`: glyph and handle on one line; `post`: picture, holder and handle, as over a post. */
  look?: 'line' | 'post'
  children?: ReactNode
}

export function AccountName({ handle, platform, kind, holder, look = 'line', children }: AccountProps) {
  const { t } = useTranslation('ui')
  if (look === 'line') {
    return (
      <span className="sel-platform">
        <PlatformMark platform={platform} />
        <b>{handle}</b>
        {kind === 'executive' && <span className="sel-second">{t('account.executive')}</span>}
        {children}
      </span>
    )
  }
  return (
    <span className="sel-account">
      <Picture name={holder ?? handle} of={kind === 'executive' ? 'person' : 'institution'} size="large" />
      <span className="sel-account-names">
        <b>{holder ?? handle}</b>
        <span>
          {t('account.of', { handle, platform: t(`platform.${platform}`) })}
          {children}
        </span>
      </span>
    </span>
  )
}

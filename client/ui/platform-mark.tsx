import {
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandTelegram,
  IconBrandThreads,
  IconBrandTiktok,
  IconBrandWhatsapp,
  IconBrandX,
  IconBrandYoutube,
  IconLink,
  IconNews,
  IconUserFilled,
  IconWorld,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './marks.css'

const glyphs = {
  x: IconBrandX,
  instagram: IconBrandInstagram,
  facebook: IconBrandFacebook,
  tiktok: IconBrandTiktok,
  youtube: IconBrandYoutube,
  linkedin: IconBrandLinkedin,
  threads: IconBrandThreads,
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  website: IconWorld,
  press_release: IconNews,
  other: IconLink,
}

export type PlatformName = keyof typeof glyphs

/** The platform's glyph in ink, never in brand colours; named in words unless `decorative`. */
export function PlatformMark(props: {
  platform: PlatformName
  word?: boolean
  decorative?: boolean
  size?: number
}) {
  const { t } = useTranslation('ui')
  const { platform, word = false, decorative = false, size = 16 } = props
  const Glyph = glyphs[platform]
  return (
    <span className="sel-platform">
      <Glyph size={size} stroke={2} aria-hidden />
      {word && <span>{t(`platform.${platform}`)}</span>}
      {!word && !decorative && <span className="sel-hidden">{t(`platform.${platform}`)}</span>}
    </span>
  )
}

/** A row of glyphs, read as one list of names: all up to `most`, else one fewer and "+n". */
export function PlatformMarks(props: {
  platforms: readonly PlatformName[]
  /** Puts the filled person of an executive account before the glyphs. */
  isExecutive?: boolean
  most?: number
  size?: number
}) {
  const { t } = useTranslation('ui')
  const { platforms, isExecutive = false } = props
  const names = platforms.map((one) => t(`platform.${one}`)).join(', ')
  return (
    <PlatformGlyphs {...props} more={(count) => t('platform.more', { count })}>
      <span className="sel-hidden">{isExecutive ? `${t('account.executive')}, ${names}` : names}</span>
    </PlatformGlyphs>
  )
}

/** The row alone, without names: for where they stand beside it already, and hundreds are drawn at once. */
export function PlatformGlyphs(props: {
  platforms: readonly PlatformName[]
  isExecutive?: boolean
  most?: number
  size?: number
  /** The words for how many are not shown. */
  more: (count: number) => string
  children?: ReactNode
}) {
  const { platforms, isExecutive = false, most = 3, size = 14, more, children } = props
  const shown = platforms.length > most ? platforms.slice(0, most - 1) : platforms
  return (
    <span className="sel-platforms">
      {isExecutive && <IconUserFilled size={size} aria-hidden />}
      {shown.map((one) => {
        const Glyph = glyphs[one]
        return <Glyph key={one} size={size} stroke={2} aria-hidden />
      })}
      {shown.length < platforms.length && (
        <span aria-hidden="true">{more(platforms.length - shown.length)}</span>
      )}
      {children}
    </span>
  )
}

/** Whether a text names a platform that has a glyph; unknown ones are drawn as `other`. */
export function platformOf(text: string): PlatformName {
  return Object.hasOwn(glyphs, text) ? (text as PlatformName) : 'other'
}

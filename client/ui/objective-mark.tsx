import { IconShield, IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import './marks.css'

export type Objective = 'promote' | 'protect'

/** Megaphone or shield in the colour of the objective's text; beside it the word, or the word as its name alone. */
export function ObjectiveMark(props: { objective: Objective; word?: boolean; size?: number }) {
  const { t } = useTranslation('ui')
  const { objective, word = true, size = 16 } = props
  const name = t(`objective.${objective}`)
  return (
    <span className="sel-mark" data-objective={objective}>
      <ObjectiveGlyph objective={objective} size={size} />
      {word ? <b>{name}</b> : <span className="sel-hidden">{name}</span>}
    </span>
  )
}

/** The glyph alone, without a name: for where the word stands beside it already. */
export function ObjectiveGlyph({ objective, size = 16 }: { objective: Objective; size?: number }) {
  const Glyph = objective === 'promote' ? IconSpeakerphone : IconShield
  return <Glyph size={size} stroke={2.2} aria-hidden />
}

/** The 26 px tile of the phone's lists; `quiet` takes the ground away, for what is out. */
export function ObjectiveTile({ objective, quiet = false }: { objective: Objective; quiet?: boolean }) {
  const { t } = useTranslation('ui')
  return (
    <span className="sel-objective-tile" data-objective={objective} data-quiet={quiet || undefined}>
      <ObjectiveGlyph objective={objective} />
      <span className="sel-hidden">{t(`objective.${objective}`)}</span>
    </span>
  )
}

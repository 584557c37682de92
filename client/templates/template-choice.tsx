import { Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/me.ts'
import type { Template } from './template.ts'
import { useHeld, useLeftOut } from './use-template-words.ts'
import './templates.css'

type Props = {
  templates: readonly Template[]
  chosen: Template | null
  /** Whether the new publication stands in a campaign, which may have a briefing of its own. */
  isInCampaign: boolean
  onChoose: (id: string | null) => void
}

/** Which template a new publication begins from, and what comes along from it. */
export function TemplateChoice({ templates, chosen, isInCampaign, onChoose }: Props) {
  const { t } = useTranslation('templates')
  const may = useMay()
  const held = useHeld()
  const leftOutOf = useLeftOut()
  const hasSeveralUnits = new Set(templates.map((one) => one.unitId)).size > 1
  const writesBriefing = chosen !== null && chosen.keyMessages.length + chosen.notToSay.length > 0
  const what = chosen === null ? [] : held(chosen)
  return (
    <div className="sel-template-choice">
      {may('template.manage') && (
        <Link className="sel-link" to="/settings/$section" params={{ section: 'templates' }}>
          {t('choose.manage')}
        </Link>
      )}
      <Select
        label={t('choose.label')}
        placeholder={t('choose.none')}
        data={templates.map((one) => ({
          value: one.id,
          label: hasSeveralUnits ? t('choose.of', { name: one.name, unit: one.unit }) : one.name,
        }))}
        value={chosen?.id ?? null}
        clearable
        searchable={templates.length > 8}
        onChange={onChoose}
      />
      <div role="status">
        {chosen !== null && (
          <p className="sel-choices-hint">
            {what.length === 0 ? t('holds.nothing') : t('holds.comesAlong', { what })}
          </p>
        )}
        {(chosen === null ? [] : leftOutOf(chosen.leftOut)).map((sentence) => (
          <p key={sentence} className="sel-choices-hint">
            {sentence}
          </p>
        ))}
        {writesBriefing && isInCampaign && <p className="sel-choices-hint">{t('choose.campaign')}</p>}
      </div>
    </div>
  )
}

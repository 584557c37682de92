import { Select } from '@mantine/core'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { capital, full, zoneName } from '../../domain/language/format.ts'
import type { Objective } from '../../domain/publications/objectives.ts'
import { subjectClasses } from '../../domain/subject-classes.ts'
import { AgendaField } from '../agenda/agenda-field.tsx'
import { CampaignField } from '../campaigns/campaign-field.tsx'
import { useReader } from '../shell/reader.ts'
import { ObjectiveGlyph, ObjectiveMark } from '../ui/objective-mark.tsx'
import { Segments } from '../ui/segments.tsx'
import { classNeedsKey } from './class-needs.ts'
import type { Choices, Publication } from './editor-data.ts'
import { EmbargoField } from './embargo-field.tsx'
import { shortTimeWords, timeWords } from './time-words.ts'
import type { WritingState } from './use-writing.ts'

type Props = {
  publication: Publication
  writing: WritingState
  choices: Choices | null
  /** Whether content may be typed now. */
  isOpen: boolean
  onMove: () => void
}

/** Objective, time, subject class, campaign and owner, with what the subject class asks for under it. */
export function HeadFields({ publication, writing, choices, isOpen, onMove }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const reader = useReader()
  const id = useId()
  const { may } = publication
  const mayDetail = may.editDetails.isAllowed
  const objective = writing.value<Objective>('head', 'objective', publication.objective)
  const subjectClass = writing.value('head', 'subjectClass', publication.subjectClass)
  const campaignId = writing.value('head', 'campaignId', publication.campaign?.id ?? null)
  const agendaEventId = writing.value('head', 'agendaEventId', publication.event?.id ?? null)
  const embargoUntil = writing.value('head', 'embargoUntil', publication.embargoUntil)
  const ownerId = writing.value('head', 'ownerId', publication.owner.id)
  const when = timeWords(t, publication)
  const campaigns = withPresent(choices?.campaigns ?? [], publication.campaign)
  const publicId = writing.value('head', 'publicId', publication.public?.id ?? null)
  const publics = withPresent(choices?.publics ?? [], publication.public)
  const owners = withPresent(choices?.owners ?? [], publication.owner)

  return (
    <div className="sel-head-fields">
      {isOpen ? (
        <Segments
          label={t('fields.objective')}
          isLabelShown
          segments={(['promote', 'protect'] as const).map((value) => ({
            value,
            label: ui(`objective.${value}`),
            mark: <ObjectiveGlyph objective={value} />,
            tone: value,
          }))}
          value={objective}
          onChange={(value) => writing.set('head', 'objective', value)}
        />
      ) : (
        <Shown label={t('fields.objective')}>
          <ObjectiveMark objective={objective} />
        </Shown>
      )}
      <div>
        <span id={`${id}-time`} className="sel-field-label">
          {t('time.label', { zone: zoneName(publication.plannedAt ?? reader.now, reader) })}
        </span>
        {may.move.isAllowed ? (
          <button type="button" className="sel-field-button" aria-describedby={`${id}-time`} onClick={onMove}>
            <span className="sel-hidden">{t('time.change', { when })}</span>
            <span aria-hidden="true">{shortTimeWords(t, publication, reader)}</span>
            <IconCalendarEvent size={16} aria-hidden />
          </button>
        ) : (
          <span className="sel-shown">{capital(when)}</span>
        )}
      </div>
      <div>
        {isOpen ? (
          <Select
            label={t('fields.subjectClass')}
            data={subjectClasses.map((value) => ({ value, label: ui(`subjectClass.${value}`) }))}
            value={subjectClass}
            placeholder={t('none')}
            allowDeselect={false}
            aria-describedby={`${id}-needs`}
            onChange={(value) => value !== null && writing.set('head', 'subjectClass', value)}
          />
        ) : (
          <Shown label={t('fields.subjectClass')}>
            {subjectClass === null ? t('none') : ui(`subjectClass.${asClass(subjectClass)}`)}
          </Shown>
        )}
        <p id={`${id}-needs`} className="sel-needs">
          {t(
            classNeedsKey({
              objective,
              subjectClass,
              hasExecutiveAccount: publication.isExecutive,
              alsoAlignedClasses: choices?.alsoAlignedClasses ?? [],
            }),
          )}
        </p>
      </div>
      {mayDetail ? (
        <CampaignField
          label={t('fields.campaignId')}
          none={t('create.noCampaign')}
          campaigns={campaigns}
          value={campaignId}
          unitId={publication.unit.id}
          onChange={(value) => writing.set('head', 'campaignId', value)}
        />
      ) : (
        <Shown label={t('fields.campaignId')}>{publication.campaign?.name ?? t('create.noCampaign')}</Shown>
      )}
      {mayDetail ? (
        publics.length > 0 && (
          <Select
            label={t('fields.publicId')}
            data={publics.map(({ id: value, name }) => ({ value, label: name }))}
            value={publicId}
            placeholder={t('generalPublic')}
            clearable
            onChange={(value) => writing.set('head', 'publicId', value)}
          />
        )
      ) : publication.public === null ? null : (
        <Shown label={t('fields.publicId')}>{publication.public.name}</Shown>
      )}
      {mayDetail ? (
        <Select
          label={t('fields.ownerId')}
          data={owners.map(({ id: value, name }) => ({ value, label: name }))}
          value={ownerId}
          allowDeselect={false}
          searchable={owners.length > 8}
          onChange={(value) => value !== null && writing.set('head', 'ownerId', value)}
        />
      ) : (
        <Shown label={t('fields.ownerId')}>{publication.owner.name}</Shown>
      )}
      {mayDetail ? (
        <AgendaField
          label={t('fields.agendaEventId')}
          value={agendaEventId}
          present={publication.event}
          onChange={(value) => writing.set('head', 'agendaEventId', value)}
        />
      ) : (
        publication.event !== null && (
          <Shown label={t('fields.agendaEventId')}>{publication.event.name}</Shown>
        )
      )}
      {mayDetail && may.move.isAllowed ? (
        <EmbargoField value={embargoUntil} onChange={(value) => writing.set('head', 'embargoUntil', value)} />
      ) : (
        embargoUntil !== null && <Shown label={t('fields.embargoUntil')}>{full(embargoUntil, reader)}</Shown>
      )}
      {publication.campaignEmbargoUntil !== null && (
        <p className="sel-second">{t('embargo.ofCampaign', { at: publication.campaignEmbargoUntil })}</p>
      )}
    </div>
  )
}

function asClass(value: string) {
  return subjectClasses.find((one) => one === value) ?? 'information'
}

function withPresent<T extends { id: string; name: string }>(
  list: readonly T[],
  present: { id: string; name: string } | null,
): { id: string; name: string }[] {
  if (present === null || list.some((one) => one.id === present.id)) return [...list]
  return [present, ...list]
}

function Shown({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <span className="sel-field-label">{label}</span>
      <span className="sel-shown">{children}</span>
    </div>
  )
}

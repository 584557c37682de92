import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronRight, IconDots } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { monthAndYear } from '../../domain/language/format.ts'
import { holds } from '../../domain/permissions.ts'
import { PhoneBell } from '../shell/bell-button.tsx'
import { useKeys } from '../shell/keys.ts'
import { useChangedBy } from '../shell/live.ts'
import { useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { SaveAsTemplate } from '../templates/save-as-template.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import type { Publication } from './editor-data.ts'
import { NextStep } from './next-step.tsx'
import { useFieldProblem } from './use-field-problem.ts'
import type { WritingState } from './use-writing.ts'

type Props = {
  publication: Publication
  writing: WritingState
  onMove: () => void
  onRepeat: (() => void) | null
}

/** Month, title, state, what is saved, and the one next step; the rarer acts behind three dots. */
export function EditorHead({ publication, writing, onMove, onRepeat }: Props) {
  const { t } = useTranslation('publications')
  const { t: series } = useTranslation('series')
  const { t: templates } = useTranslation('templates')
  const { t: shell } = useTranslation('shell')
  const trpc = useTRPC()
  const me = useMe()
  const navigate = useNavigate()
  const reader = useReader()
  const changedBy = useChangedBy('publications', publication.id)
  const problem = useFieldProblem(writing)
  const [isCancelling, setIsCancelling] = useState(false)
  const [isSavingAs, setIsSavingAs] = useState(false)
  const duplicate = useCommand(trpc.publications.duplicate, {
    refresh: [{ queryKey: trpc.reading.pathKey() }],
    onDone: ({ id }) => void navigate({ to: '/publications/$id', params: { id } }),
  })
  const { may, plannedDay, phase } = publication
  const title = writing.value('head', 'title', publication.title)
  const isOut = phase === 'handed_over' || phase === 'published'
  const titleProblem = problem('head', 'title')
  const params = { id: publication.id }
  const acts = [
    { name: t('editor.move'), isOffered: may.move.isAllowed, run: onMove },
    { name: series('repeat'), isOffered: onRepeat !== null, run: () => onRepeat?.() },
    {
      name: t('editor.duplicate'),
      isOffered: may.duplicate.isAllowed,
      run: () => void duplicate.run({ publicationId: publication.id }),
    },
    {
      name: t('editor.correct'),
      isOffered: may.duplicate.isAllowed && phase === 'published',
      run: () => void duplicate.run({ publicationId: publication.id, isCorrection: true }),
    },
    {
      name: templates('saveAs.act'),
      isOffered: !publication.isExecutive && holds(me.grants, 'template.manage', publication.unit.id),
      run: () => setIsSavingAs(true),
    },
    {
      name: t('editor.toHandover'),
      isOffered: isOut,
      run: () => void navigate({ to: '/publications/$id/handover', params }),
    },
    {
      name: t('editor.toRecord'),
      isOffered: true,
      run: () => void navigate({ to: '/publications/$id/record', params }),
    },
    { name: t('editor.cancel'), isOffered: may.cancel.isAllowed, run: () => setIsCancelling(true) },
  ].filter((act) => act.isOffered)
  useKeys(acts.map(({ name, run }) => ({ keys: null, name, run })))

  return (
    <header className="sel-editor-head">
      <nav className="sel-page-back" aria-label={shell('nav.calendar')}>
        <Link to="/calendar" search={plannedDay === null ? {} : { date: plannedDay }}>
          {plannedDay === null ? shell('nav.calendar') : monthAndYear(plannedDay, reader)}
        </Link>
        <IconChevronRight size={16} aria-hidden />
      </nav>
      <PhoneBell />
      <div className="sel-editor-title">
        <h1 className="sel-hidden" tabIndex={-1}>
          {publication.title}
        </h1>
        {may.editDetails.isAllowed ? (
          <textarea
            className="sel-title-field"
            aria-label={t('fields.title')}
            aria-invalid={titleProblem !== null || undefined}
            value={title}
            rows={1}
            maxLength={200}
            onChange={(event) =>
              writing.set('head', 'title', event.currentTarget.value.replaceAll('\n', ' '))
            }
          />
        ) : (
          <span className="sel-title-shown" aria-hidden="true">
            {publication.title}
          </span>
        )}
        <StatusWord status={publication.status} framed />
      </div>
      <FieldError>{titleProblem}</FieldError>
      <div className="sel-editor-acts">
        {changedBy !== null && (
          <span className="sel-second">{t('editor.changedBy', { name: changedBy })}</span>
        )}
        <span className="sel-second" role="status">
          {savedWords()}
        </span>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('editor.more')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map(({ name, run }) => (
              <Menu.Item key={name} onClick={run}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <NextStep publication={publication} writing={writing} />
      </div>
      {publication.corrects !== null && (
        <p className="sel-editor-corrects">
          <Link to="/publications/$id" params={{ id: publication.corrects.id }}>
            {t('editor.corrects', { title: publication.corrects.title })}
          </Link>
        </p>
      )}
      {isSavingAs && <SaveAsTemplate publication={publication} onClose={() => setIsSavingAs(false)} />}
      {isCancelling && <CancelDialog publicationId={publication.id} onClose={() => setIsCancelling(false)} />}
    </header>
  )

  function savedWords(): string {
    if (!may.editDetails.isAllowed && !publication.variants.some((variant) => variant.mayWrite)) return ''
    if (writing.isWaitingForNetwork) return t('editor.waiting')
    if (writing.isSaving) return t('editor.saving')
    if (writing.isDirty) return t('editor.unsaved')
    return t('editor.saved', { at: writing.savedAt ?? publication.changedAt })
  }
}

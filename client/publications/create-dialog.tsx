import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithYear } from '../../domain/language/format.ts'
import type { Objective } from '../../domain/publications/objectives.ts'
import { type SubjectClass, subjectClasses } from '../../domain/subject-classes.ts'
import { NewEvent } from '../agenda/new-event.tsx'
import { failureOf } from '../shell/failure.ts'
import { useMay } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { TemplateChoice } from '../templates/template-choice.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { ObjectiveGlyph } from '../ui/objective-mark.tsx'
import { Segments } from '../ui/segments.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { AccountChoice } from './account-choice.tsx'
import { ClassChoice } from './class-choice.tsx'
import { TimeFields } from './time-fields.tsx'
import { readTyped, type TypedProblems, type TypedTime } from './typed-time.ts'
import { useCreate } from './use-create.ts'
import './publications.css'

export type Prefilled = {
  /** The day that was clicked or focused; without one it begins unscheduled. */
  day?: string
  clock?: string
  objective?: Objective
  campaignId?: string
  agendaEventId?: string
  accountIds?: readonly string[]
  templateId?: string
}

type Props = {
  prefilled?: Prefilled
  onClose: () => void
  /** Instead of opening the new publication's page. */
  onCreated?: (id: string) => void
}

/**
 * Begins a publication: title, account, subject class, Enter. Day, time, objective and campaign come filled in; the
 * subject class only from a template that was chosen, since it decides what must be aligned.
 */
export function CreateDialog({ prefilled = {}, onClose, onCreated }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const { t: agenda } = useTranslation('agenda')
  const { t: series } = useTranslation('series')
  const may = useMay()
  const trpc = useTRPC()
  const reader = useReader()
  const navigate = useNavigate()
  const id = useId()
  const choices = useQuery(trpc.publications.choices.queryOptions({ unitId: null }))
  const known = useQuery({ ...trpc.templates.list.queryOptions({}), enabled: may('template.use') })
  const create = useCreate()

  const [title, setTitle] = useState('')
  const [templateId, setTemplateId] = useState(prefilled.templateId ?? null)
  // What was chosen by hand; null leaves it to the template, and without one to what came filled in.
  const [chosenObjective, setObjective] = useState<Objective | null>(null)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [chosenClass, setSubjectClass] = useState<SubjectClass | null>(null)
  const [campaignId, setCampaignId] = useState<string | null>(prefilled.campaignId ?? null)
  const [publicId, setPublicId] = useState<string | null>(null)
  const [typed, setTyped] = useState<TypedTime>({
    kind: prefilled.day === undefined ? 'none' : 'exact',
    day: prefilled.day === undefined ? '' : dateWithYear(prefilled.day, reader),
    clock: prefilled.clock ?? (reader.language === 'id' ? '09.00' : '09:00'),
  })
  const [isEvent, setIsEvent] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const first = useRef<HTMLInputElement>(null)
  const isReady = choices.isSuccess && !known.isLoading

  useEffect(() => {
    if (isReady) first.current?.focus()
  }, [isReady])

  const accounts = choices.data?.accounts ?? []
  const templates = known.data ?? []
  const template = templates.find((one) => one.id === templateId) ?? null
  const usualIds = prefilled.accountIds ?? (accounts.length === 1 && accounts[0] ? [accounts[0].id] : [])
  const accountIds = chosen ?? template?.accountIds ?? usualIds
  const objective = chosenObjective ?? template?.objective ?? prefilled.objective ?? 'promote'
  const subjectClass = chosenClass ?? template?.subjectClass ?? null
  const read = readTyped(typed)
  const hasTried = attempt > 0
  const timeProblems: TypedProblems | null = hasTried && 'problems' in read ? read.problems : null
  const titleProblem = hasTried && title.trim() === '' ? t('create.titleMissing') : null
  const classProblem = hasTried && subjectClass === null ? t('create.classMissing') : null
  const problems: FieldProblem[] = [
    ...(titleProblem ? [{ fieldId: `${id}-title`, sentence: titleProblem }] : []),
    ...(classProblem ? [{ fieldId: `${id}-class-${subjectClasses[0]}`, sentence: classProblem }] : []),
  ]

  const submit = async (isToBeRepeated = false) => {
    setAttempt(attempt + 1)
    if (title.trim() === '' || subjectClass === null || 'problems' in read) return
    const agendaEventId = prefilled.agendaEventId ?? null
    const outcome = await create.run(
      {
        ...{ title, objective, subjectClass, campaignId, agendaEventId, publicId },
        time: read.time,
        chosenIds: chosen,
      },
      template === null ? { usualIds: [...usualIds] } : { templateId: template.id },
    )
    if (!outcome.ok) return
    onClose()
    const params = { id: outcome.value.id }
    if (isToBeRepeated) void navigate({ to: '/publications/$id', params, search: { open: 'repeat' } })
    else if (onCreated) onCreated(outcome.value.id)
    else void navigate({ to: '/publications/$id', params })
  }

  if (isEvent) return <NewEvent day={prefilled.day ?? null} onClose={onClose} />
  return (
    <Sheet isOpen onClose={onClose} title={t('create.title')}>
      {!isReady && !choices.isError && <LoadingLines count={4} />}
      {choices.isError && <RefusalSentence failure={failureOf(choices.error)} of="load" />}
      {choices.data?.units.length === 0 && <p>{t('create.nothing')}</p>}
      {isReady && choices.data.units.length > 0 && (
        <form
          className="sel-pub-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!create.isPending) void submit()
          }}
        >
          {problems.length > 1 && <ErrorSummary problems={problems} attempt={attempt} />}
          {known.isError && <RefusalSentence failure={failureOf(known.error)} of="load" />}
          {templates.length > 0 && (
            <TemplateChoice
              templates={templates}
              chosen={template}
              isInCampaign={campaignId !== null}
              onChoose={(next) => {
                setTemplateId(next)
                setObjective(null)
                setSubjectClass(null)
                setChosen(null)
              }}
            />
          )}
          <TextInput
            id={`${id}-title`}
            label={t('create.name')}
            value={title}
            maxLength={200}
            ref={first}
            data-autofocus
            autoComplete="off"
            error={titleProblem}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <AccountChoice accounts={accounts} chosen={accountIds} onChange={setChosen} />
          <div>
            <ClassChoice
              idPrefix={`${id}-class`}
              value={subjectClass}
              onChange={setSubjectClass}
              others={{
                objective,
                hasExecutiveAccount: accounts.some(
                  (account) => account.kind === 'executive' && accountIds.includes(account.id),
                ),
                alsoAlignedClasses: choices.data.alsoAlignedClasses,
              }}
              describedBy={`${id}-class-problem`}
            />
            <FieldError id={`${id}-class-problem`}>{classProblem}</FieldError>
          </div>
          <div className="sel-pub-pair">
            <Segments
              label={t('create.objective')}
              isLabelShown
              segments={(['promote', 'protect'] as const).map((value) => ({
                value,
                label: ui(`objective.${value}`),
                mark: <ObjectiveGlyph objective={value} />,
                tone: value,
              }))}
              value={objective}
              onChange={setObjective}
            />
            {choices.data.campaigns.length > 0 && (
              <Select
                label={t('create.campaign')}
                placeholder={t('create.noCampaign')}
                data={choices.data.campaigns.map((campaign) => ({
                  value: campaign.id,
                  label: campaign.name,
                }))}
                value={campaignId}
                clearable
                searchable={choices.data.campaigns.length > 8}
                onChange={setCampaignId}
              />
            )}
          </div>
          {choices.data.publics.length > 0 && (
            <Select
              label={t('fields.publicId')}
              placeholder={t('generalPublic')}
              data={choices.data.publics.map((one) => ({ value: one.id, label: one.name }))}
              value={publicId}
              clearable
              searchable={choices.data.publics.length > 8}
              onChange={setPublicId}
            />
          )}
          <TimeFields typed={typed} problems={timeProblems} onChange={setTyped} />
          <RefusalSentence failure={create.failure} />
          <div className="sel-pub-actions">
            <ActionButton type="submit" weight="primary" shortcut="Enter" isPending={create.isPending}>
              {t(accountIds.length === 0 ? 'create.submitIdea' : 'create.submit')}
            </ActionButton>
            {may('publication.plan') && typed.kind !== 'none' && (
              <ActionButton isPending={create.isPending} onClick={() => void submit(true)}>
                {series('createAndRepeat')}
              </ActionButton>
            )}
            {may('agenda.manage') && prefilled.agendaEventId === undefined && (
              <ActionButton weight="quiet" onClick={() => setIsEvent(true)}>
                {agenda('create')}
              </ActionButton>
            )}
          </div>
        </form>
      )}
    </Sheet>
  )
}

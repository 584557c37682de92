import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { useNow } from '../shell/now.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { DelegateForm } from './delegate-form.tsx'

type Row = inferOutput<typeof doors.people.delegations>[number]

/** Who decides for whom, from when until when: one's own, and those of one's leaders for a private office. */
export function DelegationsList({ title }: { title: string }) {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const rows = useQuery(trpc.people.delegations.queryOptions({}))
  const leaders = useQuery(trpc.people.leaders.queryOptions({}))
  const choices = leaders.data ?? []
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Row | null>(null)
  const opener = useRef<HTMLSpanElement>(null)
  const close = () => {
    setAdding(false)
    setTimeout(() => opener.current?.querySelector('button')?.focus(), 0)
  }
  return (
    <Section title={title}>
      <p className="sel-second">{t('delegation.help')}</p>
      {rows.isPending && <LoadingLines count={2} />}
      {rows.isError && <RefusalSentence failure={failureOf(rows.error)} of="load" />}
      {rows.data?.length === 0 && <Empty inline>{t('delegation.none')}</Empty>}
      <ul>
        {rows.data?.map((row) => (
          <li key={row.id}>
            <DelegationRow row={row} onEnd={() => setEnding(row)} />
          </li>
        ))}
      </ul>
      {leaders.data?.length === 0 && <p className="sel-second">{t('delegation.whoMay')}</p>}
      {choices.length > 0 && isAdding && <DelegateForm leaders={choices} onClose={close} />}
      {choices.length > 0 && !isAdding && (
        <span ref={opener}>
          <ActionButton onClick={() => setAdding(true)}>{t('delegation.new')}</ActionButton>
        </span>
      )}
      {ending !== null && <EndDelegation row={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

function DelegationRow({ row, onEnd }: { row: Row; onEnd: () => void }) {
  const { t } = useTranslation(['people', 'ui'])
  const now = useNow()
  const state = stateOf(row, now)
  return (
    <div className="sel-settings-row">
      <div>
        <b>{t('delegation.row', { delegate: row.delegate, leader: row.leader })}</b>,{' '}
        {row.revokedAt === null ? t(`delegation.${state}`) : t('delegation.revoked', { at: row.revokedAt })}
        <div>{t('delegation.span', { from: row.startsAt, until: row.endsAt })}</div>
        <div className="sel-second">
          {t('delegation.letterShown', { letter: row.letterNumber })}
          {', '}
          {row.subjectClasses === null
            ? t('delegation.allClasses')
            : row.subjectClasses.map((one) => classWord(one, t)).join(', ')}
          {', '}
          {t('delegation.enteredBy', { name: row.enteredByName })}
        </div>
      </div>
      {row.mayEnd && (
        <button type="button" className="sel-link" onClick={onEnd}>
          {t('delegation.end')}
        </button>
      )}
    </div>
  )
}

function classWord(
  subjectClass: string,
  t: ReturnType<typeof useTranslation<['people', 'ui']>>['t'],
): string {
  return (t as (key: string) => string)(`ui:subjectClass.${subjectClass}`)
}

function stateOf(row: Row, now: string): 'running' | 'ahead' | 'over' {
  if (now < row.startsAt) return 'ahead'
  return now < row.endsAt ? 'running' : 'over'
}

function EndDelegation({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation(['people', 'ui'])
  const trpc = useTRPC()
  const end = useCommand(trpc.people.endDelegation, {
    refresh: [trpc.people.delegations.pathFilter()],
    onDone: onClose,
  })
  const names = { delegate: row.delegate, leader: row.leader }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('delegation.endTitle', names)}
      closeButtonProps={{ 'aria-label': t('ui:actions.close') }}
    >
      <div className="sel-form">
        <p>{t('delegation.endBody', names)}</p>
        <RefusalSentence failure={end.failure} />
        <div className="sel-form-actions">
          <ActionButton
            weight="primary"
            isPending={end.isPending}
            pendingText={t('ui:actions.recording')}
            onClick={() => void end.run({ delegationId: row.id })}
          >
            {t('delegation.end')}
          </ActionButton>
          <ActionButton weight="quiet" onClick={onClose}>
            {t('ui:actions.cancel')}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}

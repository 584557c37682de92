import { Modal } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grant } from '../../domain/permissions.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { GrantFields } from './grant-fields.tsx'
import { useRoleWords } from './role-words.ts'

type Listed = inferOutput<typeof doors.people.list>['people'][number]
type Units = readonly { id: string; name: string }[]

/** A person in the list; it opens into what an administrator may do with them. */
export function PersonRow({ person, units }: { person: Listed; units: Units }) {
  const { t } = useTranslation('people')
  const roleWords = useRoleWords()
  const [isOpen, setOpen] = useState(false)
  const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null
  const words = person.grants.map((grant) => roleWords(grant.role, unitName(grant.unitId)))
  const facts = [
    person.isYou ? t('settings.you') : null,
    person.hasSignIn ? null : t('settings.noSignIn'),
    person.deactivatedAt === null ? null : t('settings.deactivated', { at: person.deactivatedAt }),
  ].filter((fact) => fact !== null)
  return (
    <div className="sel-settings-row">
      <div>
        <button type="button" className="sel-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {person.name}
        </button>
        {facts.length > 0 && <span className="sel-second"> {facts.join(', ')}</span>}
        <div className="sel-second">{[person.position, person.email].filter(Boolean).join(', ')}</div>
        <div>{words.length > 0 ? words.join('; ') : t('settings.noRoles')}</div>
        {isOpen && <PersonActions person={person} units={units} />}
      </div>
    </div>
  )
}

function PersonActions({ person, units }: { person: Listed; units: Units }) {
  const { t } = useTranslation(['people', 'ui'])
  const trpc = useTRPC()
  const refresh = [trpc.people.list.pathFilter()]
  const [asked, setAsked] = useState<Grant | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const grantRole = useCommand(trpc.people.grantRole, { refresh, onDone: () => setAsked(null) })
  const endRole = useCommand(trpc.people.endRole, { refresh })
  const deactivate = useCommand(trpc.people.deactivate, { refresh })
  const reactivate = useCommand(trpc.people.reactivate, { refresh })
  const failure = endRole.failure ?? deactivate.failure ?? reactivate.failure ?? grantRole.failure

  function give(event: FormEvent) {
    event.preventDefault()
    if (asked !== null) void grantRole.run({ personId: person.id, grant: asked })
  }

  return (
    <div className="sel-form" style={{ paddingBlock: 8 }}>
      <RefusalSentence failure={failure} />
      <div className="sel-form-actions">
        {person.grants.map((grant) => (
          <button
            key={grant.id}
            type="button"
            className="sel-link"
            onClick={() => void endRole.run({ grantId: grant.id })}
          >
            {t('settings.endRole')}: {t(`role.${grant.role}`)}
          </button>
        ))}
      </div>
      {person.deactivatedAt === null && asked !== null && (
        <form
          className="sel-settings-fields"
          onSubmit={give}
          aria-label={t('settings.giveRoleTo', { name: person.name })}
        >
          <GrantFields idPrefix={`give-${person.id}`} grant={asked} units={units} onChange={setAsked} />
          <div data-whole className="sel-form-actions">
            <ActionButton type="submit" weight="primary" isPending={grantRole.isPending}>
              {t('settings.giveRole')}
            </ActionButton>
            <ActionButton weight="quiet" onClick={() => setAsked(null)}>
              {t('ui:actions.cancel')}
            </ActionButton>
          </div>
        </form>
      )}
      <div className="sel-form-actions">
        {person.deactivatedAt === null && asked === null && (
          <ActionButton
            size="small"
            onClick={() => setAsked({ role: 'planner', unitId: units[0]?.id ?? null })}
          >
            {t('settings.giveRole')}
          </ActionButton>
        )}
        {person.deactivatedAt === null ? (
          <ActionButton size="small" onClick={() => setLeaving(true)}>
            {t('settings.deactivate')}
          </ActionButton>
        ) : (
          <ActionButton
            size="small"
            isPending={reactivate.isPending}
            onClick={() => void reactivate.run({ personId: person.id })}
          >
            {t('settings.reactivate')}
          </ActionButton>
        )}
      </div>
      <Modal
        opened={isLeaving}
        onClose={() => setLeaving(false)}
        title={t('settings.deactivateTitle', { name: person.name })}
        closeButtonProps={{ 'aria-label': t('ui:actions.close') }}
      >
        <div className="sel-form">
          <p>{t('settings.deactivateBody')}</p>
          <div className="sel-form-actions">
            <ActionButton
              weight="primary"
              isPending={deactivate.isPending}
              onClick={() => {
                void deactivate.run({ personId: person.id }).then(() => setLeaving(false))
              }}
            >
              {t('settings.deactivate')}
            </ActionButton>
            <ActionButton weight="quiet" onClick={() => setLeaving(false)}>
              {t('ui:actions.cancel')}
            </ActionButton>
          </div>
        </div>
      </Modal>
    </div>
  )
}

import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Section } from '../ui/section.tsx'
import { useRoleWords } from './role-words.ts'

type Invitation = inferOutput<typeof doors.people.list>['invitations'][number]

/** Who was invited and has not come yet. Their links were shown once and are not here. */
export function OpenInvitations(props: {
  invitations: readonly Invitation[]
  units: readonly { id: string; name: string }[]
}) {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const roleWords = useRoleWords()
  const revoke = useCommand(trpc.people.revokeInvitation, { refresh: [trpc.people.list.pathFilter()] })
  if (props.invitations.length === 0) return null
  const unitName = (id: string | null) => props.units.find((unit) => unit.id === id)?.name ?? null
  return (
    <Section title={t('settings.invitations')}>
      <RefusalSentence failure={revoke.failure} />
      <ul>
        {props.invitations.map((invitation) => (
          <li key={invitation.id} className="sel-settings-row">
            <div>
              <b>{invitation.name}</b> <span className="sel-second">{invitation.email}</span>
              <div>
                {invitation.grants.map((grant) => roleWords(grant.role, unitName(grant.unitId))).join('; ')}
              </div>
              <div className="sel-second">
                {t('settings.invitedBy', { name: invitation.invitedBy, at: invitation.expiresAt })}
              </div>
            </div>
            <ActionButton
              size="small"
              isPending={revoke.isPending}
              onClick={() => void revoke.run({ invitationId: invitation.id })}
            >
              {t('settings.revoke')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

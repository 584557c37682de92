import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'

/** Where one is signed in; each session but this one can be ended. */
export function SessionsList() {
  const { t } = useTranslation('people')
  const trpc = useTRPC()
  const refresh = [trpc.people.sessions.pathFilter()]
  const sessions = useQuery(trpc.people.sessions.queryOptions({}))
  const end = useCommand(trpc.people.endSession, { refresh })
  const endOthers = useCommand(trpc.people.endOtherSessions, { refresh })
  const own = sessions.data?.find((session) => session.isThisOne)
  const others = sessions.data?.filter((session) => !session.isThisOne) ?? []
  const device = (agent: string | null) => {
    const { browser, system } = deviceIn(agent ?? '')
    if (browser === null || system === null) return browser ?? system ?? t('me.unknownDevice')
    return t('me.device', { browser, system })
  }
  return (
    <Section title={t('me.sessions')}>
      <p className="sel-second">{t('me.sessionsHelp')}</p>
      {sessions.isPending && <LoadingLines count={2} />}
      {sessions.isError && <RefusalSentence failure={failureOf(sessions.error)} of="load" />}
      <RefusalSentence failure={end.failure ?? endOthers.failure} />
      <ul>
        {[...(own ? [own] : []), ...others].map((session) => (
          <li key={session.id} className="sel-settings-row">
            <div>
              <b>{device(session.userAgent)}</b>
              {session.isThisOne && <span>, {t('me.thisSession')}</span>}
              <div className="sel-second">
                {t('me.sessionSince', { at: session.createdAt })}
                {session.ipAddress && ` ${t('me.sessionFrom', { address: session.ipAddress })}`}
              </div>
            </div>
            {!session.isThisOne && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('me.endSessionOf', { device: device(session.userAgent) })}
                onClick={() => void end.run({ sessionId: session.id })}
              >
                {t('me.endSession')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {own && others.length === 0 && <p className="sel-second">{t('me.onlySession')}</p>}
      {own && others.length > 0 && (
        <ActionButton
          isPending={endOthers.isPending}
          onClick={() => void endOthers.run({ keepSessionId: own.id })}
        >
          {t('me.endOthers')}
        </ActionButton>
      )}
      <p role="status">{endOthers.result ? t('me.endedOthers', { count: endOthers.result.count }) : ''}</p>
    </Section>
  )
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** Browser and system in a user agent, by the marks that each still sends. */
function deviceIn(agent: string): { browser: string | null; system: string | null } {
  const found = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => agent.includes(mark))?.[1] ?? null
  return { browser: found(browsers), system: found(systems) }
}

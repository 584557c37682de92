import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../ui/action-button.tsx'
import { useTabTitle } from '../ui/page-title.tsx'
import { failureOf, refusedWith } from './failure.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { queryClient } from './trpc.ts'

/** Where a page stopped: what became of the work, what to do, and the code for the administrator. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const failure = failureOf(error)
  const isOldVersion =
    error instanceof Error && /dynamically imported module|module script failed/i.test(error.message)
  useTabTitle(t('fault.title'))

  if (refusedWith(failure, 'not_found') !== null || refusedWith(failure, 'not_allowed') !== null) {
    return <NotFoundPage />
  }

  const again = async () => {
    if (isOldVersion) return location.reload()
    await queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' })
    reset()
    await router.invalidate()
  }

  return (
    <div className="sel-notice" role="alert">
      <h1>{isOldVersion ? t('fault.newVersion') : t('fault.title')}</h1>
      {!isOldVersion && (
        <p className="sel-second">
          {failure.kind === 'offline'
            ? t('strip.offline')
            : failure.requestId === null
              ? t('fault.bodyWithoutCode')
              : t('fault.body', { code: failure.requestId })}
        </p>
      )}
      <ActionButton weight="primary" onClick={() => void again()}>
        {isOldVersion ? t('fault.reload') : t('fault.again')}
      </ActionButton>
    </div>
  )
}

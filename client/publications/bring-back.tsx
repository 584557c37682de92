import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { textFields } from '../../domain/publications/input.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import type { Publication } from './editor-data.ts'

type Props = {
  publication: Publication
  /** Where the earlier text stands, and which part it belongs to. */
  revisionId: string
  field: (typeof textFields)[number]
  version: number
  isContent: boolean
}

/** Brings the text before a change back as a new edit; what that ends is said first. */
export function BringBack({ publication, revisionId, field, version, isContent }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  const trpc = useTRPC()
  const [isAsking, setIsAsking] = useState(false)
  const bringBack = useCommand(trpc.publications.bringBack, {
    refresh: [{ queryKey: trpc.publications.pathKey() }, { queryKey: trpc.reading.pathKey() }],
    onDone: () => setIsAsking(false),
  })
  const { submission } = publication
  const run = () => void bringBack.run({ publicationId: publication.id, revisionId, field, version })
  return (
    <div>
      <ActionButton
        size="small"
        isPending={bringBack.isPending}
        onClick={() => (submission !== null && isContent ? setIsAsking(true) : run())}
      >
        {t('history.bringBack')}
      </ActionButton>
      {!isAsking && <RefusalSentence failure={bringBack.failure} />}
      {isAsking && submission !== null && (
        <Sheet isOpen onClose={() => setIsAsking(false)} title={t('history.bringBack')}>
          <div className="sel-pub-form">
            <p>
              {submission.decidedBy.length > 0
                ? t('editor.editEnds', { names: submission.decidedBy.map((person) => person.name) })
                : t('editor.editEndsNobody')}
            </p>
            <RefusalSentence failure={bringBack.failure} />
            <div className="sel-pub-actions">
              <ActionButton weight="primary" isPending={bringBack.isPending} onClick={run}>
                {t('history.bringBackConfirm')}
              </ActionButton>
              <ActionButton onClick={() => setIsAsking(false)}>{ui('actions.cancel')}</ActionButton>
            </div>
          </div>
        </Sheet>
      )}
    </div>
  )
}

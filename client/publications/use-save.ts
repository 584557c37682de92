import { useCallback } from 'react'
import type { GivenMedium, HeadChanges, VariantChanges } from '../../domain/publications/input.ts'
import { useTRPC } from '../shell/trpc.ts'
import { type CommandOutcome, useCommand } from '../shell/use-command.ts'
import type { Medium } from './editor-data.ts'
import type { PartKey } from './writing.ts'

export type SavedPart = { version: number; state: string; endedDecisions: number }
type Media = GivenMedium[] | null

/** Sends what was typed in one part as the command that writes it. */
export function useSave(publicationId: string) {
  const trpc = useTRPC()
  const edit = useCommand(trpc.publications.edit)
  const editVariant = useCommand(trpc.publications.editVariant)
  const setMedia = useCommand(trpc.publications.setMedia)
  const [runEdit, runVariant, runMedia] = [edit.run, editVariant.run, setMedia.run]

  const save = useCallback(
    (
      key: PartKey,
      version: number,
      fields: Readonly<Record<string, unknown>>,
    ): Promise<CommandOutcome<SavedPart>> => {
      if (key === 'head') return runEdit({ publicationId, version, changes: fields as HeadChanges })
      const [kind, variantId = null] = key.split(':')
      if (kind === 'media') {
        const images = asMedia(fields.media)
        return runMedia({ publicationId, variantId, version, images })
      }
      const changes = fields as VariantChanges
      return runVariant({ publicationId, variantId: variantId ?? '', version, changes })
    },
    [publicationId, runEdit, runVariant, runMedia],
  )
  return {
    save,
    isWaitingForNetwork:
      edit.isWaitingForNetwork || editVariant.isWaitingForNetwork || setMedia.isWaitingForNetwork,
  }
}

/** The page shows more of an image or a video than the command takes. */
function asMedia(value: unknown): Media {
  if (value === null) return null
  return (value as Medium[]).map(
    ({ fileId, alternativeText, captionsFileId, posterFileId, transcript, focus }) => ({
      fileId,
      alternativeText,
      ...(captionsFileId ? { captionsFileId } : {}),
      ...(posterFileId ? { posterFileId } : {}),
      ...(transcript ? { transcript } : {}),
      ...(focus ? { focus } : {}),
    }),
  )
}

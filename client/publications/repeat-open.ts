import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTRPC } from '../shell/trpc.ts'
import type { Publication } from './editor-data.ts'

/**
 * Whether the repetition of a publication is being written, which stands in the address so that a new publication can be
 * opened with it. `open` is null where it cannot be repeated: no day, closed, not the person's, or in a series already.
 */
export function useOpenRepeat(publication: Publication) {
  const trpc = useTRPC()
  const navigate = useNavigate({ from: '/publications/$id' })
  const { open } = useSearch({ from: '/framed/publications/$id' })
  const series = useQuery(trpc.publications.inSeries.queryOptions({ publicationId: publication.id }))
  const { plannedDay } = publication
  const mayRepeat = publication.may.move.isAllowed && plannedDay !== null && series.data === null
  const show = (next: 'repeat' | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: next }), replace: true })
  return {
    open: mayRepeat ? () => show('repeat') : null,
    close: () => show(undefined),
    from: open === 'repeat' && mayRepeat ? { ...publication, plannedDay } : null,
  }
}

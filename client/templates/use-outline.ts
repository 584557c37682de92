import { useQuery } from '@tanstack/react-query'
import { useMay } from '../shell/me.ts'
import { useTRPC } from '../shell/trpc.ts'
import type { Outline } from './template.ts'

/** What a publication's template asks of its briefing; null where it was made from none, and for a campaign's briefing. */
export function useOutline(of: { kind: 'publication' | 'campaign'; id: string }): Outline | null {
  const trpc = useTRPC()
  const may = useMay()
  const { data } = useQuery({
    ...trpc.templates.outline.queryOptions({ publicationId: of.id }),
    enabled: of.kind === 'publication' && may('briefing.write'),
  })
  return data ?? null
}

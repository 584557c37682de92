import { useQuery } from '@tanstack/react-query'
import type { Platform, PlatformId } from '../../domain/platforms/platform.ts'
import { loadPlatform } from '../../domain/platforms/registry.ts'

/** The rules of a platform, loaded when first shown; null until they are there. */
export function usePlatform(platform: PlatformId): Platform | null {
  const { data } = useQuery({
    queryKey: ['platform rules', platform],
    queryFn: () => loadPlatform(platform),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    structuralSharing: false,
  })
  return data ?? null
}

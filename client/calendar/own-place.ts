import { clock, type Reader } from '../../domain/language/format.ts'
import type { Instant } from '../../domain/time.ts'

/**
 * The reader in the zone of the device, where its clock differs from the agency's at that moment; null where both show
 * the same time. What is planned is the agency's; this is told beside it.
 */
export function ownPlace(
  at: Instant,
  reader: Reader,
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): Reader | null {
  const own = { ...reader, zone }
  return clock(at, own) === clock(at, reader) ? null : own
}

import type { ShownChange } from '../../server/reading/changed-view.ts'

/** Something changed: which thing of which room, to which version, by whom (null: the clockwork). */
export type LiveChange = {
  kind: 'change'
  room: string
  id: string
  version: number
  /** Something was said or signed about it; the thing itself is as it was. */
  leavesAsIs: boolean
  by: { id: string; name: string } | null
  /** What lists now say of it; null: they are read again. */
  shown: ShownChange | null
  /** What may wait is read again within so many milliseconds, each page at its own. */
  withinMilliseconds: number
}

/** `greeting` opens a stream and carries the cursor; `reset`: too much was missed, read all anew. */
export type LiveEvent = LiveChange | { kind: 'greeting'; cursor: string } | { kind: 'reset' }

/** What stands on the stream. */
export type Wire = {
  kind?: string
  cursor?: string
  room?: string
  id?: string
  version?: number
  leavesAsIs?: boolean
  by?: LiveChange['by']
  shown?: ShownChange
  withinMilliseconds?: number
}

/** The change that the stream told of; null where it told of something else. */
export function changeIn(wire: Wire): LiveChange | null {
  if (typeof wire.room !== 'string' || typeof wire.id !== 'string') return null
  return {
    kind: 'change',
    room: wire.room,
    id: wire.id,
    version: wire.version ?? 0,
    leavesAsIs: wire.leavesAsIs ?? false,
    by: wire.by ?? null,
    shown: wire.shown ?? null,
    withinMilliseconds: wire.withinMilliseconds ?? 0,
  }
}

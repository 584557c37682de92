/** Who else changed which thing of which room within the last two seconds. */
export type ChangeMarks = {
  /** Keeps an event where somebody else changed the thing itself: a signature under it or a comment on it marks nothing. */
  take(event: MarkedChange, ownId: string | null): void
  nameOf(room: string, id: string): string | null
}

type MarkedChange = { room: string; id: string; leavesAsIs: boolean; by: { id: string; name: string } | null }

const SHOW_CHANGE_MILLISECONDS = 2000

/** `onChange` is called whenever a mark comes or goes. */
export function changeMarks(onChange: () => void): ChangeMarks {
  const names = new Map<string, string>()
  const keyOf = (room: string, id: string) => `${room} ${id}`
  return {
    take({ room, id, leavesAsIs, by }, ownId) {
      if (leavesAsIs || by === null || by.id === ownId) return
      const key = keyOf(room, id)
      names.set(key, by.name)
      onChange()
      setTimeout(() => {
        names.delete(key)
        onChange()
      }, SHOW_CHANGE_MILLISECONDS)
    },
    nameOf: (room, id) => names.get(keyOf(room, id)) ?? null,
  }
}

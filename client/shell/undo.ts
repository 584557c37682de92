/** The person's last own move, as long as it can be taken back with one act. */
export type Undoable = { sentence: string; undo: () => unknown }

const SHOWN_MILLISECONDS = 10_000

type State = { last: Undoable | null; isShown: boolean }

let state: State = { last: null, isShown: false }
let timer: ReturnType<typeof setTimeout> | null = null
const listeners = new Set<() => void>()

/** Shows the sentence with Urungkan for ten seconds; Ctrl Z takes it back also afterwards, until the next move. */
export function offerUndo(undoable: Undoable): void {
  if (timer !== null) clearTimeout(timer)
  set({ last: undoable, isShown: true })
  timer = setTimeout(() => set({ ...state, isShown: false }), SHOWN_MILLISECONDS)
}

export async function undoLast(): Promise<void> {
  const { last } = state
  set({ last: null, isShown: false })
  await last?.undo()
}

export function subscribeUndo(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function undoState(): State {
  return state
}

function set(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

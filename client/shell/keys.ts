import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * A key and what it does. `keys` is what is pressed: `N`, `?`, `/`, `Enter`, `ArrowUp`, `Ctrl K`, `Alt ArrowUp`, or two
 * in a row, `G K`; null for an act that has no key and is found in Ctrl K alone. `name` is shown by the list of keys and
 * by Ctrl K; without one the binding is in neither.
 */
export type KeyBinding = {
  keys: string | null
  name?: string
  run: (event?: KeyboardEvent) => void
  /** Also inside fields; by default only keys with Ctrl or Alt, and Escape, work there. */
  inFields?: boolean
  /** Also while a dialog stands over the page. */
  inDialogs?: boolean
  when?: () => boolean
}

type Layer = { id: number; scope: 'everywhere' | 'page'; read: () => readonly KeyBinding[] }

const layers: Layer[] = []
const listeners = new Set<() => void>()
let nextId = 0
let singleKeysAreOff = false
let pendingFirst: { keys: string; until: number } | null = null
let snapshot: readonly Layer[] = []

const SEQUENCE_MILLISECONDS = 1500

/** WCAG 2.1.4: a person may switch single letters off; keys with Ctrl or Alt, arrows, Enter and Escape stay. */
export function switchSingleKeys(isOff: boolean): void {
  singleKeysAreOff = isOff
  changed()
}

export function areSingleKeysOff(): boolean {
  return singleKeysAreOff
}

/** Registers keys as long as the component is there. The newest layer wins; the bindings may change on each render. */
export function useKeys(bindings: readonly KeyBinding[], scope: Layer['scope'] = 'page'): void {
  const latest = useRef(bindings)
  latest.current = bindings
  useEffect(() => {
    const layer: Layer = { id: nextId++, scope, read: () => latest.current }
    layers.push(layer)
    changed()
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      changed()
    }
  }, [scope])
}

/** What the list of keys shows, the page's own first. */
export function useKeyLayers(): readonly Layer[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => snapshot,
  )
}

/** What can be done here and now by name, the page's own first; keys that only lead along a list are left out. */
export function namedActs(): { name: string; keys: string | null; run: () => void }[] {
  return snapshot.flatMap((layer) =>
    layer.read().flatMap(({ name, keys, run, when }) => {
      if (name === undefined || (keys !== null && leadsAlong.test(keys)) || when?.() === false) return []
      return [{ name, keys, run: () => run() }]
    }),
  )
}

const leadsAlong = /^(Arrow|Home|End|Page|Escape|Enter|Tab|Space|Alt Arrow|Ctrl K$|\?$|G )/

/** Listens on the document; called once by the shell. Returns how to stop. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function changed(): void {
  snapshot = [...layers].reverse()
  for (const listener of listeners) listener()
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
  const pressed = nameOf(event)
  if (pressed === 'Ctrl Enter' && sendsForm(event)) return
  const first = pendingFirst !== null && pendingFirst.until > event.timeStamp ? pendingFirst.keys : null
  pendingFirst = null
  const tries = first === null ? [pressed] : [`${first} ${pressed}`, pressed]
  for (const keys of tries) {
    const binding = find(keys, event)
    if (binding) {
      event.preventDefault()
      binding.run(event)
      return
    }
  }
  if (find(pressed, event, true))
    pendingFirst = { keys: pressed, until: event.timeStamp + SEQUENCE_MILLISECONDS }
}

/** Whoever writes in a form sends that form with `Ctrl Enter`, never takes the page's next step. */
function sendsForm(event: KeyboardEvent): boolean {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  if (form === null) return false
  event.preventDefault()
  form.requestSubmit()
  return true
}

function find(keys: string, event: KeyboardEvent, asFirst = false): KeyBinding | undefined {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isInField = target !== null && isField(target)
  const isInDialog = document.querySelector('[aria-modal="true"]') !== null
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey
  for (let index = layers.length - 1; index >= 0; index--) {
    for (const binding of layers[index]?.read() ?? []) {
      if (binding.keys === null) continue
      if (asFirst ? !isFirstOf(keys, binding.keys) : binding.keys.toLowerCase() !== keys.toLowerCase())
        continue
      if (isInField && !(binding.inFields ?? (hasModifier || keys === 'Escape'))) continue
      if (isInDialog && !binding.inDialogs) continue
      if (singleKeysAreOff && isSingle(binding.keys)) continue
      if (binding.when && !binding.when()) continue
      return binding
    }
  }
  return undefined
}

function isFirstOf(keys: string, sequence: string): boolean {
  const parts = sequence.split(' ')
  return (
    parts.length === 2 &&
    parts[0]?.toLowerCase() === keys.toLowerCase() &&
    !/^(Ctrl|Alt|Shift)$/.test(parts[0])
  )
}

function isSingle(keys: string): boolean {
  const first = keys.split(' ')[0] ?? ''
  return first.length === 1
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && key.length > 1 ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
  return parts.filter(Boolean).join(' ')
}

function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta'
}

const textless = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']

function isField(element: HTMLElement): boolean {
  if (element.isContentEditable) return true
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLInputElement && !textless.includes(element.type)
}

import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core'

/** Read by appearance.js before the first paint. */
const STORED = 'selaras.appearance'

/** Keeps light or dark on this device under the key that the first paint reads; tabs follow each other. */
export function storedAppearance(): MantineColorSchemeManager {
  let onStorage: ((event: StorageEvent) => void) | null = null
  return {
    get(fallback) {
      const stored = localStorage.getItem(STORED)
      return isMantineColorScheme(stored) ? stored : fallback
    },
    set(value) {
      localStorage.setItem(STORED, value)
    },
    subscribe(onUpdate) {
      onStorage = (event) => {
        if (event.key === STORED && isMantineColorScheme(event.newValue)) onUpdate(event.newValue)
      }
      addEventListener('storage', onStorage)
    },
    unsubscribe() {
      if (onStorage) removeEventListener('storage', onStorage)
    },
    clear() {
      localStorage.removeItem(STORED)
    },
  }
}

import { useSyncExternalStore } from 'react'

const paper = window.matchMedia('print')

function subscribe(onChange: () => void): () => void {
  paper.addEventListener('change', onChange)
  return () => paper.removeEventListener('change', onChange)
}

/** Whether the page is being laid out for paper just now, where nothing unfolds. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => paper.matches)
}

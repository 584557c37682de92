let region: HTMLElement | null = null

/** The one live region of the page; the shell gives it once. */
export function announceIn(element: HTMLElement | null): void {
  region = element
}

/** Speaks a sentence to screen readers, politely; the same sentence twice is spoken twice. */
export function announce(sentence: string): void {
  const target = region
  if (!target) return
  target.textContent = ''
  setTimeout(() => {
    target.textContent = sentence
  }, 60)
}

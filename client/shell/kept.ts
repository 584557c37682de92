/**
 * What was typed and is not saved yet, kept on this device until it is: `keep` on each change that could not be sent,
 * `kept` when the page opens again, `forget` once the server has it. Signing out forgets all of it.
 */
const PREFIX = 'selaras.kept.'

export function keep(what: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + what, text)
  } catch (error) {
    // The device is full or keeps nothing: the text still stands in the page.
    if (!(error instanceof DOMException)) throw error
  }
}

export function kept(what: string): string | null {
  return localStorage.getItem(PREFIX + what)
}

/** What is kept under names that begin so, without that beginning. */
export function keptUnder(beginning: string): string[] {
  const whole = PREFIX + beginning
  return Object.keys(localStorage).flatMap((key) => (key.startsWith(whole) ? key.slice(whole.length) : []))
}

export function forget(what: string): void {
  localStorage.removeItem(PREFIX + what)
}

export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

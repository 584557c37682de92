import { useState } from 'react'

/**
 * The one-time token behind `#` of the address, read once and then taken out of it, so that it stays in no history and
 * no picture of the screen. Null where there is none.
 */
export function useTokenInAddress(): string | null {
  const [token] = useState(() => {
    const found = location.hash.slice(1)
    return found === '' ? null : found
  })
  return token
}

import { createContext, useContext } from 'react'

/** True below the frame: for parts that stand on pages with and without one. */
export const InFrame = createContext(false)

export function useIsInFrame(): boolean {
  return useContext(InFrame)
}

import { Outlet } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { announceIn } from './announce.ts'
import { listenToKeys } from './keys.ts'
import { UndoBar } from './undo-bar.tsx'
import { WaitingLine } from './waiting-line.tsx'
import './shell.css'

/** Around every page, framed or not: the keys, the live region, the line while something is on its way. */
export function RootPage() {
  const region = useRef<HTMLDivElement>(null)

  useEffect(() => {
    announceIn(region.current)
    return listenToKeys()
  }, [])

  return (
    <>
      <WaitingLine />
      <Outlet />
      <UndoBar />
      <div ref={region} className="sel-hidden" aria-live="polite" aria-atomic="true" />
    </>
  )
}

import { IconCircleX, IconClock, IconClockX } from '@tabler/icons-react'
import { ReadinessMark } from '../ui/readiness-mark.tsx'
import type { Entry } from './entry.ts'
import { useValidityWords } from './validity-words.ts'
import './answers.css'

/** How an entry stands: mark and words. Only a disc means that it may be said. */
export function ValidityLine({ entry }: { entry: Entry }) {
  const words = useValidityWords()
  return (
    <span className="sel-validity" data-validity={entry.validity}>
      <ValidityMark validity={entry.validity} />
      <span>{words(entry)}</span>
    </span>
  )
}

function ValidityMark({ validity }: { validity: Entry['validity'] }) {
  if (validity === 'approved') return <ReadinessMark state="ready" label={null} />
  if (validity === 'expired') return <IconClockX size={16} aria-hidden />
  if (validity === 'withdrawn') return <IconCircleX size={16} aria-hidden />
  return <IconClock size={16} aria-hidden />
}

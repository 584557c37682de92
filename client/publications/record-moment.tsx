import { capital, dayTime, full } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'

/** The moment of a line: short on the screen, without any doubt on paper. */
export function RecordMoment({ at }: { at: string }) {
  const reader = useReader()
  return (
    <time dateTime={at}>
      <span className="sel-on-screen">{capital(dayTime(at, reader))}</span>
      <span className="sel-on-paper">{full(at, reader)}</span>
    </time>
  )
}

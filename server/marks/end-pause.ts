import { eq } from 'drizzle-orm'
import { pauses } from '../../db/schema/marks.ts'
import { endPauseInput } from '../../domain/marks/input.ts'
import { pauseSpan } from '../../domain/marks/pauses.ts'
import { command } from '../infrastructure/command.ts'
import { refuse, refuseMissing } from '../infrastructure/refuse.ts'
import { proveRight } from '../infrastructure/right.ts'

/**
 * Ends a pause now, or takes back one that has not begun. It sends nothing: what the pause held needs a new time.
 * Refuses `not_found`, and `pause_ended` for one that is over.
 */
export const endPause = command({
  name: 'marks.endPause',
  right: 'marks.manage',
  input: endPauseInput,
  async run({ tx, person, input, moment, agency, record }) {
    const [pause] = await tx.select().from(pauses).where(eq(pauses.id, input.pauseId)).for('update')
    if (!pause) return refuseMissing()
    proveRight(person, 'marks.manage', null)
    const span = pauseSpan(pause, agency.zone)
    const isOver = span === null || (span.until !== null && span.until <= moment)
    if (pause.endedAt !== null || isOver) refuse('pause_ended', { name: pause.name })
    const version = pause.version + 1
    await tx
      .update(pauses)
      .set({ endedAt: moment, endedBy: person.id, version })
      .where(eq(pauses.id, pause.id))
    await record({
      room: 'marks',
      subjectId: pause.id,
      action: 'marks.pause_ended',
      version,
      before: { endedAt: null },
      after: { endedAt: moment },
    })
    return { version }
  },
})

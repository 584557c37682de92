import { issues } from '../../db/schema/issues.ts'
import { recordInput } from '../../domain/issues/input.ts'
import { levelOf } from '../../domain/issues/level.ts'
import { command } from '../infrastructure/command.ts'
import { thresholdsOf } from './lock-issue.ts'
import { setLevel } from './set-level.ts'
import { writeReading } from './write-reading.ts'

/**
 * Records what the public is talking about: content, context, public interest, and a first reading where there is one.
 * Level and deadlines stand at once; who records it owns it until somebody else does. Refusals: reading_ahead.
 */
export const record = command({
  name: 'issues.record',
  right: 'issue.record',
  input: recordInput,
  async run({ input, ...context }) {
    const { tx, person, moment, agency } = context
    const { reading, ...written } = input
    const [issue] = await tx
      .insert(issues)
      .values({
        ...written,
        ownerId: person.id,
        level: 'issue',
        recordedBy: person.id,
        recordedAt: moment,
        version: 1,
      })
      .returning()
    if (!issue) throw new Error('the issue was not written')
    await context.record({
      room: 'issues',
      subjectId: issue.id,
      action: 'issues.recorded',
      version: 1,
      before: {},
      after: written,
    })
    const { level, reasons } = levelOf(null, input.isHarmful, thresholdsOf(agency))
    const version = await setLevel(context, issue, level, { how: 'recorded', reasons })
    const standing = { ...issue, level, version }
    if (reading === null) return { id: issue.id, level, version }
    const read = await writeReading(context, standing, reading)
    return { id: issue.id, level: read.level, version: read.version }
  },
})

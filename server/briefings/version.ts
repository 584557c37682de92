import { and, eq, inArray } from 'drizzle-orm'
import { briefingVersions } from '../../db/schema/briefings.ts'
import { emptyBriefing } from '../../domain/briefings/content.ts'
import { versionInput } from '../../domain/briefings/input.ts'
import { newsBetween } from '../../domain/briefings/what-is-new.ts'
import { read } from '../infrastructure/read.ts'
import { refuseMissing } from '../infrastructure/refuse.ts'
import { findBriefing } from './find-briefing.ts'

/** One version of a briefing beside the one before it. */
export const version = read({
  name: 'briefings.version',
  right: 'briefing.read',
  input: versionInput,
  async run({ db, person, input, moment }) {
    const { owner, begun } = await findBriefing(db, input.owner, person, moment)
    if (begun === null || owner.kind !== input.owner.kind || owner.id !== input.owner.id)
      return refuseMissing()
    const rows = await db
      .select({ number: briefingVersions.number, content: briefingVersions.content })
      .from(briefingVersions)
      .where(
        and(
          eq(briefingVersions.briefingId, begun.briefing.id),
          inArray(briefingVersions.number, [input.number, input.number - 1]),
        ),
      )
    const asked = rows.find((row) => row.number === input.number) ?? refuseMissing()
    const before = rows.find((row) => row.number === input.number - 1) ?? null
    return {
      number: asked.number,
      content: asked.content,
      before: before?.content ?? null,
      news: newsBetween(before?.content ?? emptyBriefing, asked.content),
    }
  },
})

import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type CellValue, writeXlsxStream } from 'hucre/xlsx'
import { monthAndYear } from '../../domain/language/format.ts'
import { holdsAnywhere } from '../../domain/permissions.ts'
import { planFileInput } from '../../domain/reading/input.ts'
import { addDays, type Day } from '../../domain/time.ts'
import { disposition } from '../infrastructure/disposition.ts'
import type { RequestContext } from '../infrastructure/trpc.ts'
import { wordsFor } from '../infrastructure/words.ts'
import { momentOf, type World } from '../infrastructure/world.ts'
import { list } from './list.ts'
import { type FileLine, fileHeadings, fileLines } from './plan-file.ts'

export type PlanFileOptions = {
  /** Which world a request belongs to and who is signed in. */
  worldOf: (request: FastifyRequest) => Promise<{ world: World; who: RequestContext['who'] }>
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Excel cannot open a cell with more characters. */
const LONGEST_XLSX_CELL = 32_767

/**
 * `GET /api/plan.csv` and `GET /api/plan.xlsx` give the calendar's days under its filter as a file, page by page as it is
 * taken: what the reader may see, in their language, the times in the agency's zone. 401 for who is not signed in, 403
 * for who holds no role that reads the plan, 400 for days or a filter that are none.
 */
export async function planFileRoutes(app: FastifyInstance, { worldOf }: PlanFileOptions): Promise<void> {
  app.get<{ Params: { kind: string } }>('/api/plan.:kind', async (request, reply) => {
    const { kind } = request.params
    if (kind !== 'csv' && kind !== 'xlsx') return reply.callNotFound()
    const { world, who } = await worldOf(request)
    if (who === null) return reply.code(401).send({ error: 'signed_out' })
    if (!holdsAnywhere(who.person.grants, list.right)) return reply.code(403).send({ error: 'not_allowed' })
    const input = planFileInput.safeParse(request.query)
    if (!input.success) return reply.code(400).send({ error: 'bad_request' })
    const { person, agency } = who
    const moment = await momentOf(world, world.store.db)
    const asked = { person, agency, moment, ...input.data }
    const say = wordsFor({ language: person.locale, zone: agency.zone, now: moment })
    const period = periodOf(asked)
    const name = say('calendar:file.name', { agency: agency.name, period })
    reply
      .header('content-disposition', disposition('attachment', `${name}.${kind}`))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type(kind === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
    const lines = fileLines(world, asked)
    return reply.send(
      kind === 'csv'
        ? csv(fileHeadings(asked), lines, person.locale)
        : xlsx(fileHeadings(asked), lines, period),
    )

    function periodOf({ from, to }: { from: Day; to: Day }): string {
      const isMonth =
        from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)
      return isMonth
        ? monthAndYear(from, { language: person.locale, zone: agency.zone })
        : say('calendar:file.days', { from, to })
    }
  })
}

/** With a mark that Excel knows UTF-8 by, and parted as it parts in the reader's country. No cell begins a formula. */
function csv(headings: string[], lines: AsyncIterable<FileLine>, language: 'id' | 'en'): Readable {
  const options = {
    delimiter: language === 'id' ? ';' : ',',
    quoted: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  } as const
  async function* texts() {
    yield stringify([headings], { ...options, bom: true })
    for await (const line of lines) {
      yield stringify([line.map((cell) => (typeof cell === 'string' ? cell : cell.day))], options)
    }
  }
  return Readable.from(texts())
}

function xlsx(headings: string[], lines: AsyncIterable<FileLine>, period: string): Readable {
  async function* rows(): AsyncGenerator<CellValue[]> {
    for await (const line of lines) {
      yield line.map((cell) =>
        typeof cell === 'string' ? cell.slice(0, LONGEST_XLSX_CELL) : new Date(`${cell.day}T00:00:00.000Z`),
      )
    }
  }
  const columns = headings.map((header, position) => ({
    header,
    width: position === 0 || position === 7 ? 40 : 16,
    ...(position === 1 ? { numFmt: 'yyyy-mm-dd' } : {}),
  }))
  const sheet = period.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31)
  return Readable.from(chunks(writeXlsxStream(rows(), { name: sheet, columns, freezePane: { rows: 1 } })))
}

async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel()
  }
}

import type { PlanSheet, TableProblem } from '../../domain/publications/plan-table.ts'
import { type Delimiter, type Encoding, readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

/** How the file was understood. */
export type PlanFormat = { kind: 'csv'; encoding: Encoding; delimiter: Delimiter } | { kind: 'xlsx' }

export type PlanTable = { format: PlanFormat; sheets: PlanSheet[] } | TableProblem

const ZIP = [0x50, 0x4b]
/** The envelope of Office before 2007, and of workbooks under a password since. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** A plan's file by what it holds, whatever its name says: a workbook, or else a CSV. */
export async function readTable(bytes: Uint8Array, mostLines: number): Promise<PlanTable> {
  if (startsWith(bytes, ZIP)) {
    const workbook = await readWorkbook(bytes)
    return 'problem' in workbook ? workbook : { format: { kind: 'xlsx' }, sheets: workbook.sheets }
  }
  if (startsWith(bytes, OLE)) return { problem: isEncrypted(bytes) ? 'encrypted' : 'old_format' }
  if (isWebPage(bytes)) return { problem: 'web_page' }
  const csv = readCsv(bytes, mostLines)
  if ('problem' in csv) return csv
  const { encoding, delimiter, lines } = csv
  const sheet: PlanSheet = { name: '', isHidden: false, lines, hiddenColumns: [], hiddenLines: [] }
  return { format: { kind: 'csv', encoding, delimiter }, sheets: [sheet] }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, position) => bytes[position] === byte)
}

/** Office keeps an encrypted workbook in a stream of this name, written in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
}

/** Many systems give out a web page, or XML, under the name of a spreadsheet. */
function isWebPage(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 500)).trimStart().toLowerCase()
  return /^<(?:!doctype|html|head|body|table|meta|style|\?xml|!--)/.test(start)
}

import type { z } from 'zod'

export type FieldProblem = { path: string; code: string; params: Record<string, unknown> }

/**
 * What did not fit, a line per field, as codes for the page to put into words. The values themselves are left out, and
 * at most 50 are named. `path` is relative to the command's own input.
 */
export function fieldsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => {
    const path = issue.path.map(String)
    const own = path[0] === 'input' ? path.slice(1) : path
    const {
      code,
      path: _path,
      message: _message,
      input: _input,
      ...rest
    } = issue as typeof issue & { input?: unknown }
    const given = 'params' in rest ? (rest.params as { code?: string } | undefined) : undefined
    const plain = Object.entries(rest).filter(([, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value),
    )
    return {
      path: own.join('.'),
      code: given?.code ?? code,
      params: { ...Object.fromEntries(plain), ...given },
    }
  })
}

import type { RefusalCode, Refusals } from '../../domain/refusals.ts'

/** A refusal on its way to the person: a code and the data its sentence needs. Anything else thrown is a fault. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly data: Refusals[RefusalCode]

  constructor(code: RefusalCode, data: Refusals[RefusalCode], options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.data = data
  }
}

/** Ends the command or read with a refusal; the transaction is rolled back. */
export function refuse<Code extends RefusalCode>(code: Code, data: Refusals[Code]): never {
  throw new Refused(code, data)
}

/** For what is missing and for what this person may not see: one answer. */
export function refuseMissing(): never {
  return refuse('not_found', {})
}

/** Refuses with the first of a rule's reasons; goes on where there is none. The page shows all of them beforehand. */
export function refuseFirst(reasons: readonly { code: RefusalCode; data: Refusals[RefusalCode] }[]): void {
  const [first] = reasons
  if (first !== undefined) throw new Refused(first.code, first.data)
}

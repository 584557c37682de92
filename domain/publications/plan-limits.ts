/** The largest file: as base64, with the rest of the request, it fits into the 4 MiB of a body. */
export const PLAN_LIMIT_BYTES = 3_000_000
export const PLAN_LIMIT_MEGABYTES = 3

/** Columns past it serve no field. */
export const PLAN_COLUMNS = 100

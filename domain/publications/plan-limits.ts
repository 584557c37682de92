/** The largest file: as base64, with the rest of the request, it fits into the 4 MiB of a body. */
export const PLAN_LIMIT_BYTES = 3_000_000
export const PLAN_LIMIT_MEGABYTES = 3

/** Lines that are read of a file, its headings among them. Source: the limits of spreadsheets. */
export const PLAN_LINES = 10_000
/** Columns past it serve no field. */
export const PLAN_COLUMNS = 50
/** Sheets that are offered; a year has twelve months and some notes beside them. */
export const PLAN_SHEETS = 60

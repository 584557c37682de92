/** So many of one day are given; the others are counted, and opening the day lists them. */
export const PER_DAY_LIMIT = 50

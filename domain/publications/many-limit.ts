/** So many publications are changed in one act at most: what a person marks by hand, never a whole plan. */
export const MANY_LIMIT = 200

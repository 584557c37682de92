export const month = 1

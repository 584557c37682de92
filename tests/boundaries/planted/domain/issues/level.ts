export const level = 'issue'

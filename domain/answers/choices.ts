/** For whom an answer is taken away. */
export const answerForms = ['voice', 'chat', 'social'] as const
export type AnswerForm = (typeof answerForms)[number]

export const callerQuestionKinds = ['question', 'complaint', 'information_request', 'press'] as const

export const libraryFilters = ['all', 'approved', 'unverified', 'expired', 'withdrawn'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

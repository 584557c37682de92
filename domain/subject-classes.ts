/** What kind of message it is. Source: Selaras words, subject class. */
export const subjectClasses = [
  'service_change',
  'disruption',
  'clarification',
  'event',
  'information',
  'greeting',
] as const
export type SubjectClass = (typeof subjectClasses)[number]

import type { Objective } from '../../domain/publications/objectives.ts'
import type { SubjectClass } from '../../domain/subject-classes.ts'
import { linesOf } from '../briefings/typing.ts'
import type { Template } from './template.ts'

/** A template as it is typed: lists as one text, a line each. */
export type TemplateForm = {
  name: string
  objective: Objective
  subjectClass: SubjectClass | null
  language: 'id' | 'en'
  accountIds: string[]
  mainText: string
  keyMessages: string
  notToSay: string
  summaryPrompt: string
  questions: string
}

export const emptyTemplate: TemplateForm = {
  name: '',
  objective: 'promote',
  subjectClass: null,
  language: 'id',
  accountIds: [],
  mainText: '',
  keyMessages: '',
  notToSay: '',
  summaryPrompt: '',
  questions: '',
}

export function formOf(template: Template): TemplateForm {
  const { name, objective, subjectClass, language, accountIds, mainText, summaryPrompt } = template
  return {
    ...{ name, objective, subjectClass, language, accountIds, mainText, summaryPrompt },
    keyMessages: template.keyMessages.join('\n'),
    notToSay: template.notToSay.join('\n'),
    questions: template.questions.join('\n'),
  }
}

type Sent<Form> = {
  [Field in keyof Form]: Field extends 'keyMessages' | 'notToSay' | 'questions' ? string[] : Form[Field]
}

/** The typed fields as the commands take them; only those that are there. */
export function sentOf<Form extends Partial<TemplateForm>>(form: Form): Sent<Form> {
  const lines = (['keyMessages', 'notToSay', 'questions'] as const).flatMap((field) => {
    const text = form[field]
    return text === undefined ? [] : [[field, linesOf(text)] as const]
  })
  return { ...form, ...Object.fromEntries(lines) } as Sent<Form>
}

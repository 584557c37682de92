import { useTranslation } from 'react-i18next'
import type { Template } from './template.ts'

/** What a template gives beside its accounts, as the words of a list. */
export function useHeld(): (template: Template) => string[] {
  const { t } = useTranslation('templates')
  return ({ mainText, keyMessages, notToSay, questions, summaryPrompt }) => [
    ...(mainText.trim() === '' ? [] : [t('holds.text')]),
    ...(keyMessages.length === 0 ? [] : [t('holds.keyMessages', { count: keyMessages.length })]),
    ...(notToSay.length === 0 ? [] : [t('holds.notToSay', { count: notToSay.length })]),
    ...(summaryPrompt.trim() === '' ? [] : [t('holds.summaryPrompt')]),
    ...(questions.length === 0 ? [] : [t('holds.questions', { count: questions.length })]),
  ]
}

/** The sentences about accounts that do not come along, one for each reason. */
export function useLeftOut(): (leftOut: Template['leftOut']) => string[] {
  const { t } = useTranslation('templates')
  return (leftOut) =>
    ([true, false] as const).flatMap((isEnded) => {
      const handles = leftOut.flatMap((one) => (one.isEnded === isEnded ? [one.handle] : []))
      if (handles.length === 0) return []
      return [t(isEnded ? 'leftOut.ended' : 'leftOut.otherUnit', { handles, count: handles.length })]
    })
}

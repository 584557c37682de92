import { useTranslation } from 'react-i18next'
import type { AlignmentFacts } from '../../domain/publications/objectives.ts'
import { type SubjectClass, subjectClasses } from '../../domain/subject-classes.ts'
import { classNeedsKey } from './class-needs.ts'

type Props = {
  idPrefix: string
  value: SubjectClass | null
  onChange: (value: SubjectClass) => void
  /** What else decides whether the briefing must be aligned. */
  others: Omit<AlignmentFacts, 'subjectClass'>
  describedBy?: string
}

/** The six subject classes as radio buttons: arrows move, Enter sends the form. */
export function ClassChoice({ idPrefix, value, onChange, others, describedBy }: Props) {
  const { t } = useTranslation('publications')
  const { t: ui } = useTranslation('ui')
  return (
    <fieldset className="sel-choices" aria-describedby={describedBy}>
      <legend className="sel-field-label">{t('create.subjectClass')}</legend>
      {subjectClasses.map((one) => (
        <label key={one} className="sel-choice">
          <input
            id={`${idPrefix}-${one}`}
            type="radio"
            name={idPrefix}
            checked={value === one}
            onChange={() => onChange(one)}
          />
          {ui(`subjectClass.${one}`)}
        </label>
      ))}
      <p className="sel-choices-hint">
        {value === null ? t('create.subjectClassHint') : t(classNeedsKey({ ...others, subjectClass: value }))}
      </p>
    </fieldset>
  )
}

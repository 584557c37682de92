import { useTranslation } from 'react-i18next'
import { type SubjectClass, subjectClasses } from '../../domain/subject-classes.ts'

type Props = {
  idPrefix: string
  value: SubjectClass | null
  onChange: (value: SubjectClass) => void
  describedBy?: string
}

/** The six subject classes as radio buttons: arrows move, Enter sends the form. */
export function ClassChoice({ idPrefix, value, onChange, describedBy }: Props) {
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
        {value === null ? t('create.subjectClassHint') : t(`classNeeds.${value}`)}
      </p>
    </fieldset>
  )
}

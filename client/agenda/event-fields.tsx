import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type EventKind, eventKinds } from '../../domain/agenda/kinds.ts'

export type EventWords = { name: string; kind: EventKind; place: string; notes: string }

type Props = {
  value: EventWords
  sentences: Record<string, string>
  onChange: (touched: Partial<EventWords>) => void
}

/** What an event is called, what kind it is, where, and what to know of it. */
export function EventFields({ value, sentences, onChange }: Props) {
  const { t } = useTranslation('agenda')
  const text = (name: 'name' | 'place' | 'notes') => ({
    id: `event-${name}`,
    label: t(`fields.${name}`),
    value: value[name],
    error: sentences[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput {...text('name')} autoComplete="off" data-autofocus />
      <Select
        id="event-kind"
        label={t('fields.kind')}
        data={eventKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={value.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && onChange({ kind: kind as EventKind })}
      />
      <TextInput {...text('place')} autoComplete="off" />
      <Textarea {...text('notes')} autosize minRows={2} maxRows={12} />
    </>
  )
}

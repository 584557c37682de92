import { Textarea, type TextareaProps } from '@mantine/core'

type Props = Pick<TextareaProps, 'id' | 'label' | 'description' | 'error' | 'lang' | 'aria-label'> & {
  value: string
  isInvalid?: boolean
  describedBy?: string
  minRows?: number
  onChange: (value: string) => void
}

/** A text that grows with what is typed in it. */
export function TextArea({ value, onChange, isInvalid = false, describedBy, minRows = 3, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      value={value}
      autosize={false}
      rows={minRows}
      resize="vertical"
      className="sel-text-area"
      spellCheck
      error={rest.error ?? (isInvalid || undefined)}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

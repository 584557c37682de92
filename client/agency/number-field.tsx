import { TextInput } from '@mantine/core'

type Props = {
  label: string
  description?: string
  /** Null: left empty, where that is allowed. */
  value: number | null
  onChange: (value: number | null) => void
  error?: string
  id?: string
}

/** A whole number typed with digits; what is no digit is left out, an empty field is null. */
export function NumberField({ value, onChange, ...props }: Props) {
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="off"
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 7)
        onChange(digits === '' ? null : Number(digits))
      }}
    />
  )
}

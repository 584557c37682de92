import { Select, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CALENDAR_FILE_LIMIT_BYTES, CALENDAR_FILE_LIMIT_MEGABYTES } from '../../domain/overlays/input.ts'
import { useMe } from '../shell/me.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { usePlannedUnits } from './use-planned-units.ts'
import './views.css'

const FOR_ME = 'me'
type Source = 'address' | 'file'

/** One more calendar: its name, where it comes from, and who sees it. */
export function AddOverlay({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['views', 'ui'])
  const trpc = useTRPC()
  const units = usePlannedUnits(useMe())
  const [source, setSource] = useState<Source>('address')
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [place, setPlace] = useState(FOR_ME)
  const [chosen, setChosen] = useState<File | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const refresh = [trpc.overlays.pathFilter()]
  const addAddress = useCommand(trpc.overlays.addAddress, { refresh, onDone })
  const addFile = useCommand(trpc.overlays.addFile, { refresh, onDone })
  const failure = source === 'address' ? addAddress.failure : addFile.failure
  const sentences = useFieldSentences(failure)
  const isPending = addAddress.isPending || addFile.isPending

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isPending) return
    const unitId = place === FOR_ME ? null : place
    if (source === 'address') void addAddress.run({ name, unitId, address: address.trim() })
    else if (chosen === null) chooser.current?.click()
    else void addFile.run({ name, unitId, fileName: chosen.name, text: await chosen.text() })
  }

  function choose(file: File | null) {
    setTooLarge(file !== null && file.size > CALENDAR_FILE_LIMIT_BYTES)
    setChosen(file !== null && file.size <= CALENDAR_FILE_LIMIT_BYTES ? file : null)
    if (file !== null && name === '') setName(file.name.replace(/\.ics$/i, ''))
  }

  return (
    <form className="sel-view-form" noValidate onSubmit={(event) => void submit(event)}>
      <Segments
        label={t('overlays.from')}
        value={source}
        segments={[
          { value: 'address', label: t('overlays.fromAddress') },
          { value: 'file', label: t('overlays.fromFile') },
        ]}
        onChange={setSource}
      />
      <div className="sel-view-fields">
        {source === 'address' ? (
          <TextInput
            label={t('overlays.address')}
            description={t('overlays.addressHelp')}
            value={address}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            error={sentences.address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        ) : (
          <div>
            <input
              ref={chooser}
              type="file"
              accept=".ics,text/calendar"
              className="sel-hidden"
              tabIndex={-1}
              aria-hidden
              onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
            />
            <ActionButton onClick={() => chooser.current?.click()}>
              {chosen?.name ?? t('overlays.file')}
            </ActionButton>
            <p className="sel-second" role={tooLarge ? 'alert' : undefined}>
              {t(tooLarge ? 'fieldErrors.calendar_too_large' : 'overlays.fileHelp', {
                limit: CALENDAR_FILE_LIMIT_MEGABYTES,
              })}
            </p>
          </div>
        )}
        <TextInput
          label={t('overlays.name')}
          value={name}
          maxLength={80}
          autoComplete="off"
          error={sentences.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {units.length > 0 && (
          <Select
            label={t('overlays.for')}
            data={[
              { value: FOR_ME, label: t('overlays.forMe') },
              ...units.map((unit) => ({ value: unit.id, label: t('overlays.forUnit', { unit: unit.name }) })),
            ]}
            value={place}
            allowDeselect={false}
            onChange={(next) => setPlace(next ?? FOR_ME)}
          />
        )}
      </div>
      {Object.keys(sentences).length === 0 && <RefusalSentence failure={failure} />}
      <div className="sel-view-actions">
        <ActionButton
          type="submit"
          weight="primary"
          isPending={isPending}
          pendingText={t('ui:actions.recording')}
        >
          {t(source === 'address' ? 'overlays.saveAddress' : 'overlays.saveFile')}
        </ActionButton>
      </div>
    </form>
  )
}

import { Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type ChoosableMail, choosableMails } from '../../domain/notifications/choosing.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { Section } from '../ui/section.tsx'
import './mail-choices.css'

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const USUAL_END = '06:00'

/** Which kinds come by mail as well, and the hours in which mails wait. Each counts as soon as it is chosen. */
export function MailChoices() {
  const { t } = useTranslation('notifications')
  const trpc = useTRPC()
  const { language } = useReader()
  const { data } = useQuery(trpc.notifications.mailChoices.queryOptions({}))
  const choose = useCommand(trpc.notifications.chooseMails, {
    refresh: [trpc.notifications.mailChoices.queryFilter()],
  })
  if (data === undefined) return null
  const { off, quiet } = data
  const turn = (kind: ChoosableMail, isOn: boolean) =>
    void choose.run({ quiet, off: isOn ? off.filter((one) => one !== kind) : [...off, kind] })
  const listed = hours.map((hour) => ({
    value: hour,
    label: language === 'id' ? hour.replace(':', '.') : hour,
  }))
  return (
    <Section title={t('choices.title')}>
      <p className="sel-second">{t('choices.lead')}</p>
      <ul className="sel-mail-choices">
        {choosableMails.map((kind) => (
          <li key={kind}>
            <Switch
              label={t(`choices.kinds.${kind}`)}
              labelPosition="left"
              checked={!off.includes(kind)}
              onChange={(event) => turn(kind, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <div className="sel-mail-quiet">
        <Select
          label={t('choices.from')}
          placeholder={t('choices.never')}
          data={listed}
          value={quiet?.from ?? null}
          clearable
          onChange={(from) =>
            void choose.run({
              off,
              quiet: from === null ? null : { from, until: quietEnd(from, quiet?.until ?? USUAL_END) },
            })
          }
        />
        {quiet !== null && (
          <Select
            label={t('choices.until')}
            data={listed.filter((hour) => hour.value !== quiet.from)}
            value={quiet.until}
            allowDeselect={false}
            onChange={(until) => {
              if (until !== null) void choose.run({ off, quiet: { ...quiet, until } })
            }}
          />
        )}
      </div>
      <p className="sel-second">{t('choices.always')}</p>
      <RefusalSentence failure={choose.failure} />
    </Section>
  )
}

/** Another hour than the first: nobody is quiet all day. */
function quietEnd(from: string, until: string): string {
  return until === from ? (hours[(hours.indexOf(from) + 1) % hours.length] ?? until) : until
}

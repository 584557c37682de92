import { useTranslation } from 'react-i18next'
import type { record as words } from '../../domain/language/id/record.ts'
import type { RecordLine } from './record-data.ts'
import { RecordMoment } from './record-moment.tsx'

type Act = keyof (typeof words)['acts']

/** One line for each act, in the order of time: when, who, what, on which content. */
export function RecordEvents({ events }: { events: readonly RecordLine[] }) {
  const { t } = useTranslation('record')
  return (
    <table className="sel-record-events">
      <thead>
        <tr>
          <th scope="col">{t('columns.when')}</th>
          <th scope="col">{t('columns.who')}</th>
          <th scope="col">{t('columns.what')}</th>
          <th scope="col">{t('columns.content')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a record never move
          <tr key={`${event.at} ${event.act} ${index}`}>
            <td>
              <RecordMoment at={event.at} />
            </td>
            <td>
              <Who event={event} />
            </td>
            <td>
              <What event={event} />
            </td>
            <td>
              <On event={event} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Who({ event }: { event: RecordLine }) {
  const { t } = useTranslation('record')
  const name = event.who ?? t('system')
  if (event.onBehalfOf === null) return name
  return (
    <>
      {t('onBehalf', { name, leader: event.onBehalfOf })}
      {event.letterNumber !== null && (
        <span className="sel-second">{t('letter', { number: event.letterNumber })}</span>
      )}
    </>
  )
}

function What({ event }: { event: RecordLine }) {
  const { t } = useTranslation('record')
  const { act, text, position, version, names, account, at, link } = event
  const isComment = act === 'approve' && text !== null
  return (
    <>
      {t(`acts.${act as Act}`, {
        text: text ?? '',
        position: position ?? 0,
        version: version ?? 0,
        name: names[0] ?? '',
        names,
        account: account ?? '',
        at,
      })}
      {isComment && <span className="sel-second">{t('comment', { text })}</span>}
      {link !== null && <span className="sel-record-link">{t('post', { link })}</span>}
    </>
  )
}

function On({ event }: { event: RecordLine }) {
  const { t } = useTranslation('record')
  if (event.hash === null) return null
  const hash = event.hash.slice(0, 12)
  return (
    <span className="sel-record-hash">
      {event.version === null ? t('on', { hash }) : t('onVersion', { version: event.version, hash })}
    </span>
  )
}

import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Briefing } from './briefing-data.ts'
import { EntryView } from './entry-view.tsx'
import { Paragraph } from './paragraph.tsx'
import './briefings.css'

type Props = { briefing: Briefing; onAsk?: (text: string) => void; level?: 2 | 3 | 4 }

/** What a briefing says, to be read: what is new for the reader carries its mark, what no longer holds is struck. */
export function BriefingText({ briefing, onAsk, level = 3 }: Props) {
  const { t } = useTranslation('briefings')
  const { content } = briefing
  const { news } = briefing.mine
  const isNew = (field: 'keyMessages' | 'notToSay' | 'sources', index: number) =>
    news?.[field].includes(index) ?? false

  return (
    <div className="sel-brief-text">
      {content.summary !== '' && (
        <Part title={t('fields.summary')} level={level}>
          <Paragraph text={content.summary} isNew={news?.summary ?? false} onAsk={onAsk}>
            <span className="sel-brief-prose">{content.summary}</span>
          </Paragraph>
        </Part>
      )}
      {content.keyMessages.length > 0 && (
        <Part title={t('fields.keyMessages')} level={level}>
          <ol className="sel-brief-numbers">
            {content.keyMessages.map((text, index) => (
              <li key={text}>
                <Paragraph text={text} isNew={isNew('keyMessages', index)} onAsk={onAsk}>
                  {text}
                </Paragraph>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {content.notToSay.length > 0 && (
        <Part title={t('fields.notToSay')} level={level}>
          <ul className="sel-brief-crosses">
            {content.notToSay.map((text, index) => (
              <li key={text}>
                <IconX size={18} stroke={2.4} aria-hidden />
                <Paragraph text={text} isNew={isNew('notToSay', index)} onAsk={onAsk}>
                  {text}
                </Paragraph>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {content.entries.length > 0 && (
        <Part title={t('fields.entries')} level={level}>
          <ul className="sel-brief-entries">
            {content.entries.map((entry) => (
              <EntryView
                key={entry.entryId}
                entry={entry}
                isNew={news?.entries.includes(entry.entryId) ?? false}
                onAsk={onAsk}
              />
            ))}
          </ul>
        </Part>
      )}
      {content.escalationContact !== '' && (
        <Part title={t('fields.escalationContact')} level={level}>
          <Paragraph text={content.escalationContact} isNew={news?.escalationContact ?? false} onAsk={onAsk}>
            {content.escalationContact}
          </Paragraph>
        </Part>
      )}
      {content.sources.length > 0 && (
        <Part title={t('fields.sources')} level={level}>
          <ul>
            {content.sources.map((text, index) => (
              <li key={text}>
                <Paragraph text={text} isNew={isNew('sources', index)} onAsk={onAsk}>
                  <Source text={text} />
                </Paragraph>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {news !== null && goneOf(news.removed).length > 0 && (
        <Part title={t('reading.removed')} level={level}>
          <ul>
            {goneOf(news.removed).map((text) => (
              <li key={text}>
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  )
}

function goneOf(removed: { keyMessages: string[]; notToSay: string[]; questions: string[] }): string[] {
  return [...new Set([...removed.keyMessages, ...removed.notToSay, ...removed.questions])]
}

function Part({ title, level, children }: { title: string; level: 2 | 3 | 4; children: ReactNode }) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  )
}

/** A source that is a web address is a link, anything else its words. */
function Source({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return text
  return (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  )
}

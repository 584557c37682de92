import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Key } from '../ui/key.tsx'
import { areSingleKeysOff, useKeyLayers } from './keys.ts'

const shown: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
const modifiers = ['Ctrl', 'Alt', 'Shift']

/** All keys that work now, the page's own first. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const layers = useKeyLayers()
  const groups = (['page', 'everywhere'] as const).map((scope) => ({
    scope,
    bindings: layers
      .filter((layer) => layer.scope === scope)
      .flatMap((layer) => layer.read())
      .flatMap(({ keys, name }) => (keys === null || name === undefined ? [] : [{ keys, name }])),
  }))

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keys.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('ui:actions.close') }}
    >
      <p className="sel-second">{areSingleKeysOff() ? t('keys.off') : t('keys.intro')}</p>
      <div className="sel-key-list">
        {groups
          .filter((group) => group.bindings.length > 0)
          .map((group) => (
            <section key={group.scope}>
              <h3>{group.scope === 'page' ? t('keys.here') : t('keys.everywhere')}</h3>
              <dl>
                {group.bindings.map((binding) => (
                  <div key={`${binding.keys} ${binding.name}`} style={{ display: 'contents' }}>
                    <dt>
                      {partsOf(binding.keys).map((part, index) => (
                        <span key={part.text} className="sel-keys">
                          {index > 0 && part.follows && (
                            <span className="sel-second">{t('keys.andThen')}</span>
                          )}
                          <span className="sel-hidden">{part.text}</span>
                          <Key of={part.text} />
                        </span>
                      ))}
                    </dt>
                    <dd>{binding.name}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  )
}

/** `G K` is one after the other, `Ctrl K` both together. */
function partsOf(keys: string): { text: string; follows: boolean }[] {
  const parts = keys.split(' ')
  return parts.map((part, index) => ({
    text: shown[part] ?? part,
    follows: index > 0 && !modifiers.includes(parts[index - 1] ?? ''),
  }))
}

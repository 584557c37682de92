import 'i18next'
import type { id } from './id/all.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof id
    returnNull: false
  }
}

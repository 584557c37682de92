import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant } from '../columns.ts'
import { people } from './people.ts'

/** An uploaded image, video or file of captions; its bytes lie in the data folder under their SHA-256. */
export const files = pgTable(
  'files',
  {
    id: id(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    mimeType: text('mime_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** As it is shown; 0 for captions, which have no picture. */
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    /** Of a video alone; null for the rest, the audio's also for a silent one. */
    durationMs: integer('duration_ms'),
    videoCodec: text('video_codec'),
    audioCodec: text('audio_codec'),
    /** The upload it came by, so that finishing one twice gives one row. */
    uploadId: text('upload_id'),
    uploadedBy: uuid('uploaded_by')
      .notNull()
      .references(() => people.id),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (table) => [index('files_sha256').on(table.sha256), uniqueIndex('files_upload').on(table.uploadId)],
)

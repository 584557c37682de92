/** The refusals of this room: code -> data. The bytes decide, never the name. */
export type FilesRefusals = {
  file_not_image: { name: string }
  file_not_media: { name: string }
  file_too_large: { name: string; limitMegabytes: number }
  file_empty: { name: string }
  file_too_many_pixels: { name: string; limitMegapixels: number }
  video_unreadable: { name: string }
  captions_unreadable: { name: string; line: number; why: CaptionsFault }
  uploads_too_many: { limit: number }
}

/** Why a file of captions was not taken. */
export type CaptionsFault = 'no_cues' | 'time_unreadable' | 'ends_before_start' | 'not_text'

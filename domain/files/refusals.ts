/** The refusals of this room: code -> data. The bytes decide, never the name. */
export type FilesRefusals = {
  file_not_image: { name: string }
  file_too_large: { name: string; limitMegabytes: number }
  file_empty: { name: string }
  file_too_many_pixels: { name: string; limitMegapixels: number }
}

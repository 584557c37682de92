/** Where an uploaded file is shown from. */
export function fileAddress(fileId: string): string {
  return `/files/${fileId}`
}

/** An image drawn small. */
export function thumbnailAddress(fileId: string): string {
  return `/files/${fileId}/thumbnail`
}

/** Captions as browsers read them, whatever kind was uploaded. */
export function captionsAddress(fileId: string): string {
  return `/files/${fileId}/captions`
}

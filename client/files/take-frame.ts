/** The frame a video shows now, as an image to upload; null where this browser cannot draw it. */
export async function takeFrame(video: HTMLVideoElement, name: string): Promise<File | null> {
  video.pause()
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA && !(await loadsItsFrame(video))) return null
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const context = canvas.getContext('2d')
  if (context === null || canvas.width === 0 || canvas.height === 0) return null
  context.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob === null ? null : new File([blob], name, { type: 'image/jpeg' })
}

/** Only its length may have come so far. */
function loadsItsFrame(video: HTMLVideoElement): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (isThere: boolean) => () => {
      video.removeEventListener('loadeddata', loaded)
      video.removeEventListener('error', failed)
      resolve(isThere)
    }
    const [loaded, failed] = [done(true), done(false)]
    video.addEventListener('loadeddata', loaded)
    video.addEventListener('error', failed)
    if (video.error !== null) failed()
    video.preload = 'auto'
  })
}

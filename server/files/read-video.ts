import { FilePathSource, Input, MP4, WEBM } from 'mediabunny'

export type VideoFacts = {
  widthPx: number
  heightPx: number
  durationMs: number
  videoCodec: string | null
  audioCodec: string | null
}

const LONGEST_MS = 2_000_000_000

/**
 * Length, size as shown and codecs of an MP4 or WebM on the disk; null where it holds no moving picture that can be read.
 * A broken file may cost much: `readVideoApart` sets the limits.
 */
export async function readVideo(path: string): Promise<VideoFacts | null> {
  const input = new Input({ source: new FilePathSource(path), formats: [MP4, WEBM] })
  try {
    const video = await input.getPrimaryVideoTrack()
    if (video === null) return null
    const audio = await input.getPrimaryAudioTrack()
    const facts = {
      widthPx: await video.getDisplayWidth(),
      heightPx: await video.getDisplayHeight(),
      durationMs: Math.round((await input.computeDuration()) * 1000),
      videoCodec: await video.getCodec(),
      audioCodec: audio === null ? null : await audio.getCodec(),
    }
    const isWhole = [facts.widthPx, facts.heightPx, facts.durationMs].every(
      (figure) => Number.isSafeInteger(figure) && figure > 0,
    )
    return isWhole && facts.durationMs < LONGEST_MS ? facts : null
  } catch {
    // What the reader throws tells of the file alone; the caller refuses it by name.
    return null
  } finally {
    input.dispose()
  }
}

import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

type Wanted = {
  kind?: 'mp4' | 'webm'
  widthPx?: number
  heightPx?: number
  seconds?: number
  /** About how large the file is to be. */
  sizeBytes?: number
  /** Another number gives other bytes. */
  seed?: number
}

/**
 * A video whose container is whole and says what is asked for; its pictures are noise, which no test decodes. The same
 * wishes give the same bytes, save for the moment that MP4 writes into itself.
 */
export async function aVideo(wanted: Wanted = {}): Promise<Buffer> {
  const { kind = 'mp4', widthPx = 640, heightPx = 360, seconds = 4, sizeBytes = 4000, seed = 1 } = wanted
  const target = new BufferTarget()
  const format = kind === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource('vp9')
  output.addVideoTrack(source)
  await output.start()
  const frames = Math.max(1, Math.round(seconds))
  const length = seconds / frames
  const decoderConfig = {
    codec: 'vp09.00.10.08',
    codedWidth: widthPx,
    codedHeight: heightPx,
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const,
  }
  for (let frame = 0; frame < frames; frame++) {
    const bytes = new Uint8Array(Math.ceil(sizeBytes / frames)).fill((seed + frame) % 256)
    const packet = new EncodedPacket(bytes, 'key', frame * length, length)
    await source.add(packet, frame === 0 ? { decoderConfig } : undefined)
  }
  await output.finalize()
  if (target.buffer === null) throw new Error('no video was written')
  return Buffer.from(target.buffer)
}

export const someCaptions = `WEBVTT

00:00.000 --> 00:01.500
Siapkan empat berkas.

00:01.500 --> 00:03.000
Pendaftaran <i>gratis</i>.
`

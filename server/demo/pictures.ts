import sharp from 'sharp'

const SIZE_PX = 1080

const shapes = {
  rumah:
    '<path d="M540 250 850 520H230Z" fill="#2e338c"/><rect x="310" y="520" width="460" height="300" fill="#ffffff"/><rect x="490" y="620" width="100" height="200" fill="#8f5500"/><rect x="360" y="580" width="90" height="90" fill="#c3c7fb"/><rect x="630" y="580" width="90" height="90" fill="#c3c7fb"/>',
  tameng:
    '<path d="M540 220 820 320V560C820 720 690 830 540 880 390 830 260 720 260 560V320Z" fill="#3b41a8"/><path d="m420 550 90 90 160-180" stroke="#ffffff" stroke-width="46" fill="none"/>',
  bunga:
    '<g fill="#8f5500"><circle cx="540" cy="400" r="120"/><circle cx="400" cy="520" r="120"/><circle cx="680" cy="520" r="120"/><circle cx="460" cy="680" r="120"/><circle cx="620" cy="680" r="120"/></g><circle cx="540" cy="560" r="90" fill="#f9ecd5"/>',
  berkas:
    '<rect x="310" y="240" width="460" height="600" rx="20" fill="#ffffff"/><g fill="#8f5500"><rect x="380" y="340" width="320" height="36"/><rect x="380" y="430" width="320" height="36"/><rect x="380" y="520" width="320" height="36"/><rect x="380" y="610" width="200" height="36"/></g>',
}

export type Picture = keyof typeof shapes

/** A plain square drawing as a JPEG; what the demo shows as an uploaded picture. */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  const ground = picture === 'tameng' ? '#e8e9fb' : '#f9ecd5'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE_PX}" height="${SIZE_PX}" viewBox="0 0 1080 1080"><rect width="1080" height="1080" fill="${ground}"/>${shapes[picture]}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}

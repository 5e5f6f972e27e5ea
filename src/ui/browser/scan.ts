/** What a browser that reads codes offers; few do yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorKind = new (options: { readonly formats: readonly string[] }) => Detector

/** Offers to read a QR code with the camera, and goes where the code of a participant leads. */
export function offerScan(place: HTMLElement): void {
  const Kind = (globalThis as { readonly BarcodeDetector?: DetectorKind }).BarcodeDetector
  if (!Kind || !navigator.mediaDevices) return
  const video = Object.assign(document.createElement('video'), {
    muted: true,
    playsInline: true,
    hidden: true,
  })
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button' })
  button.dataset['variant'] = 'secondary'
  const say = (what: 'scanOpen' | 'scanStop' | 'scanFailed') =>
    (button.textContent = place.dataset[what] ?? '')
  let stream: MediaStream | null = null
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.hidden = true
    say('scanOpen')
  }
  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    video.hidden = false
    say('scanStop')
    await video.play()
    const detector = new Kind({ formats: ['qr_code'] })
    while (stream) {
      const [found] = await detector.detect(video)
      if (found && follow(place, found.rawValue)) return stop()
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  button.addEventListener('click', () => {
    if (stream) return stop()
    start().catch(() => {
      stop()
      say('scanFailed')
    })
  })
  say('scanOpen')
  place.append(button, video)
  place.hidden = false
}

/** Only the code is taken from what was read: a strange code leads nowhere strange. */
function follow(place: HTMLElement, read: string): boolean {
  const code = /[?&][a-z]+=([A-Z]{6})$/.exec(read)?.[1]
  if (code === undefined) return false
  const query = new URLSearchParams({ [place.dataset['scanName'] ?? '']: code })
  location.assign(`${place.dataset['scan'] ?? ''}?${query}`)
  return true
}

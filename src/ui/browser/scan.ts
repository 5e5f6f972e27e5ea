/** What a browser that reads codes offers; few do yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
interface DetectorKind {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/**
 * Offers to read a QR code with the camera, and goes where the code of a participant leads. Where the browser reads none the
 * page stays as it is: the field beside says how the code is typed, and that the phone's own camera leads here.
 */
export async function offerScan(place: HTMLElement): Promise<void> {
  const Kind = (globalThis as { readonly BarcodeDetector?: DetectorKind }).BarcodeDetector
  if (!Kind || !navigator.mediaDevices) return
  if (!(await Kind.getSupportedFormats()).includes('qr_code')) return
  const video = Object.assign(document.createElement('video'), {
    muted: true,
    playsInline: true,
    hidden: true,
  })
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button' })
  button.dataset['variant'] = 'secondary'
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  const offer = (what: 'scanOpen' | 'scanStop') => {
    button.textContent = place.dataset[what] ?? ''
    button.disabled = false
  }
  const say = (what: 'scanFailed' | 'scanStrange' | null) =>
    (line.textContent = (what && place.dataset[what]) ?? '')
  let stream: MediaStream | null = null
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    video.hidden = true
    offer('scanOpen')
  }
  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    video.srcObject = stream
    video.hidden = false
    offer('scanStop')
    say(null)
    await video.play()
    const detector = new Kind({ formats: ['qr_code'] })
    while (stream) {
      const [found] = await detector.detect(video)
      if (found && follow(place, found.rawValue)) return stop()
      if (found) say('scanStrange')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  button.addEventListener('click', () => {
    if (stream) return stop()
    button.disabled = true
    start().catch(() => {
      stop()
      say('scanFailed')
    })
  })
  offer('scanOpen')
  place.append(button, line, video)
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

import { expect } from 'vitest'

/** A person at work without a browser: keeps cookies, follows nothing, says where each request comes from. */
export class OfficerByHand {
  #origin: string
  #cookies = ''

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Goes on at another process of the same installation. */
  moveTo(origin: string): void {
    this.#origin = origin
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(`${this.#origin}${path}`, { headers: { cookie: this.#cookies } })
    return answer.text()
  }

  async post(path: string, fields: Record<string, string>): Promise<number> {
    const answer = await fetch(`${this.#origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.#cookies, origin: this.#origin },
      body: new URLSearchParams(fields),
    })
    const set = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (set.length > 0) this.#cookies = set.join('; ')
    return answer.status
  }

  /** Asks for a link and uses it as soon as the local letter has come. */
  async signIn(email: string): Promise<void> {
    await this.post('/logga-in', { email })
    for (let tries = 0; tries < 100; tries += 1) {
      const token = /token=(\w+)/.exec(await this.get('/post'))?.[1]
      if (token) {
        expect(await this.post('/logga-in/lank', { token })).toBe(303)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('No letter came')
  }

  /** Says how a cell stands, against the version that is there now. */
  async say(cell: string, text: string): Promise<number> {
    const html = await this.get(`${cell}/redigera`)
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '0'
    const nothing = { owner: '', deputy: '', milestone: '', milestoneOn: '' }
    return this.post(`${cell}/redigera`, { ...nothing, status: 'on-plan', text, version })
  }
}

/** The first cell of Ale that a visitor is led to. */
export async function firstCellOfAle(origin: string): Promise<string> {
  const page = await (await fetch(`${origin}/kommuner/ale`)).text()
  return /href="(\/insatser\/[\w-]+\/ale)"/.exec(page)?.[1] ?? ''
}

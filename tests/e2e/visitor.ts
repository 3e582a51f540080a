/** What a server answered, read to its end. */
export interface Answer {
  status: number
  body: string
  headers: Headers
}

/** Someone who asks a server without a browser, with or without a session. */
export class Visitor {
  readonly url: string
  #cookie = ''

  /** The session, as a request's header has it. */
  get cookie(): string {
    return this.#cookie
  }

  constructor(url: string) {
    this.url = url
  }

  /** Sends a request as it is given: no origin unless `headers` has one, no redirect followed. */
  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (this.#cookie) headers.set('Cookie', this.#cookie)
    const answer = await fetch(this.url + path, { redirect: 'manual', ...init, headers })
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
    if (cookies.length > 0) this.#cookie = cookies.join('; ')
    return { status: answer.status, body: await answer.text(), headers: answer.headers }
  }

  /** Posts a form of the product's own pages; answers where it leads, or its page. */
  async post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.ask(path, { method: 'POST', headers: { Origin: this.url }, body: new URLSearchParams(fields) })
  }

  /** Posts a form that has to work. */
  async do(path: string, fields: Record<string, string>): Promise<Answer> {
    const answer = await this.post(path, fields)
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 2000)}`)
    return answer
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<this> {
    await this.do('/sign-in', { email, password, to: '/' })
    return this
  }
}

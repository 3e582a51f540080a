import { test as base } from '@playwright/test'
import { type Guarded, makeGuarded } from './guarded-postmortems.ts'
import type { RunningServer } from './server.ts'
import { admin as adminAccount } from './set-up.ts'
import { startOrganisation } from './start-organisation.ts'
import { type Answer, Visitor } from './visitor.ts'

/** Who asks, beside Ada: her post-mortems are not shared with any of them. */
export const strangers = ['nobody', 'member', 'admin'] as const
type Stranger = (typeof strangers)[number]

export interface World {
  server: RunningServer
  ada: Visitor
  visitors: Record<Stranger, Visitor>
  guarded: Guarded
  adaId: string
}

/** A server with Ada, another member and an admin, and post-mortems of hers that are shared with neither. */
export const test = base.extend<object, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
    async ({}, use) => {
      const server = await startOrganisation('yes')
      try {
        await use(await makeWorld(server))
      } finally {
        await server.stop()
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

async function makeWorld(server: RunningServer): Promise<World> {
  const admin = await new Visitor(server.url).signIn(adminAccount)
  const join = async (name: string) => {
    const email = `${name.toLowerCase()}@skerry-line.example`
    const { body } = await admin.do('/settings/people', { role: 'member' })
    const link = /\/join\/[\w-]{20,}/.exec(body)![0]
    const visitor = new Visitor(server.url)
    await visitor.do(link, { name, email, newPassword: 'nine lanterns burning', timeZone: 'UTC' })
    return visitor
  }
  const ada = await join('Ada')
  const member = await join('Milo')
  const people = (await admin.ask('/settings/people')).body
  const idOf = (name: string) => new RegExp(`/settings/people/([\\w-]+)"[^>]*>${name}`).exec(people)![1]!
  const guarded = await makeGuarded(admin, ada, idOf('Ada'), idOf(adminAccount.name))
  return { server, ada, guarded, adaId: idOf('Ada'), visitors: { nobody: new Visitor(server.url), member, admin } }
}

/** Where the data of a page without its document is. */
export const dataOf = (address: string) => (address === '/' ? '/_.data' : `${address}.data`)

/** Whether an answer leads to where one signs in, as a page and as data. */
export const isSignIn = ({ status, body, headers }: Answer) =>
  status === 302 ? headers.get('Location')?.startsWith('/sign-in') : status === 202 && body.includes('/sign-in')

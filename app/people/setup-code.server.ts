import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Database } from '#db/client.ts'
import { accountExists } from './first-admin.server.ts'
import { isLoopback } from './is-loopback.ts'
import { forgetInFolder, keptInFolder } from './kept-in-folder.server.ts'
import type { PeopleSettings } from './people-settings.ts'

// No letters that look like digits, so that it can be read from one screen and typed on another.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const file = 'setup-code'
const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/**
 * Whether setup asks for the code that is printed at start. On loopback it does not: who reaches the page already works
 * on this machine. A proxy in front makes loopback reachable from elsewhere, so with one the code is asked for; also with
 * one that the settings do not name, told by the headers that proxies add.
 */
export function setupNeedsCode(
  settings: Pick<PeopleSettings, 'HOST' | 'PUBLIC_URL' | 'TRUST_PROXY'>,
  request?: Request,
): boolean {
  if (proxyHeaders.some((name) => request?.headers.has(name))) return true
  if (settings.TRUST_PROXY || !isLoopback(settings.HOST)) return true
  return settings.PUBLIC_URL !== undefined && !isLoopback(new URL(settings.PUBLIC_URL).hostname)
}

/** The one-time code for setup, as it is printed: `K7QM-2RVX-9HTD`. The same until setup is done. */
export function setupCode(settings: Pick<PeopleSettings, 'DATA_DIR'>): string {
  return keptInFolder(settings.DATA_DIR, file, () => {
    const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
    return letters.match(/.{4}/g)!.join('-')
  })
}

/** Prints the code for whoever starts the server, as long as there is no account and setup asks for it. */
export async function printSetupCode(db: Database, settings: PeopleSettings): Promise<void> {
  if (!setupNeedsCode(settings) || (await accountExists(db))) return
  process.stdout.write(`Setup asks for this code, once: ${setupCode(settings)}\n`)
}

let toldOfProxy = false

/** Prints the code when setup is opened through a proxy that was not known of at the start; once per process. */
export function printSetupCodeForProxy(settings: PeopleSettings): void {
  if (toldOfProxy || setupNeedsCode(settings)) return
  toldOfProxy = true
  process.stdout.write(`Setup was opened through a proxy and asks for this code, once: ${setupCode(settings)}\n`)
}

/** Whether this is the code, however it was spaced or written; compared in constant time. */
export function isSetupCode(settings: Pick<PeopleSettings, 'DATA_DIR'>, given: string): boolean {
  return timingSafeEqual(digest(given), digest(setupCode(settings)))
}

/** Once an account exists the code opens nothing and is removed. */
export function forgetSetupCode(settings: Pick<PeopleSettings, 'DATA_DIR'>): void {
  forgetInFolder(settings.DATA_DIR, file)
}

function digest(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest()
}

import * as Y from 'yjs'
import { mayForget } from '#app/collaboration/rescue-text.ts'
import { updateOfChange } from '#app/collaboration/update-of-change.ts'
import { type Settlement, watchMerges } from '#app/collaboration/watch-merges.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { idOf, itemElements, sectionElements } from '#app/document/shared-elements.ts'

/** The server's side of a shared document without a network: applies, settles and passes on, as live editing does. */
export class MergingServer {
  shared = new Y.Doc({ gcFilter: mayForget as () => boolean })
  /** Every update in the order of the log. */
  log: Uint8Array[] = []
  #replicas = new Set<Replica>()

  constructor(document?: DocumentJson) {
    this.#watch()
    if (!document) return
    const first = new Y.Doc()
    fillSharedDocument(first, document, Facts.parse({}))
    this.receive(Y.encodeStateAsUpdate(first))
  }

  join(replica: Replica): void {
    this.#replicas.add(replica)
  }

  receive(update: Uint8Array): void {
    this.log.push(update)
    const needed = this.#apply(update)
    for (const settlement of needed) {
      const settled = updateOfChange(this.shared, settlement)
      if (settled) this.receive(settled)
    }
  }

  /** What a server does that was killed after its last snapshot: it reads the log again. */
  restart(snapshot?: Uint8Array, from = 0): void {
    const log = this.log.slice(from)
    this.shared = new Y.Doc({ gcFilter: mayForget as () => boolean })
    this.#watch()
    if (snapshot) Y.applyUpdate(this.shared, snapshot)
    const needed = log.flatMap((update) => this.#apply(update))
    for (const settlement of needed) {
      const settled = updateOfChange(this.shared, settlement)
      if (settled) this.receive(settled)
    }
  }

  #snapshot: { state?: Uint8Array; at: number } = { at: 0 }

  takeSnapshot(): void {
    this.#snapshot = { state: Y.encodeStateAsUpdate(this.shared), at: this.log.length }
  }

  /** Killed and started again: every connection breaks, and comes back to what the last snapshot and the log say. */
  kill(): void {
    const online = [...this.#replicas].filter((replica) => replica.isOnline)
    for (const replica of online) replica.goOffline()
    this.restart(this.#snapshot.state, this.#snapshot.at)
    for (const replica of online) replica.comeBack()
  }

  #needed: Settlement[] = []

  #watch(): void {
    watchMerges(
      this.shared,
      (origin) => (origin as { update?: Uint8Array } | null)?.update,
      (settlement) => this.#needed.push(settlement),
    )
  }

  #apply(update: Uint8Array): Settlement[] {
    Y.applyUpdate(this.shared, update, { update })
    for (const replica of this.#replicas) replica.hear(update)
    return this.#needed.splice(0)
  }
}

/** An editor's side: sends each edit as it was made, and the ones made offline first thing when it is back. */
export class Replica {
  shared = new Y.Doc()
  #server: MergingServer
  isOnline = true
  #unsent: Uint8Array[] = []

  constructor(server: MergingServer) {
    this.#server = server
    this.#open(Y.encodeStateAsUpdate(server.shared))
    server.join(this)
  }

  #open(state: Uint8Array): void {
    this.shared = new Y.Doc()
    Y.applyUpdate(this.shared, state, this.#server)
    this.shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.#server) return
      if (this.isOnline) this.#server.receive(update)
      else this.#unsent.push(update)
    })
  }

  /**
   * The page is loaded again. Online, the server's text may be there before the copy on the device is read: what the copy has
   * and the server has not is sent as it was typed, because its place may be gone from the text by then.
   */
  reload(): void {
    const copy = Y.encodeStateAsUpdate(this.shared)
    if (!this.isOnline) {
      this.#open(copy)
      return
    }
    this.#open(Y.encodeStateAsUpdate(this.#server.shared))
    this.#restore(copy)
  }

  /** As `reload`, of somebody who was away and is back when the page has loaded. */
  reloadAndComeBack(): void {
    const copy = Y.encodeStateAsUpdate(this.shared)
    this.isOnline = true
    this.#unsent = []
    this.#open(Y.encodeStateAsUpdate(this.#server.shared))
    this.#restore(copy)
  }

  #restore(copy: Uint8Array): void {
    const missing = Y.diffUpdate(copy, Y.encodeStateVector(this.shared))
    this.#server.receive(missing)
    Y.applyUpdate(this.shared, missing)
  }

  hear(update: Uint8Array): void {
    if (this.isOnline) Y.applyUpdate(this.shared, update, this.#server)
  }

  goOffline(): void {
    this.isOnline = false
  }

  comeBack(): void {
    if (this.isOnline) return
    this.isOnline = true
    for (const update of this.#unsent.splice(0)) this.#server.receive(update)
    const answer = Y.encodeStateAsUpdate(this.shared, Y.encodeStateVector(this.#server.shared))
    Y.applyUpdate(
      this.shared,
      Y.encodeStateAsUpdate(this.#server.shared, Y.encodeStateVector(this.shared)),
      this.#server,
    )
    this.#server.receive(answer)
  }

  /** Types at the end of an item's first paragraph. */
  type(itemId: string, text: string): void {
    const line = firstLine(itemOf(this.shared, itemId))
    line.insert(line.length, text)
  }

  remove(itemId: string): void {
    const item = itemOf(this.shared, itemId)
    const section = item.parent as Y.XmlElement
    section.delete(section.toArray().indexOf(item), 1)
  }
}

export function itemOf(shared: Y.Doc, itemId: string): Y.XmlElement {
  const found = sectionElements(shared)
    .flatMap(itemElements)
    .find((item) => idOf(item) === itemId)
  if (!found) throw new Error(`There is no item ${itemId}.`)
  return found
}

/** The text of an item's first paragraph, made when it has none. */
export function firstLine(item: Y.XmlElement): Y.XmlText {
  const block = item.get(0) as Y.XmlElement
  if (block.length === 0) block.insert(0, [new Y.XmlText()])
  return block.get(0) as Y.XmlText
}

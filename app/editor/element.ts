type Attributes = Record<string, string | boolean | null | undefined>

/** A DOM element with attributes and children. A null or false attribute is left out, true is set as an empty one. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** Replaces the children only when the text that stands for them changed: redrawing is asked for far more often. */
export function redraw(parent: HTMLElement, fingerprint: string, draw: () => (Node | string)[]): void {
  if (drawn.get(parent) === fingerprint) return
  const focused = parent.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.act
    : undefined
  drawn.set(parent, fingerprint)
  parent.replaceChildren(...draw())
  if (focused) parent.querySelector<HTMLElement>(`[data-act="${focused}"]`)?.focus()
}

/** Sets an attribute when it is another: the editor watches its DOM, and every write is looked at. */
export function put(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value)
}

const drawn = new WeakMap<HTMLElement, string>()

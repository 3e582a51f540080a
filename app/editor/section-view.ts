import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import type { ItemKind } from '#app/document/items.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'
import { type FrameTools, frameView } from './frame-view.ts'
import { draftFrame } from './in-short.ts'
import { addEntryBeside, addToSection, setAttributes } from './item-acts.ts'
import { drawNext } from './next-line.ts'
import { isEmptyNode } from './read-outline.ts'
import { drawAnswers } from './section-answers.ts'
import { drawClosing } from './section-closing.ts'

const addWords: Record<ItemKind, string> = {
  timelineEntry: 'Add an entry',
  account: 'Add an account',
  cause: 'Add a cause',
  change: 'Add a change',
  question: 'Add a question',
  thanks: 'Add thanks',
  lesson: 'Add a lesson',
}

/** A section: its title, prompt and help while it is empty, its text, and a button that adds the next item. */
export const sectionView = (host: EditorHost) =>
  frameView(host, (tools) => {
    const title = titleField(tools)
    const draft = draftFrame(tools)
    const aside = element('div', { class: 'ed-section-aside' })
    const prompt = element('p', { class: 'ed-prompt' })
    const head = element(
      'header',
      { class: 'ed-section-head', contenteditable: 'false' },
      element('div', { class: 'ed-section-title' }, title.dom, draft.note, aside),
      prompt,
    )
    const contentDOM = element('div', { class: 'ed-section-body' })
    const foot = element('footer', { class: 'ed-section-foot', contenteditable: 'false' })
    const answers = element('div', { class: 'ed-answers', contenteditable: 'false' })
    const end = element('div', { class: 'ed-section-end', contenteditable: 'false' })
    end.append(foot, answers)
    const closing = element('div', { class: 'ed-closing', contenteditable: 'false' })
    const next = element('p', { class: 'ed-next', contenteditable: 'false' })
    const dom = element('section', { class: 'ed-section' }, head, contentDOM, draft.grey, end, closing, next)
    return {
      dom,
      contentDOM,
      draw(node) {
        const { id, key, kind, hiddenBecause } = node.attrs as SectionAttributes
        const empty = isEmptyNode(node)
        put(dom, 'id', `section-${id}`)
        put(dom, 'data-kind', kind)
        put(dom, 'data-empty', String(empty))
        put(dom, 'data-left-out', String(hiddenBecause !== null))
        contentDOM.hidden = hiddenBecause !== null
        dom.style.containIntrinsicBlockSize = `auto ${usualHeight(node)}px`
        title.draw(node)
        drawAside(aside, node, empty, tools)
        drawPrompt(prompt, key, empty, kind, hiddenBecause, host)
        drawFoot(foot, node, empty, tools)
        draft.draw(node, contentDOM)
        drawAnswers(answers, node, empty, tools)
        drawClosing(closing, node.attrs as SectionAttributes, tools)
        drawNext(next, node.attrs as SectionAttributes, tools)
      },
    }
  })

/** About how high a section is, in pixels, for as long as it has not been drawn: see `ed-long` in the style sheet. */
function usualHeight({ attrs, childCount }: DocumentNode): number {
  if (attrs.hiddenBecause !== null) return 90
  const each = attrs.kind === 'timeline' ? 96 : attrs.kind === 'prose' ? 110 : 152
  return 60 + childCount * each
}

function titleField({ host, view, current }: FrameTools) {
  const input = element('textarea', {
    class: 'ed-title',
    rows: '1',
    maxlength: '200',
    'aria-label': 'Title of this section',
  })
  input.readOnly = !host.editable
  const dom = element('h2', {}, input)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') input.value = String(current().attrs.title)
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault()
      input.blur()
      view.focus()
    }
  })
  input.addEventListener('change', () => {
    const title = input.value.replace(/\s+/g, ' ').trim()
    const { id, key } = current().attrs
    setAttributes(view, id, { title: title || (host.sectionOf(key)?.title ?? 'Untitled') })
  })
  return {
    dom,
    draw(node: DocumentNode) {
      if (document.activeElement !== input && input.value !== node.attrs.title) input.value = node.attrs.title
    },
  }
}

function drawAside(aside: HTMLElement, node: DocumentNode, empty: boolean, { host, ask }: FrameTools) {
  const { key, kind } = node.attrs as SectionAttributes
  const zone = host.facts.get().zone
  const words =
    kind === 'timeline' && !empty
      ? `Seen, thought, said, done · ${zone}`
      : key === 'in-short' && empty
        ? 'easiest last'
        : ''
  redraw(aside, words, () => {
    const more = ask('section', '⋯', 'ed-chip ed-quiet ed-more')
    more.setAttribute('aria-label', 'More for this section')
    return [
      ...(words ? [element('span', { class: kind === 'timeline' ? 'ed-chip-still' : 'ed-meta' }, words)] : []),
      more,
    ]
  })
}

function drawPrompt(
  prompt: HTMLElement,
  key: string | null,
  empty: boolean,
  kind: SectionAttributes['kind'],
  hiddenBecause: string | null,
  host: EditorHost,
) {
  const template = host.sectionOf(key)
  const lasting = kind === 'timeline' || kind === 'causes'
  const asked = template && (empty || lasting) ? template.prompt : ''
  const help = template && empty ? template.help : ''
  const says = hiddenBecause === null ? [asked, help] : [`Left out, because ${hiddenBecause}`, '']
  prompt.hidden = says.every((line) => line === '')
  redraw(prompt, says.join('\n'), () => [
    element('span', { class: 'ed-asked' }, says[0]!),
    ...(says[1] ? [' ', element('span', { class: 'ed-help' }, says[1])] : []),
  ])
}

function drawFoot(foot: HTMLElement, node: DocumentNode, empty: boolean, { host, view, current }: FrameTools) {
  const { kind, hiddenBecause } = node.attrs as SectionAttributes
  const itemKind = itemKindOfSection[kind]
  const word =
    hiddenBecause !== null
      ? 'Bring it back'
      : itemKind
        ? addWords[itemKind]
        : node.childCount === 0 && empty
          ? 'Write'
          : ''
  const mayHaveBefore = kind === 'timeline' && hiddenBecause === null && !empty
  foot.hidden = word === '' || !host.editable
  redraw(foot, `${word}|${mayHaveBefore}`, () => {
    const add = element('button', { type: 'button', class: 'ed-add', 'data-act': 'add' }, word)
    add.addEventListener('click', () => {
      if (current().attrs.hiddenBecause === null) addToSection(view, current().attrs.id)
      else setAttributes(view, current().attrs.id, { hiddenBecause: null })
    })
    return mayHaveBefore ? [add, addBefore(view, current)] : [add]
  })
}

/** Conditions that are older than the incident have their place at the top of a timeline. */
function addBefore(view: FrameTools['view'], current: FrameTools['current']) {
  const says = 'Known by month or season, such as spring 2026'
  const add = element(
    'button',
    { type: 'button', class: 'ed-add', 'data-act': 'add-before', title: says },
    'From before',
  )
  add.addEventListener('click', () => addEntryBeside(view, String(current().attrs.id)))
  return add
}

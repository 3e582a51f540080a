/** One line of the sheet of keys: as it is printed, what it does, and the shortcuts it stands for, as ProseMirror writes them. */
export interface KeyLine {
  shown: string[]
  says: string
  binds?: string[]
}
export interface KeyPlace {
  place: string
  keys: KeyLine[]
}

const line = (shown: string[], says: string, ...binds: string[]): KeyLine => ({ shown, says, binds })
const each = (before: string, last: number) => Array.from({ length: last }, (_, place) => `${before}${place + 1}`)

/** Every key of the writing page, by where it holds. A test compares it with what is bound. */
export const keyPlaces: KeyPlace[] = [
  {
    place: 'Timeline',
    keys: [
      line(['14:03', 'Space'], 'A time at the start of a line makes an entry'),
      line(['~14:05'], 'About; also 14:05-14:12, 2:03 pm, noon, +5m, yesterday 23:50, 12 Nov 14:03, 14:03 CET'),
      line(['spring:', 'Space'], 'From before the incident; also May 2026: and ? for unknown'),
      line(
        ['Ctrl', 'Shift', '1–6'],
        'Seen, thought, said, done, decided, changed (Ctrl on a Mac too); also said: at its start',
        ...each('Ctrl-Shift-', 6),
      ),
      line(
        ['Alt', 'Shift', '1–5'],
        'First effect, first noticed, first relief, normal again; tried, no effect',
        ...each('Alt-Shift-', 5),
      ),
      line(['Enter'], 'The next entry; in an empty one, out of the list', 'Enter'),
      line(['Backspace'], 'At the start of an empty entry, removes it', 'Backspace'),
    ],
  },
  {
    place: 'Images',
    keys: [
      line(['Enter'], 'On a chosen image, opens it'),
      line(['←', '→'], 'In an open image, the one before and the next; Esc closes'),
      line(['+', '−', '0'], 'Larger, smaller, as it fits'),
    ],
  },
  {
    place: 'Items',
    keys: [
      line(['Ctrl', 'Enter'], 'The next item of the same kind', 'Mod-Enter'),
      line(['Alt', '↑'], 'Move up; with ↓ down. Or drag it by its shape or edge', 'Alt-ArrowUp', 'Alt-ArrowDown'),
      line(['Tab'], 'To type, marks, source and links; Shift Tab to the time', 'Tab', 'Shift-Tab'),
      line(['Alt', 'Shift', 'C'], 'Copy the item as Markdown; outside of items, the section', 'Alt-Shift-c'),
      line(['Ctrl', 'Shift', 'Backspace'], 'Delete the item', 'Mod-Shift-Backspace'),
      line(['Alt', 'V'], 'Another view of the moment an entry or account is about', 'Alt-v'),
      line(['Alt', 'N'], 'On to what is written next', 'Alt-n'),
      line(['Tab'], 'In an empty “In short”: takes the draft in grey', 'Tab'),
    ],
  },
  {
    place: 'Sections',
    keys: [
      line(['Alt', 'Shift', '↑'], 'Move the section up; with ↓ down', 'Alt-Shift-ArrowUp', 'Alt-Shift-ArrowDown'),
      line(['Alt', 'Shift', 'Enter'], 'Its menu: rename, leave out, copy, add one below', 'Alt-Shift-Enter'),
    ],
  },
  {
    place: 'Text',
    keys: [
      line(['/'], 'At the start of a line or after a space: what can be put here'),
      line(['@'], 'Someone, a team or a service'),
      line(['[['], 'Another post-mortem; also PM-'),
      line(['Ctrl', 'Z'], 'Undo, across items; with Shift or as Ctrl Y, redo', 'Mod-z', 'Mod-y', 'Mod-Shift-z'),
      line(['Ctrl', 'B'], 'Bold; I italic, E code, U underlined', 'Mod-b', 'Mod-i', 'Mod-e', 'Mod-u'),
      line(['Ctrl', 'Shift', 'S'], 'Strike through', 'Mod-Shift-s'),
      line(['Ctrl', 'K'], 'Link the selected words; without any, search', 'Mod-k'),
      line(['Alt', 'F10'], 'To the bar over what is selected, or under the table', 'Alt-F10'),
      line(['Ctrl', 'Alt', '3'], 'Heading; 4 a small one, 0 plain text', 'Mod-Alt-3', 'Mod-Alt-4', 'Mod-Alt-0'),
      line(
        ['Ctrl', 'Shift', '8'],
        'List; 7 numbered, 9 of tasks, B quote',
        'Mod-Shift-8',
        'Mod-Shift-7',
        'Mod-Shift-9',
        'Mod-Shift-b',
      ),
      line(['##', 'Space'], 'Heading; - list, 1. numbered, [ ] tasks, > quote, ``` code, --- divider'),
      line(['Ctrl', 'A'], 'Select all', 'Mod-a'),
      line(
        ['Ctrl', 'Home'],
        'To the first letter; End to the last, with Shift selecting',
        'Mod-Home',
        'Mod-End',
        'Shift-Mod-Home',
        'Shift-Mod-End',
      ),
    ],
  },
  {
    place: 'Tasks, code and tables',
    keys: [
      line(['Ctrl', 'Shift', 'Enter'], 'Tick the task, or take the tick back', 'Mod-Shift-Enter'),
      line(['Ctrl', 'Alt', 'C'], 'Code', 'Mod-Alt-c'),
      line(['Tab'], 'In code, indents; Esc, then Tab leaves it', 'Tab', 'Escape'),
      line(['Tab'], 'In a table, the next cell; in the last one a new row', 'Tab'),
      line(
        ['Alt', 'Shift', '↓'],
        'In a table, a row below; ↑ above, → and ← a column',
        'Alt-Shift-ArrowDown',
        'Alt-Shift-ArrowUp',
        'Alt-Shift-ArrowRight',
        'Alt-Shift-ArrowLeft',
      ),
      line(
        ['Alt', 'Shift', 'Del'],
        'In a table, delete the row; Backspace the column',
        'Alt-Shift-Delete',
        'Alt-Shift-Backspace',
      ),
    ],
  },
  {
    place: 'Language notes',
    keys: [
      line(['F8'], 'Next note, also from a card; with Shift the one before', 'F8', 'Shift-F8'),
      line(['Alt', 'Enter'], 'Open the note at the caret', 'Alt-Enter'),
      line(['Esc'], 'Close, and back to the text', 'Escape'),
    ],
  },
  {
    place: 'Scraps',
    keys: [
      line(['F9'], 'To the scraps: what is never published', 'F9'),
      line(['E'], 'On a scrap: an entry; S a source of the item at the caret, Q a question, L line by line'),
      line(['Enter'], 'After pasting a chat, an alert or a log: look at it; paste again: as it is'),
      line(['Space'], 'In that list, ticks; Shift ↓ a range, Ctrl A all, Enter changes one, 1–6 its type'),
    ],
  },
  {
    place: 'The page',
    keys: [
      line(['Ctrl', 'F'], 'Find and replace; once more, the browser’s own search', 'Mod-f'),
      line(['F3'], 'The next place; with Shift the one before', 'F3'),
      line(['F6'], 'Outline, text, what is beside it, what was just said; with Shift backwards', 'F6', 'Shift-F6'),
      line(['Ctrl', 'Shift', 'F'], 'Nothing but the text; again, all of it', 'Mod-Shift-f'),
      line(['?'], 'This sheet, outside of the text', '?'),
    ],
  },
]

/** What has every word somebody looks for in its keys, its text or its place. */
export function findKeys(query: string): KeyPlace[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return keyPlaces
    .map(({ place, keys }) => ({
      place,
      keys: keys.filter(({ shown, says }) => {
        const text = `${place} ${shown.join(' ')} ${says}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ keys }) => keys.length > 0)
}

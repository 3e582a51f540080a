import { Dialog } from '#app/ui/dialog.tsx'

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: 'Timeline',
    keys: [
      [['14:03', 'Space'], 'A time at the start of a line makes an entry'],
      [['~14:05'], 'About; also 14:05-14:12, 2:03 pm, noon, +5m, yesterday 23:50, 12 Nov 14:03, 14:03 CET'],
      [['spring:', 'Space'], 'From before the incident; also May 2026: and ? for unknown'],
      [['Ctrl', 'Shift', '1–6'], 'Seen, thought, said, done, decided, changed; also said: at its start'],
      [['Alt', 'Shift', '1–5'], 'First effect, first noticed, first relief, normal again; tried, no effect'],
      [['Enter'], 'The next entry; in an empty one, out of the list'],
      [['Backspace'], 'At the start of an empty entry, removes it'],
    ],
  },
  {
    title: 'Items',
    keys: [
      [['Ctrl', 'Enter'], 'The next item of the same kind'],
      [['Alt', '↑'], 'Move up; with ↓ down. Or drag it by its shape or edge'],
      [['Tab'], 'To type, marks, source and links; Shift Tab to the time'],
      [['Ctrl', 'Shift', 'Backspace'], 'Delete the item'],
      [['Alt', 'V'], 'Another view of the moment an entry or account is about'],
      [['Alt', 'N'], 'On to what is written next'],
      [['Tab'], 'In an empty “In short”: takes the draft in grey'],
    ],
  },
  {
    title: 'Sections',
    keys: [
      [['Alt', 'Shift', '↑'], 'Move the section up; with ↓ down'],
      [['Alt', 'Shift', 'Enter'], 'Its menu: rename, leave out, add one below'],
    ],
  },
  {
    title: 'Language notes',
    keys: [
      [['F8'], 'Next note, also from a card; with Shift the one before'],
      [['Alt', 'Enter'], 'Open the note at the caret'],
      [['Esc'], 'Close, and back to the text'],
    ],
  },
  {
    title: 'Scraps',
    keys: [
      [['F9'], 'To the scraps: what is never published'],
      [['E'], 'On a scrap: an entry; S a source of the item at the caret, Q a question, L line by line'],
      [['Enter'], 'After pasting a chat, an alert or a log: look at it; paste again: as it is'],
      [['Space'], 'In that list, ticks; Shift ↓ a range, Ctrl A all, Enter changes one, 1–6 its type'],
    ],
  },
  {
    title: 'Text',
    keys: [
      [['Ctrl', 'Z'], 'Undo, across items; with Shift redo'],
      [['Ctrl', 'B'], 'Bold; I italic, E code, K link'],
      [['##', 'Space'], 'Heading; - list, 1. numbered list, > quote, ``` code'],
      [['?'], 'This sheet, outside of the text'],
    ],
  },
]

/** Every key of the editor. On a Mac, Ctrl is ⌘ and Alt is ⌥. */
export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys"
      description="On a Mac, Ctrl is ⌘ and Alt is ⌥."
      width="wide"
    >
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-2 font-semibold">{title}</h3>
            <dl className="space-y-2 text-sm">
              {keys.map(([combination, says]) => (
                <div key={says} className="flex gap-3">
                  <dt className="w-36 shrink-0">
                    {combination.map((key) => (
                      <kbd key={key} className="mr-1 inline-block">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd className="text-ink-2">{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

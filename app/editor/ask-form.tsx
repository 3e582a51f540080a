import type { EditorView } from '@tiptap/pm/view'
import { type ReactNode, useState } from 'react'
import {
  type Account,
  type Cause,
  type Change,
  causeRoles,
  entryTypes,
  type Lesson,
  milestones,
  strengths,
  type TimelineEntry,
} from '#app/document/items.ts'
import { causeRoleWords, entryTypeWords, milestoneWords, strengthWords } from '#app/document/taxonomy.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { StrengthMeter } from '#app/ui/strength-meter.tsx'
import { AnswerForm, DayForm, DecisionForm, ReasonForm } from './ask-forms.tsx'
import type { AskAbout, EditorHost } from './editor-host.ts'
import { EvidenceForm } from './evidence-form.tsx'
import { findById, setAttributes } from './item-acts.ts'
import { ItemMenu, SectionMenu } from './item-menu.tsx'
import { type Pick, PickList } from './pick-list.tsx'
import { ProgressForm } from './progress-form.tsx'

/** What a menu or form is called for a screen reader, and as the title of its sheet. */
export const askTitle: Record<AskAbout, string> = {
  type: 'What kind of moment',
  marks: 'Marks of the incident',
  evidence: 'Where is that written?',
  day: 'On which day',
  role: 'What the condition did',
  factors: 'Factors',
  entries: 'Rests on these entries',
  'no-change': 'No change, because',
  causes: 'Causes it addresses',
  team: 'Team',
  strength: 'What the change needs',
  decision: 'What was decided',
  harder: 'What it may make harder',
  progress: 'Due date, tracker and state',
  answer: 'Open or answered',
  entry: 'At which entry',
  'lesson-of': 'Causes and changes behind it',
  more: 'More',
  'leave-out': 'This section',
}

export interface AskFormProps {
  host: EditorHost
  view: EditorView
  id: string
  done: () => void
}

/** The menu or form for one attribute of one item. It reads the item when it opens, and writes each choice at once. */
export function AskForm({ about, ...props }: AskFormProps & { about: AskAbout }): ReactNode {
  const { host, view, id, done } = props
  const node = findById(view.state.doc, id)?.node
  if (!node) return <p className="meta p-2">This was removed meanwhile.</p>
  const given = { ...props, attributes: node.attrs }
  const { outline, options } = host

  switch (about) {
    case 'type':
      return <One {...given} of="type" picks={entryTypes.map(typePick)} />
    case 'marks':
      return (
        <Several
          {...given}
          of="milestones"
          picks={milestones.map((mark) => ({ id: mark, label: milestoneWords[mark] }))}
        />
      )
    case 'role':
      return <One {...given} of="role" picks={causeRoles.map((role) => ({ id: role, label: causeRoleWords[role] }))} />
    case 'strength':
      return <One {...given} of="strength" picks={strengths.map(strengthPick)} />
    case 'team':
      return (
        <One
          {...given}
          of="teamId"
          picks={options.teams.map(optionPick)}
          empty="There are no teams yet. Add them in the settings."
        />
      )
    case 'factors':
      return <Several {...given} of="factors" picks={options.factors.map(optionPick)} />
    case 'entries':
      return <Several {...given} of="entries" picks={entryPicks(host)} empty="The timeline has no entries yet." />
    case 'entry':
      return <One {...given} of="entryId" picks={entryPicks(host)} empty="The timeline has no entries yet." />
    case 'causes':
      return (
        <Several {...given} of="causes" picks={textPicks(outline.get().causes)} empty="No causes are written yet." />
      )
    case 'lesson-of':
      return <LessonOf {...given} />
    case 'no-change':
      return (
        <ReasonForm
          {...given}
          of="noChangeBecause"
          label="No change, because"
          hint="As complete as a change. Leave it empty when a change will follow."
        />
      )
    case 'harder':
      return (
        <ReasonForm
          {...given}
          of="mayMakeHarder"
          label="It may make harder"
          hint="What gets slower, noisier or more work, and for whom."
        />
      )
    case 'decision':
      return <DecisionForm {...given} />
    case 'answer':
      return <AnswerForm {...given} />
    case 'day':
      return <DayForm {...given} />
    case 'evidence':
      return <EvidenceForm {...given} />
    case 'progress':
      return <ProgressForm host={host} id={id} done={done} />
    case 'more':
      return <ItemMenu {...given} />
    case 'leave-out':
      return <SectionMenu {...given} />
  }
}

type Given = AskFormProps & { attributes: Record<string, unknown> }
type Keys = keyof (TimelineEntry & Cause & Change & Account & Lesson)

function One({ view, id, done, attributes, of, picks, empty }: Given & { of: Keys; picks: Pick[]; empty?: string }) {
  const value = attributes[of] as string | null
  return (
    <PickList
      label="Choose one"
      picks={picks}
      chosen={value ? [value] : []}
      empty={empty}
      onChange={([chosen = null]) => {
        setAttributes(view, id, { [of]: chosen })
        done()
      }}
    />
  )
}

function Several({ view, id, attributes, of, picks, empty }: Given & { of: Keys; picks: Pick[]; empty?: string }) {
  const chosen = (attributes[of] as string[]).filter((each) => picks.some((pick) => pick.id === each))
  return (
    <Ticked chosen={chosen} picks={picks} empty={empty} onChange={(next) => setAttributes(view, id, { [of]: next })} />
  )
}

function LessonOf({ host, view, id, attributes }: Given) {
  const { causes, changes } = host.outline.get()
  const { causes: ownCauses, changes: ownChanges } = attributes as unknown as Lesson
  return (
    <Ticked
      picks={[...textPicks(causes, 'cause'), ...textPicks(changes, 'change')]}
      chosen={[...ownCauses, ...ownChanges]}
      empty="No causes or changes are written yet."
      onChange={(next) =>
        setAttributes(view, id, {
          causes: next.filter((each) => causes.has(each)),
          changes: next.filter((each) => changes.has(each)),
        })
      }
    />
  )
}

/** Keeps what is ticked while the list is open; each tick is written at once. */
function Ticked({
  chosen: first,
  onChange,
  ...list
}: {
  chosen: string[]
  picks: Pick[]
  empty?: string
  onChange: (chosen: string[]) => void
}) {
  const [chosen, setChosen] = useState(first)
  return (
    <PickList
      {...list}
      label="Choose as many as fit"
      several
      chosen={chosen}
      onChange={(next) => {
        setChosen(next)
        onChange(next)
      }}
    />
  )
}

function typePick(type: (typeof entryTypes)[number]): Pick {
  const { word, help } = entryTypeWords[type]
  return { id: type, label: word, detail: help, icon: <span aria-hidden="true" className="ed-mark" data-type={type} /> }
}

function strengthPick(strength: (typeof strengths)[number]): Pick {
  const { word, name } = strengthWords[strength]
  return { id: strength, label: word, detail: name, icon: <StrengthMeter strength={strength} word="" /> }
}

function optionPick({ id, name, help }: { id: string; name: string; help?: string }): Pick {
  return { id, label: name, detail: help }
}

function entryPicks({ outline, facts }: EditorHost): Pick[] {
  const { zone } = facts.get()
  return [...outline.get().entries.values()].map(({ id, entry, text }) => ({
    id,
    label: formatMoment({ ...entry, zone }, 'time'),
    detail: text || 'no text yet',
  }))
}

function textPicks(items: Map<string, { text: string }>, detail?: string): Pick[] {
  return [...items].map(([id, { text }]) => ({ id, label: text || 'no text yet', detail }))
}

import type { EditorView } from '@tiptap/pm/view'
import { type ReactNode, Suspense } from 'react'
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
import { causeRoleWords, milestoneWords } from '#app/document/taxonomy.ts'
import { AccountMomentForm } from './account-moment-form.tsx'
import { AddSectionForm } from './add-section-form.tsx'
import { AddressedForm } from './addressed-form.tsx'
import { AnswerForm, DayForm, DecisionForm, ReasonForm } from './ask-forms.tsx'
import type { AskAbout, EditorHost } from './editor-host.ts'
import { FactorForm } from './factor-form.tsx'
import { findById, focusItem, setAttributes, tick } from './item-acts.ts'
import { ItemMenu } from './item-menu.tsx'
import { laterPart } from './later-part.ts'
import { type Pick, PickList } from './pick-list.tsx'
import { entryPicks, offered, optionPick, strengthPick, textPicks, typePick } from './picks.tsx'
import { ProgressForm } from './progress-form.tsx'
import { SectionMenu } from './section-menu.tsx'
import { TickedList } from './ticked-list.tsx'

const EvidenceForm = laterPart(() => import('./evidence-form.tsx'))

export interface AskFormProps {
  host: EditorHost
  view: EditorView
  id: string
  done: () => void
  /** Closes it and does what takes the focus, before another key can be pressed: that one goes there. */
  goOn: (act: () => void) => void
}

/** The menu or form for one attribute of one item. It reads the item when it opens, and writes each choice at once. */
export function AskForm({ about, ...props }: AskFormProps & { about: AskAbout }): ReactNode {
  const { host, view, id, done, goOn } = props
  if (about === 'add-section') return <AddSectionForm {...props} />
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
    case 'first-effect':
    case 'normal-again':
      return (
        <PickList
          label="Which entry was it?"
          picks={entryPicks(host)}
          chosen={[]}
          onChange={([entry]) => {
            if (!entry) return done()
            tick(view, entry, 'milestones', about, true)
            // The button that asked has gone with its question.
            goOn(() => focusItem(view, entry))
          }}
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
          picks={offered(options.teams, [node.attrs.teamId]).map(optionPick)}
          empty="There are no teams yet. Add them in the settings."
        />
      )
    case 'factors':
      return <FactorForm {...given} />
    case 'entries':
      return <Several {...given} of="entries" picks={entryPicks(host)} empty="The timeline has no entries yet." />
    case 'entry':
      return <AccountMomentForm {...given} />
    case 'causes':
      return (
        <Several {...given} of="causes" picks={textPicks(outline.get().causes)} empty="No causes are written yet." />
      )
    case 'lesson-of':
      return <LessonOf {...given} />
    case 'addressed':
      return <AddressedForm {...given} />
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
      return (
        <Suspense>
          <EvidenceForm {...props} />
        </Suspense>
      )
    case 'progress':
      return <ProgressForm host={host} id={id} done={done} />
    case 'more':
      return <ItemMenu {...given} />
    case 'section':
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
    <TickedList
      chosen={chosen}
      picks={picks}
      empty={empty}
      onTick={(each, isTicked) => tick(view, id, of, each, isTicked)}
    />
  )
}

function LessonOf({ host, view, id, attributes }: Given) {
  const { causes, changes } = host.outline.get()
  const { causes: ownCauses, changes: ownChanges } = attributes as unknown as Lesson
  return (
    <TickedList
      picks={[...textPicks(causes, 'cause'), ...textPicks(changes, 'change')]}
      chosen={[...ownCauses, ...ownChanges]}
      empty="No causes or changes are written yet."
      onTick={(each, isTicked) => tick(view, id, causes.has(each) ? 'causes' : 'changes', each, isTicked)}
    />
  )
}

import type { ComponentProps } from 'react'

type ChipTone = 'neutral' | 'accent' | 'note' | 'info' | 'danger'

const tones: Record<ChipTone, string> = {
  neutral: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-ink',
  note: 'bg-note-soft text-note-ink',
  info: 'bg-info-soft text-info',
  danger: 'bg-danger-soft text-danger',
}

/** A short word about something: severity, service, state. The word says it; the tone only supports it. `mono` is for times and numbers. */
export function Chip({
  tone = 'neutral',
  mono = false,
  className,
  ...rest
}: ComponentProps<'span'> & { tone?: ChipTone; mono?: boolean }) {
  const font = mono ? 'font-mono tabular-nums' : ''
  return (
    <span
      {...rest}
      className={`inline-flex max-w-full items-center gap-1.5 rounded-full px-2 py-[3px] text-xs leading-[1.2] font-medium ${tones[tone]} ${font} ${className ?? ''}`}
    />
  )
}

/** A stretch of text: in both, only in the later one, or only in the earlier one. */
interface ShownPiece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * Text with what was put in and taken out: underlined and struck through, so that the colour is not needed, and said in words
 * to who listens.
 */
export function WordChanges({ pieces }: { pieces: readonly ShownPiece[] }) {
  return pieces.map(({ kind, text }, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are those of one comparison, in their order
    if (kind === 'same') return <span key={place}>{text}</span>
    const Tag = kind === 'added' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are those of one comparison, in their order
      <Tag key={place} className={looks[kind]}>
        <span className="sr-only">{kind === 'added' ? ' [put in: ' : ' [taken out: '}</span>
        {text}
        <span className="sr-only">] </span>
      </Tag>
    )
  })
}

const looks = {
  added: 'rounded-[3px] bg-accent-soft text-accent-ink decoration-accent decoration-2 underline underline-offset-2',
  removed: 'rounded-[3px] text-danger line-through decoration-1',
}

/** How many columns and rows a cell reaches over. */
export interface Span {
  colspan: number
  rowspan: number
}

/** A place on the grid: a cell with the span it has there, or none. */
export interface Place<Cell> extends Span {
  cell: Cell | null
}

interface Standing<Cell extends Span> {
  cell: Cell
  row: number
  from: number
  to: number
}

/** A table that is emptier than this is a mistake in its markup, and would grow without bound. */
const mostPlaces = (cells: number) => 4 * cells + 1000

/**
 * The rows of a table on its grid, as a browser places them: no two cells overlap, a span ends with the table, columns and rows
 * in which no cell begins are none, and a place that no cell is in has one without content. A table that is not so is mended
 * by the editor in several rounds, which fill it with columns of nothing. Null for one that would consist of such places.
 */
export function onGrid<Cell extends Span>(rows: readonly (readonly Cell[])[]): Place<Cell>[][] | null {
  const standing = rows.map(placer<Cell>())
  const cells = standing.flat()
  const columns = [...new Set(cells.map(({ from }) => from))].toSorted((one, other) => one - other)
  const kept = standing.flatMap((row, at) => (row.length > 0 ? [at] : []))
  if (columns.length * kept.length > mostPlaces(cells.length)) return null
  const columnOf = new Map(columns.map((column, at) => [column, at]))
  const rowOf = new Map(kept.map((row, at) => [row, at]))

  const grid: (Place<Cell> | 'taken' | undefined)[][] = kept.map(() => Array(columns.length))
  for (const { cell, row, from, to } of cells) {
    const [top, left] = [rowOf.get(row)!, columnOf.get(from)!]
    const colspan = countBelow(columns, left, to)
    const rowspan = countBelow(kept, top, row + cell.rowspan)
    for (let down = 0; down < rowspan; down++) grid[top + down]!.fill('taken', left, left + colspan)
    grid[top]![left] = { cell, colspan, rowspan }
  }
  return grid.map((places) =>
    Array.from(places, (place) => place ?? { cell: null, colspan: 1, rowspan: 1 }).filter((place) => place !== 'taken'),
  )
}

/** Places one row after the other, each cell in the first columns that no cell from above reaches into. */
function placer<Cell extends Span>(): (cells: readonly Cell[], row: number) => Standing<Cell>[] {
  /** By column, the row from which on it is free. */
  const free: number[] = []
  return (cells, row) => {
    const isFree = (column: number) => (free[column] ?? 0) <= row
    let column = 0
    return cells.map((cell) => {
      while (!isFree(column)) column++
      const from = column
      while (column < from + cell.colspan && isFree(column)) free[column++] = row + cell.rowspan
      return { cell, row, from, to: column }
    })
  }
}

/** How many of the rising numbers from `at` on are below `end`; the first one is. */
function countBelow(rising: readonly number[], at: number, end: number): number {
  let count = 1
  while (at + count < rising.length && rising[at + count]! < end) count++
  return count
}

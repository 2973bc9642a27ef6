import type { CellObject, Row } from 'write-excel-file/node';
import type { Mark } from '../../../shared/domain/marks';
import { paperTones } from '../../../shared/domain/paperTones';
import type { MatrixSheet, ReviewSheet } from '../../../shared/domain/exports/sheet';

const border = { borderColor: '#c8c8c8', borderStyle: 'thin' } as const;

/** What a cell of Excel takes. */
const longest = 32_767;

/** Always text, whatever it begins with: what somebody wrote is never read as a formula. */
export const text = (value: string, look: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  ...{ wrap: true, alignVertical: 'top' as const },
  ...look,
  value: value.slice(0, longest),
  type: String,
});

export const heading = (value: string, look: Omit<CellObject, 'value' | 'type'> = {}): CellObject =>
  text(value, { fontWeight: 'bold', backgroundColor: '#f3f3f3', ...border, ...look });

/** A level by its fill, its symbol and its words; one that stands back has no fill. */
export const levelCell = ({ tone, symbol, strong, word }: Mark, words = word, quiet = false): CellObject =>
  text(`${symbol} ${words}`, {
    ...border,
    ...(!quiet && { backgroundColor: paperTones[tone].background }),
    textColor: quiet ? paperTones.notJudged.foreground : paperTones[tone].foreground,
    ...(strong && !quiet && { fontWeight: 'bold' }),
  });

/** What an export shows, as at when, from where, who took it, and what its symbols mean: a sheet of its own. */
export const aboutSheet = ({ title, facts, legend, notes }: MatrixSheet | ReviewSheet) => ({
  sheet: 'About',
  columns: [{ width: 18 }, { width: 90 }],
  data: [
    [text(title, { fontWeight: 'bold', fontSize: 14, wrap: false })],
    ...facts.map(({ label, words }): Row => [text(label, { fontWeight: 'bold' }), text(words)]),
    ...legend.map((mark, at): Row => [text(at === 0 ? 'Key' : '', { fontWeight: 'bold' }), levelCell(mark)]),
    ...notes.map((note): Row => [text(''), text(note)]),
  ],
});

/** The facts in one line, so that they stay with a sheet that is printed or copied by itself. */
export const factLine = ({ facts }: MatrixSheet | ReviewSheet): CellObject =>
  text(facts.map(({ label, words }) => `${label}: ${words}`).join(' · '), { wrap: false, textColor: '#616161' });

export const titleCell = ({ title }: MatrixSheet | ReviewSheet): CellObject =>
  text(title, { fontWeight: 'bold', fontSize: 14, wrap: false });

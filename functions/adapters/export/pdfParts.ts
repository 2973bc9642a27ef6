import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { MatrixSheet, ReviewSheet } from '../../../shared/domain/exports/sheet';
import type { Mark } from '../../../shared/domain/marks';
import { paperTones } from '../../../shared/domain/paperTones';
import { family } from './pdfFile';

type Sheet = MatrixSheet | ReviewSheet;

export const ink = '#242424';
export const quietInk = '#616161';
export const line = '#c8c8c8';
export const shade = '#f3f3f3';

/** A level in a line of text: its fill, its symbol and its word. */
export const chip = ({ tone, symbol, word, strong }: Mark): Content => ({
  text: ` ${symbol} ${word} `,
  background: paperTones[tone].background,
  color: paperTones[tone].foreground,
  bold: strong,
});

const factList = (facts: Sheet['facts']): Content => ({
  table: {
    widths: ['auto', '*'],
    body: facts.map(({ label, words }): TableCell[] => [{ text: label, color: quietInk }, { text: words }]),
  },
  layout: { defaultBorder: false, paddingTop: () => 1, paddingBottom: () => 1, paddingLeft: () => 0 },
});

/** What an export shows, as at when, from where and who took it. */
export const factTable = ({ facts }: Sheet): Content => factList(facts);

/** The same beside each other, where a page is wide and not high. */
export const factColumns = ({ facts }: Sheet): Content[] => {
  const half = Math.ceil(facts.length / 2);
  return [factList(facts.slice(0, half)), factList(facts.slice(half))];
};

/** Every level with its symbol: in grey print the symbols carry the meaning. */
export const legendLine = ({ legend }: Sheet): Content => ({
  text: ['Key:  ', ...legend.flatMap((mark) => [chip(mark), '   '])],
  margin: [0, 6, 0, 0],
  lineHeight: 1.25,
});

export const noteLines = ({ notes }: Sheet): Content => notes.map((text) => ({ text, color: quietInk }));

const factNamed = ({ facts }: Sheet, label: string): string => facts.find((fact) => fact.label === label)?.words ?? '';

/** What every document has: its language, its title, and on every page where it is from, who took it and its number. */
export const documentOf = (
  sheet: Sheet,
  page: Pick<TDocumentDefinitions, 'pageSize' | 'pageOrientation'>,
  content: Content,
): TDocumentDefinitions => ({
  ...page,
  pageMargins: [28, 28, 28, 36],
  version: '1.7',
  language: 'en-GB',
  displayTitle: true,
  info: { title: sheet.title, author: factNamed(sheet, 'Exported by'), creator: 'Assured', producer: 'Assured' },
  defaultStyle: { font: family, fontSize: 8, color: ink },
  styles: {
    title: { fontSize: 15, bold: true, margin: [0, 0, 0, 4] },
    group: { fontSize: 11, bold: true, margin: [0, 12, 0, 2] },
    area: { fontSize: 9, bold: true },
    quiet: { color: quietInk },
  },
  footer: (current, pages) => ({
    margin: [28, 8, 28, 0],
    fontSize: 7,
    color: quietInk,
    columns: [
      { text: `${sheet.title} · ${factNamed(sheet, 'Exported by')}, ${factNamed(sheet, 'Exported at')}` },
      { text: `Page ${current} of ${pages}`, alignment: 'right', width: 80 },
    ],
  }),
  content,
});
